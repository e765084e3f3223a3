package goldenbridge.http;

import goldenbridge.graph.Describe;
import goldenbridge.graph.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** A timeline: an entity and what is linked with it, as far as it stands in time. */
final class Dates {
  private static final int MOST = 100;

  private final Snapshot snapshot;
  private final Graph graph;
  private final Cells cells;

  Dates(Snapshot snapshot, Cells cells) {
    this.snapshot = snapshot;
    this.graph = snapshot.dataset().getDefaultGraph();
    this.cells = cells;
  }

  private record Dated(Node thing, Node date) {}

  /** In the order of time; empty when there is less than two. */
  List<Map<String, Object>> of(Describe described) {
    Set<Node> things = new LinkedHashSet<>();
    things.add(described.entity());
    Stream.of(described.incoming(), described.outgoing()).flatMap(direction -> direction.values().stream()).flatMap(List::stream)
        .map(Describe.Statement::other).filter(node -> node.isURI() && !snapshot.labels().all(node).isEmpty()).forEach(things::add);
    List<Dated> dated = things.stream().flatMap(thing -> date(thing).map(date -> new Dated(thing, date)).stream())
        .sorted(Comparator.comparing((Dated one) -> one.date.getLiteralLexicalForm()).thenComparing(one -> one.thing.toString())).toList();
    return dated.size() < 2 ? List.of() : dated.stream().limit(MOST).map(this::item).toList();
  }

  /** By the first property that has one; of several the most exact. */
  private Optional<Node> date(Node thing) {
    return snapshot.description().pages().dates().stream().flatMap(property -> objects(thing, property).stream().filter(Node::isLiteral)
        .max(Comparator.comparingInt((Node date) -> date.getLiteralLexicalForm().length()).thenComparing(node -> node.toString())).stream()).findFirst();
  }

  private Map<String, Object> item(Dated dated) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("date", cells.of(dated.date));
    item.put("year", dated.date.getLiteralLexicalForm().replaceAll("^(-?\\d{4}).*", "$1"));
    item.put("thing", cells.of(dated.thing));
    item.put("tags", objects(dated.thing, RDF.type.asNode()).stream().map(cells::of).toList());
    return item;
  }

  /** The same for an answer: the first column of dates, the first of names, and what else a row says. */
  static List<Map<String, Object>> of(List<List<Map<String, Object>>> rows) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (int place = 0; place < rows.size(); place++) {
      List<Map<String, Object>> row = rows.get(place);
      Optional<Map<String, Object>> date = row.stream().filter(cell -> cell.get("kind").equals("date")).findFirst();
      Optional<Map<String, Object>> thing = row.stream().filter(cell -> cell.get("kind").equals("iri")).findFirst();
      if (date.isPresent() && thing.isPresent()) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("row", place);
        item.put("date", date.get());
        row.stream().filter(cell -> cell.get("kind").equals("date") && cell != date.get()).findFirst().ifPresent(end -> item.put("end", end));
        item.put("year", date.get().get("value").toString().replaceAll("^(-?\\d{4}).*", "$1"));
        item.put("thing", thing.get());
        item.put("tags", row.stream().filter(cell -> cell.get("kind").equals("iri") && cell != thing.get()).toList());
        items.add(item);
      }
    }
    return items;
  }

  private List<Node> objects(Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
        .sorted(Comparator.comparing(Node::toString)).toList();
  }
}
