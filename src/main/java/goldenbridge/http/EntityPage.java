package goldenbridge.http;

import goldenbridge.about.Disputes;
import goldenbridge.fault.Problem;
import goldenbridge.graph.DatasetDescription;
import goldenbridge.graph.Describe;
import goldenbridge.graph.Passage;
import goldenbridge.graph.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;

/** The page about one entity: its names, what is said of it and by whom, where else it is named, its dates and its figures. */
final class EntityPage {
  /** Of a property, with all its other values a link away. */
  private static final int MOST = 50;
  /** Voices of a statement that are called by name: its marks lead to all. */
  private static final int MOST_VOICES = 3;

  private final Describe described;
  private final Snapshot snapshot;
  private final DatasetDescription told;
  private final Cells cells;
  private final Footnotes notes;

  EntityPage(Describe described, Snapshot snapshot, Cells cells) {
    this.described = described;
    this.snapshot = snapshot;
    this.told = snapshot.description();
    this.cells = cells;
    this.notes = new Footnotes(cells);
  }

  Map<String, Object> model() {
    Node entity = described.entity();
    Records records = new Records(described, snapshot, cells, notes);
    Map<String, Object> model = new HashMap<>();
    model.putAll(head());
    model.put("names", names());
    model.put("outgoing", groups(described.outgoing(), "", told()));
    model.put("records", records.tables());
    model.put("figures", records.figures());
    model.put("timeline", new Dates(snapshot, cells).of(described));
    model.put("incoming", groups(described.incoming(), "^", Set.of(told.evidence().source())).stream()
        .filter(group -> !((List<?>) group.get("statements")).isEmpty()).toList());
    Parts parts = new Parts(snapshot, cells, notes);
    parts.ofPassage(entity).ifPresent(part -> model.put("passage", part));
    model.put("passages", parts.ofSource(entity));
    model.put("notes", notes.notes());
    return model;
  }

  private Map<String, Object> head() {
    Node entity = described.entity();
    return Map.of("iri", entity.getURI(), "short", snapshot.prefixes().compact(entity.getURI()), "name", cells.of(entity), "types", types());
  }

  /**
   * One part of the page, in full: all values of a property, all subjects of which the entity is the value, or all records of a
   * class.
   *
   * @param key the property or class as a compact name; a property that leads here with a {@code ^} before it, as in SPARQL
   * @throws goldenbridge.fault.ProblemException with code {@code parameter-value} when the page has no such part
   */
  Map<String, Object> part(String key, Paging page) {
    Map<String, Object> model = new HashMap<>(head());
    String name = key.replaceFirst("^\\^", "");
    Node term = snapshot.prefixes().expand(name).orElseGet(() -> NodeFactory.createURI(name.replaceAll("^<|>$", "")));
    Optional<Map<String, Object>> table = new Records(described, snapshot, cells, notes).table(term, page);
    table.ifPresent(records -> model.put("table", records));
    if (table.isEmpty()) {
      List<Describe.Statement> statements = (key.startsWith("^") ? described.incoming() : described.outgoing()).getOrDefault(term, List.of());
      if (statements.isEmpty()) {
        throw Problem.badInput("parameter-value", "parameter all: \"" + key + "\" names nothing that this page has", "go to the page itself and follow its links")
            .about("all").raise();
      }
      model.put("group", group(term, key, statements, page));
    }
    model.put("count", ((Map<?, ?>) model.getOrDefault("table", model.get("group"))).get("count"));
    model.put("notes", notes.notes());
    return model;
  }

  /** Properties that the head of the page has told already. */
  private Set<Node> told() {
    Set<Node> shown = new LinkedHashSet<>(told.labelProperties());
    shown.addAll(told.variantProperties());
    shown.add(RDF.type.asNode());
    return shown;
  }

  /** Those with a name, if there is any. */
  private List<Map<String, Object>> types() {
    List<Node> types = described.outgoing().getOrDefault(RDF.type.asNode(), List.of()).stream().map(Describe.Statement::other).toList();
    List<Node> named = types.stream().filter(type -> !snapshot.labels().all(type).isEmpty()).toList();
    return (named.isEmpty() ? types : named).stream().map(cells::of).toList();
  }

  /** All forms of the name by language, in the graph's order of languages. */
  private List<Map<String, Object>> names() {
    Map<String, List<Map<String, Object>>> byLanguage = new LinkedHashMap<>();
    told.languages().forEach(language -> byLanguage.put(language, new ArrayList<>()));
    Stream.of(told.labelProperties(), told.variantProperties()).flatMap(Collection::stream).forEach(property ->
        described.outgoing().getOrDefault(property, List.of()).stream().filter(statement -> statement.other().isLiteral()).forEach(statement ->
            byLanguage.computeIfAbsent(statement.other().getLiteralLanguage(), language -> new ArrayList<>())
                .add(Map.of("text", statement.other().getLiteralLexicalForm(), "form", cells.of(property),
                    "main", told.labelProperties().contains(property), "marks", notes.passages(statement.passages())))));
    return byLanguage.entrySet().stream().filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> Map.<String, Object>of("language", entry.getKey(), "name", entry.getKey().isEmpty() ? "–" : Words.nameOf(entry.getKey()), "forms", entry.getValue()))
        .toList();
  }

  private List<Map<String, Object>> groups(Map<Node, List<Describe.Statement>> byProperty, String direction, Set<Node> left) {
    List<Map<String, Object>> groups = new ArrayList<>();
    byProperty.forEach((property, statements) -> {
      if (!left.contains(property)) {
        groups.add(group(property, direction + snapshot.prefixes().compact(property.getURI()), statements, new Paging(1, MOST)));
      }
    });
    return groups;
  }

  private Map<String, Object> group(Node property, String key, List<Describe.Statement> statements, Paging page) {
    List<Describe.Statement> named = statements.stream()
        .filter(statement -> !Records.isRecord(statement.other(), snapshot) && !statement.triple().getSubject().equals(told.iri())
            || described.entity().equals(told.iri())).toList();
    boolean several = named.stream().map(statement -> statement.passages().stream().map(Passage::iri).toList()).distinct().count() > 1;
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("property", cells.of(property));
    group.put("key", key);
    group.put("count", named.size());
    group.put("statements", page.of(named).stream().map(statement -> statement(statement, several)).toList());
    return group;
  }

  /**
   * A statement with the marks of its evidence.
   *
   * @param several whether others say something else: then each says who
   */
  private Map<String, Object> statement(Describe.Statement statement, boolean several) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("value", cells.of(statement.other()));
    one.put("disputed", Disputes.of(snapshot).contains(statement.triple()));
    one.put("marks", notes.passages(statement.passages()));
    List<Node> who = statement.passages().stream().map(passage -> Optional.ofNullable(passage.speaker()).orElse(passage.source())).distinct().toList();
    one.put("who", several ? who.stream().limit(MOST_VOICES).map(cells::of).toList() : List.of());
    one.put("others", several ? Math.max(0, who.size() - MOST_VOICES) : 0);
    return one;
  }
}
