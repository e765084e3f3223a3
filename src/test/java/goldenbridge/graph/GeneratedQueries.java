package goldenbridge.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.NodeFactoryExtra;

/** Small random datasets, and queries from the parts of the grammar that touch graphs and datasets. One seed, one world. */
final class GeneratedQueries {
  private final Random random;

  GeneratedQueries(Random random) {
    this.random = random;
  }

  List<Quad> quads() {
    List<Quad> quads = new ArrayList<>();
    int size = 5 + random.nextInt(40);
    for (int i = 0; i < size; i++) {
      Node object = random.nextInt(4) == 0 ? NodeFactoryExtra.intToNode(random.nextInt(4)) : node("n", random.nextInt(5));
      quads.add(Quad.create(node("g", random.nextInt(6)), node("n", random.nextInt(5)), node("p", random.nextInt(3)), object));
    }
    // A graph that tells about graphs, as evidence does.
    for (int g = 0; g < 6; g++) {
      quads.add(Quad.create(node("g", 0), node("g", g), node("p", random.nextInt(3)), node("n", random.nextInt(5))));
    }
    return quads;
  }

  private static Node node(String kind, int number) {
    return NodeFactory.createURI("http://e/" + kind + number);
  }

  String query() {
    return switch (random.nextInt(12)) {
      case 0 -> "SELECT ?g (COUNT(*) AS ?n) WHERE { " + group(2) + " GRAPH ?g { ?a ?p ?b } } GROUP BY ?g";
      case 1 -> "SELECT DISTINCT ?a ?g WHERE { " + group(2) + " }";
      case 2 -> "SELECT * " + from() + "WHERE { " + group(1) + " }";
      case 3 -> "SELECT ?a ?n WHERE { { SELECT ?a (COUNT(?b) AS ?n) WHERE { " + group(1) + " } GROUP BY ?a } " + pattern(0) + " }";
      case 4 -> "SELECT " + term("?a", "?p", "?g") + " (" + aggregate() + " AS ?n) " + (random.nextInt(4) == 0 ? from() : "") + "WHERE { "
          + group(1) + " } GROUP BY ?a ?p ?g" + term("", " HAVING (COUNT(*) > 1)");
      case 5 -> "SELECT (" + aggregate() + " AS ?n) WHERE { " + group(1) + " }";
      case 6 -> "SELECT DISTINCT ?a ?g ?x WHERE { " + group(2) + " BIND(" + value() + " AS ?x) } ORDER BY ?x DESC(?g) ?a" + term("", " LIMIT 3");
      case 7 -> "SELECT ?x (" + aggregate() + " AS ?n) WHERE { " + group(1) + " BIND(" + value() + " AS ?x) } GROUP BY ?x ORDER BY ?n ?x" + term("", " LIMIT 2");
      default -> "SELECT * WHERE { " + group(2) + " }";
    };
  }

  private String value() {
    return term("?a", "<http://e/n2>", "?b + 1", "STR(?g)", "COALESCE(?c, ?b)");
  }

  private String aggregate() {
    return term("COUNT(*)", "COUNT(?b)", "COUNT(DISTINCT ?b)", "COUNT(DISTINCT ?g)", "COUNT(DISTINCT *)", "SUM(?b)", "MIN(?c)", "MAX(?a)");
  }

  private String from() {
    StringBuilder clauses = new StringBuilder();
    int count = 1 + random.nextInt(3);
    int first = random.nextInt(7);
    for (int i = 0; i < count; i++) {
      clauses.append(random.nextBoolean() ? "FROM NAMED " : "FROM ").append("<http://e/g").append((first + i) % 7).append("> ");
    }
    return clauses.toString();
  }

  private String group(int depth) {
    int parts = 1 + random.nextInt(2);
    StringBuilder group = new StringBuilder();
    for (int i = 0; i < parts; i++) {
      group.append(pattern(depth)).append(" . ");
    }
    return group.append(random.nextInt(5) == 0 ? filter() : "").toString();
  }

  private String pattern(int depth) {
    Supplier<String> inner = () -> group(depth - 1);
    return switch (depth == 0 ? random.nextInt(4) : random.nextInt(20)) {
      case 0 -> triples();
      case 1 -> "GRAPH " + graph() + " { " + triples() + " }";
      case 2 -> "GRAPH ?g { " + triple() + " . " + triple() + " }";
      case 3 -> "GRAPH ?g { " + triples() + " " + filter() + " }";
      case 4 -> "OPTIONAL { " + inner.get() + " }";
      case 5 -> "{ " + inner.get() + " } UNION { " + inner.get() + " }";
      case 6 -> triples() + " MINUS { " + inner.get() + " }";
      case 7 -> triples() + " FILTER EXISTS { " + inner.get() + " }";
      case 8 -> triples() + " FILTER NOT EXISTS { GRAPH ?h { " + triple() + " } }";
      case 9 -> "GRAPH ?g { " + triples() + " OPTIONAL { " + triple() + " " + term("", filter()) + " }" + " }";
      case 10 -> "?a " + path() + " ?b . GRAPH " + graph() + " { ?a " + path() + " ?c }";
      case 11 -> "GRAPH ?g { ?a " + path() + " ?b . " + triple() + " }";
      case 12 -> "VALUES " + term("?a { <http://e/n1> <http://e/n3> <http://e/absent> }", "?g { <http://e/g1> UNDEF <http://e/g0> }",
          "(?a ?g) { (<http://e/n0> UNDEF) (UNDEF <http://e/g2>) (<http://e/n1> <http://e/g0>) }") + " " + triples();
      case 13 -> triples() + " BIND(" + value() + " AS ?x" + random.nextInt(1000) + ")";
      case 18 -> triples() + " OPTIONAL { " + triple() + " BIND(" + value() + " AS ?x" + random.nextInt(1000) + ") }";
      case 14 -> "GRAPH ?g { " + triple() + " } OPTIONAL { " + triple() + " " + filter() + " }";
      case 15 -> "GRAPH ?g { { " + triple() + " } UNION { " + triple() + " } }";
      case 16 -> "GRAPH ?g { " + triple() + " MINUS { " + triple() + " }" + " }";
      case 17 -> "GRAPH ?g { " + triples() + " FILTER " + term("", "NOT ") + "EXISTS { " + triple() + " }" + " }";
      default -> "GRAPH ?g { " + triple() + " } GRAPH ?h { " + triple() + " } FILTER (?g != ?h)";
    };
  }

  private String filter() {
    return "FILTER (" + term("?a != ?b", "?a = <http://e/n1>", "?b > 1", "!BOUND(?c)", "ISIRI(?b)", "?a != ?g", "?b = ?c",
        "STR(?a) < STR(?b)", "STR(?b) != STR(?c)", "?b > ?c", "?b IN (1, <http://e/n2>)", "?b > 0 || BOUND(?g)", "COALESCE(?c, 1) = 1") + ") ";
  }

  private String graph() {
    return random.nextBoolean() ? "?g" : "<http://e/g" + random.nextInt(7) + ">";
  }

  private String path() {
    return term("<http://e/p0>/<http://e/p1>", "<http://e/p0>|<http://e/p1>", "^<http://e/p2>", "<http://e/p0>+", "<http://e/p1>?",
        "!<http://e/p1>");
  }

  private String triples() {
    return random.nextInt(3) == 0 ? triple() + " . " + triple() : triple();
  }

  private String triple() {
    return term("?a", "?b", "?g", "<http://e/n1>") + " " + term("?p", "<http://e/p0>", "<http://e/p1>", "<http://e/p2>") + " "
        + term("?b", "?c", "?a", "<http://e/n2>", "1");
  }

  private String term(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
