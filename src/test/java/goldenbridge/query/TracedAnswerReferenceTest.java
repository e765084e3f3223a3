package goldenbridge.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;

/**
 * Generated graphs and queries against an evaluation by the book: every pattern is tried on every statement, and each operator is
 * its definition over lists. {@code -Dgoldenbridge.cases=N} runs more cases.
 */
class TracedAnswerReferenceTest {
  private static final int CASES = Integer.getInteger("goldenbridge.cases", 1000);
  private static final String UNION = "union";

  /** A statement of words; the graph is {@code union} for the default graph. */
  private record Fact(String graph, String subject, String predicate, String object) {}

  private record Row(Map<String, String> values, Set<Fact> matched) {}

  /** A part of a query that can write itself as SPARQL and evaluate itself. */
  private interface Part {
    String text();

    List<Row> rows(List<Fact> facts);
  }

  private record Basic(String graph, List<String[]> patterns) implements Part {
    @Override
    public String text() {
      String triples = patterns.stream().map(pattern -> Stream.of(pattern).map(Basic::term).collect(Collectors.joining(" "))).collect(Collectors.joining(" . "));
      return graph.equals(UNION) ? triples + " . " : "GRAPH " + term(graph) + " { " + triples + " } ";
    }

    private static String term(String word) {
      return word.startsWith("?") ? word : "<http://e/" + word + ">";
    }

    @Override
    public List<Row> rows(List<Fact> facts) {
      List<Row> rows = List.of(new Row(Map.of(), Set.of()));
      for (String[] pattern : patterns) {
        List<Row> next = new ArrayList<>();
        for (Row row : rows) {
          for (Fact fact : facts) {
            boolean here = fact.graph.equals(UNION) == graph.equals(UNION);
            Map<String, String> values = here ? unified(row.values, new String[] {graph, pattern[0], pattern[1], pattern[2]},
                new String[] {fact.graph, fact.subject, fact.predicate, fact.object}) : null;
            if (values != null) {
              next.add(new Row(values, plus(row.matched, Set.of(fact))));
            }
          }
        }
        rows = next;
      }
      return rows;
    }

    private static Map<String, String> unified(Map<String, String> values, String[] pattern, String[] words) {
      Map<String, String> all = new HashMap<>(values);
      for (int i = 0; i < pattern.length; i++) {
        if (!pattern[i].startsWith("?")) {
          if (!pattern[i].equals(words[i])) {
            return null;
          }
        } else if (!words[i].equals(all.computeIfAbsent(pattern[i], at(words[i])))) {
          return null;
        }
      }
      return all;
    }

    private static java.util.function.Function<String, String> at(String word) {
      return key -> word;
    }
  }

  /** One or more steps of a predicate, between two variables of the default graph. */
  private record Steps(String predicate) implements Part {
    @Override
    public String text() {
      return "?a <http://e/" + predicate + ">+ ?b . ";
    }

    @Override
    public List<Row> rows(List<Fact> facts) {
      List<Fact> edges = facts.stream().filter(fact -> fact.graph.equals(UNION) && fact.predicate.equals(predicate)).toList();
      Set<String> nodes = edges.stream().flatMap(edge -> Stream.of(edge.subject, edge.object)).collect(Collectors.toCollection(TreeSet::new));
      List<Row> rows = new ArrayList<>();
      for (String from : nodes) {
        for (String to : nodes) {
          Set<Fact> onTheWay = edges.stream().filter(edge -> reach(from, edge.subject, edges) && reach(edge.object, to, edges)).collect(Collectors.toSet());
          if (!onTheWay.isEmpty()) {
            rows.add(new Row(Map.of("?a", from, "?b", to), onTheWay));
          }
        }
      }
      return rows;
    }

    private static boolean reach(String from, String to, List<Fact> edges) {
      Set<String> reached = new HashSet<>(Set.of(from));
      for (int i = 0; i <= edges.size(); i++) {
        edges.stream().filter(edge -> reached.contains(edge.subject)).toList().forEach(edge -> reached.add(edge.object));
      }
      return reached.contains(to);
    }
  }

  private record Both(Part left, Part right) implements Part {
    @Override
    public String text() {
      return "{ " + left.text() + "} { " + right.text() + "} ";
    }

    @Override
    public List<Row> rows(List<Fact> facts) {
      return joined(left.rows(facts), right.rows(facts));
    }
  }

  private record Either(Part left, Part right) implements Part {
    @Override
    public String text() {
      return "{ " + left.text() + "} UNION { " + right.text() + "} ";
    }

    @Override
    public List<Row> rows(List<Fact> facts) {
      return Stream.concat(left.rows(facts).stream(), right.rows(facts).stream()).toList();
    }
  }

  private record Perhaps(Part left, Part right) implements Part {
    @Override
    public String text() {
      return "{ " + left.text() + "} OPTIONAL { " + right.text() + "} ";
    }

    @Override
    public List<Row> rows(List<Fact> facts) {
      List<Row> more = right.rows(facts);
      return left.rows(facts).stream().flatMap(row -> {
        List<Row> found = joined(List.of(row), more);
        return found.isEmpty() ? Stream.of(row) : found.stream();
      }).toList();
    }
  }

  private record Without(Part left, Part right) implements Part {
    @Override
    public String text() {
      return "{ " + left.text() + "} MINUS { " + right.text() + "} ";
    }

    @Override
    public List<Row> rows(List<Fact> facts) {
      List<Row> out = right.rows(facts);
      return left.rows(facts).stream().filter(row -> out.stream().noneMatch(other -> merged(row.values, other.values) != null
          && other.values.keySet().stream().anyMatch(row.values::containsKey))).toList();
    }
  }

  private record Having(Part left, Basic right) implements Part {
    @Override
    public String text() {
      // In a group of its own: a filter directly in OPTIONAL would see the variables outside.
      return "{ " + left.text() + "FILTER EXISTS { " + right.text() + "} } ";
    }

    @Override
    public List<Row> rows(List<Fact> facts) {
      List<Row> witnesses = right.rows(facts);
      return left.rows(facts).stream().flatMap(row -> {
        List<Row> found = joined(List.of(row), witnesses);
        Set<Fact> matched = new HashSet<>(row.matched);
        found.forEach(one -> matched.addAll(one.matched));
        return found.isEmpty() ? Stream.of() : Stream.of(new Row(row.values, matched));
      }).toList();
    }
  }

  private static Set<Fact> plus(Set<Fact> some, Set<Fact> more) {
    Set<Fact> all = new HashSet<>(some);
    all.addAll(more);
    return all;
  }

  private static Map<String, String> merged(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(some);
    for (Map.Entry<String, String> entry : more.entrySet()) {
      String there = all.putIfAbsent(entry.getKey(), entry.getValue());
      if (there != null && !there.equals(entry.getValue())) {
        return null;
      }
    }
    return all;
  }

  private static List<Row> joined(List<Row> some, List<Row> more) {
    List<Row> rows = new ArrayList<>();
    some.forEach(row -> more.forEach(other -> {
      Map<String, String> values = merged(row.values, other.values);
      if (values != null) {
        rows.add(new Row(values, plus(row.matched, other.matched)));
      }
    }));
    return rows;
  }

  @Test
  void tracesEveryRowAsTheBookDoes() {
    int rows = 0;
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      List<Fact> facts = facts(random);
      Part part = part(random, 2);
      String query = switch (random.nextInt(3)) {
        case 0 -> "SELECT ?a (COUNT(*) AS ?n) WHERE { " + part.text() + "} GROUP BY ?a";
        case 1 -> "SELECT DISTINCT ?a WHERE { " + part.text() + "}";
        default -> "SELECT ?a ?b ?c ?g ?p WHERE { " + part.text() + "}";
      };
      List<String> expected = expected(part.rows(facts), query);
      assertEquals(expected, traced(facts, query), "seed " + seed + "\n" + query + "\n" + facts);
      rows += expected.size();
    }
    assertTrue(rows > CASES / 2, "too few rows to prove anything: " + rows);
  }

  /** Groups and distinct rows unite what their members matched. */
  private static List<String> expected(List<Row> rows, String query) {
    if (!query.contains("GROUP") && !query.contains("DISTINCT")) {
      return rows.stream().map(row -> shown(kept(row.values, List.of("?a", "?b", "?c", "?g", "?p")), row.matched)).sorted().toList();
    }
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    rows.forEach(row -> groups.computeIfAbsent(row.values.getOrDefault("?a", ""), key -> new ArrayList<>()).add(row));
    return groups.entrySet().stream().map(group -> {
      Set<Fact> matched = new HashSet<>();
      group.getValue().forEach(row -> matched.addAll(row.matched));
      Map<String, String> values = new TreeMap<>();
      if (!group.getKey().isEmpty()) {
        values.put("?a", group.getKey());
      }
      if (query.contains("GROUP")) {
        values.put("?n", String.valueOf(group.getValue().size()));
      }
      return shown(values, matched);
    }).sorted().toList();
  }

  private static Map<String, String> kept(Map<String, String> values, List<String> names) {
    Map<String, String> kept = new TreeMap<>(values);
    kept.keySet().retainAll(names);
    return kept;
  }

  private static String shown(Map<String, String> values, Set<Fact> matched) {
    return new TreeMap<>(values) + " by " + matched.stream().map(Fact::toString).sorted().toList();
  }

  private static List<String> traced(List<Fact> facts, String query) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    facts.forEach(fact -> dataset.add(quad(fact)));
    TracedAnswer traced = TracedAnswer.run(dataset, QueryRunner.parse(query, "query"), Limits.DEFAULT);
    Answer.Rows rows = (Answer.Rows) traced.answer();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < rows.rows().size(); i++) {
      Map<String, String> values = new TreeMap<>();
      rows.rows().get(i).forEach((variable, node) -> values.put("?" + variable.getVarName(), LabelledRows.plain(node).replace("http://e/", "")));
      all.add(shown(values, traced.matched().get(i).stream().map(TracedAnswerReferenceTest::fact).collect(Collectors.toSet())));
    }
    return all.stream().sorted().toList();
  }

  private static Quad quad(Fact fact) {
    String graph = fact.graph.equals(UNION) ? "_" : "<http://e/" + fact.graph + ">";
    return SSE.parseQuad("(" + graph + " <http://e/" + fact.subject + "> <http://e/" + fact.predicate + "> <http://e/" + fact.object + ">)");
  }

  private static Fact fact(Quad quad) {
    String graph = quad.isDefaultGraph() ? UNION : word(quad.getGraph().getURI());
    return new Fact(graph, word(quad.getSubject().getURI()), word(quad.getPredicate().getURI()), word(quad.getObject().getURI()));
  }

  private static String word(String iri) {
    return iri.replace("http://e/", "");
  }

  private static List<Fact> facts(Random random) {
    Set<Fact> facts = new HashSet<>();
    for (int i = 0; i < 9; i++) {
      facts.add(new Fact(random.nextBoolean() ? UNION : "g" + random.nextInt(2), "n" + random.nextInt(3), "p" + random.nextInt(2), "n" + random.nextInt(3)));
    }
    return List.copyOf(facts);
  }

  private static Part part(Random random, int depth) {
    if (depth == 0) {
      return random.nextInt(6) == 0 ? new Steps("p" + random.nextInt(2)) : basic(random);
    }
    Part left = part(random, depth - 1);
    Part right = part(random, depth - 1);
    return switch (random.nextInt(6)) {
      case 0 -> new Both(left, right);
      case 1 -> new Either(left, right);
      case 2 -> new Perhaps(left, right);
      case 3 -> new Without(left, right);
      case 4 -> new Having(left, basic(random));
      default -> left;
    };
  }

  private static Basic basic(Random random) {
    List<String[]> patterns = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(2); i++) {
      patterns.add(new String[] {one(random, "?a", "?b", "?c", "n1"), one(random, "p0", "p1", "?p"), one(random, "?a", "?b", "?c", "n2")});
    }
    return new Basic(one(random, UNION, UNION, "?g", "g0"), patterns);
  }

  private static String one(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }
}
