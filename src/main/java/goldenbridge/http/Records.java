package goldenbridge.http;

import goldenbridge.graph.Describe;
import goldenbridge.graph.PageTerms;
import goldenbridge.graph.Passage;
import goldenbridge.graph.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** The nameless nodes of sources that speak of an entity, such as figures and notes, as tables: one for each class of them. */
final class Records {
  private static final int MOST = 12;

  private final Describe described;
  private final Snapshot snapshot;
  private final Graph graph;
  private final Cells cells;
  private final Footnotes notes;

  Records(Describe described, Snapshot snapshot, Cells cells, Footnotes notes) {
    this.described = described;
    this.snapshot = snapshot;
    this.graph = snapshot.dataset().getDefaultGraph();
    this.cells = cells;
    this.notes = notes;
  }

  /** Whether a node has no name of its own, and is neither evidence nor a document: it is read where it is used. */
  static boolean isRecord(Node node, Snapshot snapshot) {
    return node.isURI() && node.getURI().startsWith(snapshot.description().base()) && node.getURI().indexOf('#') > 0
        && snapshot.labels().all(node).isEmpty() && snapshot.evidence().named(node).isEmpty()
        && snapshot.dataset().getDefaultGraph().contains(node, RDF.type.asNode(), Node.ANY);
  }

  /** By class: its cell, the heads of its columns, and the first rows of cells (a list each) with marks. */
  List<Map<String, Object>> tables() {
    return byClass().entrySet().stream().map(entry -> table(entry.getKey(), entry.getValue(), new Paging(1, MOST))).toList();
  }

  /** The table of one class, as many rows of it as a page has; empty when no record is of that class. */
  Optional<Map<String, Object>> table(Node type, Paging page) {
    return Optional.ofNullable(byClass().get(type)).map(records -> table(type, records, page));
  }

  private Map<Node, Set<Node>> byClass() {
    Map<Node, Set<Node>> byClass = new TreeMap<>((one, two) -> one.toString().compareTo(two.toString()));
    described.incoming().values().forEach(statements -> statements.stream().map(Describe.Statement::other)
        .filter(node -> isRecord(node, snapshot)).forEach(node -> type(node).ifPresent(type ->
            byClass.computeIfAbsent(type, key -> new LinkedHashSet<>()).add(node))));
    return byClass;
  }

  private Map<String, Object> table(Node type, Set<Node> records, Paging page) {
    Set<Node> properties = new TreeSet<>((one, two) -> one.toString().compareTo(two.toString()));
    records.forEach(record -> graph.find(record, Node.ANY, Node.ANY).forEach(triple -> {
      if (!triple.getPredicate().equals(RDF.type.asNode()) && !triple.getObject().equals(described.entity())) {
        properties.add(triple.getPredicate());
      }
    }));
    Map<List<List<Node>>, Set<Passage>> rows = merged(records, properties);
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("class", cells.of(type));
    table.put("key", snapshot.prefixes().compact(type.getURI()));
    table.put("count", rows.size());
    table.put("properties", properties.stream().map(cells::of).toList());
    table.put("rows", page.of(List.copyOf(rows.entrySet())).stream().map(row -> row(row.getKey(), row.getValue())).toList());
    return table;
  }

  /** Records that say the same are one row with the evidence of all; the latest stand first, those without a time last. */
  private Map<List<List<Node>>, Set<Passage>> merged(Set<Node> records, Set<Node> properties) {
    Map<List<List<Node>>, Set<Passage>> merged = new LinkedHashMap<>();
    records.forEach(record -> merged.computeIfAbsent(properties.stream().map(property -> objects(record, property)).toList(), row -> new TreeSet<>())
        .addAll(passages(record)));
    Map<List<List<Node>>, Set<Passage>> ordered = new LinkedHashMap<>();
    merged.entrySet().stream().sorted(Map.Entry.comparingByKey(Comparator.comparing(Records::time).reversed()))
        .forEach(row -> ordered.put(row.getKey(), row.getValue()));
    return ordered;
  }

  private static String time(List<List<Node>> row) {
    return row.stream().flatMap(List::stream).filter(Node::isLiteral).map(Node::getLiteralLexicalForm).filter(text -> text.matches("\\d{4}(-\\d\\d){0,2}"))
        .findFirst().orElse("");
  }

  private Map<String, Object> row(List<List<Node>> values, Set<Passage> passages) {
    return Map.of("cells", values.stream().map(list -> list.stream().filter(value -> !isRecord(value, snapshot)).map(this::cell).toList()).toList(), "marks", notes.passages(List.copyOf(passages)));
  }

  /** A passage of the very source that the page is about needs no more than its place. */
  private Map<String, Object> cell(Node value) {
    Map<String, Object> cell = new LinkedHashMap<>(cells.of(value));
    snapshot.evidence().named(value).filter(passage -> passage.source().equals(described.entity()) && !passage.place().isEmpty())
        .ifPresent(passage -> cell.put("text", "¶ " + passage.place()));
    return cell;
  }

  /** What a chart can be drawn from: the time, number and kind of each figure, for kinds with several times; or nothing. */
  List<Map<String, Object>> figures() {
    PageTerms terms = snapshot.description().pages();
    if (terms.measured().isEmpty() || terms.value().isEmpty() || terms.time().isEmpty()) {
      return List.of();
    }
    Map<Node, List<Map<String, Object>>> byKind = new LinkedHashMap<>();
    // Figures that have no more in common than their class are no course of anything.
    described.incoming().entrySet().stream().filter(entry -> !entry.getKey().equals(RDF.type.asNode())).flatMap(entry -> entry.getValue().stream())
        .map(Describe.Statement::other).distinct().filter(node -> isRecord(node, snapshot)).forEach(figure -> objects(figure, terms.measured().get()).forEach(kind ->
            point(figure, terms).ifPresent(point -> byKind.computeIfAbsent(kind, key -> new ArrayList<>()).add(point))));
    return byKind.entrySet().stream().filter(entry -> entry.getValue().stream().map(point -> point.get("time")).distinct().count() > 1)
        .map(entry -> Map.<String, Object>of("kind", cells.of(entry.getKey()), "points",
            entry.getValue().stream().sorted((one, two) -> order(one).compareTo(order(two))).toList())).toList();
  }

  private static String order(Map<String, Object> point) {
    return ((Map<?, ?>) point.get("time")).get("value").toString();
  }

  private Optional<Map<String, Object>> point(Node figure, PageTerms terms) {
    Optional<Map<String, Object>> time = terms.time().stream().flatMap(property -> objects(figure, property).stream()).findFirst()
        .map(cells::of).filter(cell -> cell.get("kind").equals("date"));
    Optional<Map<String, Object>> value = terms.value().stream().flatMap(property -> objects(figure, property).stream()).findFirst()
        .map(cells::of).filter(cell -> cell.get("kind").equals("number"));
    return time.flatMap(when -> value.map(number -> Map.of("time", when, "value", number, "marks", notes.passages(passages(figure)))));
  }

  private List<Passage> passages(Node record) {
    return graph.find(record, Node.ANY, Node.ANY).toList().stream().flatMap(triple -> snapshot.evidence().of(triple).stream()).distinct().sorted().toList();
  }

  private Optional<Node> type(Node node) {
    return objects(node, RDF.type.asNode()).stream().findFirst();
  }

  private List<Node> objects(Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
        .sorted((one, two) -> one.toString().compareTo(two.toString())).toList();
  }
}
