package goldenbridge.http;

import goldenbridge.graph.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.vocabulary.RDFS;

/** What the shapes (<a href="https://www.w3.org/TR/shacl/">SHACL</a>) demand of the things of a class, and of the values of a property. */
final class Demands {
  private static final List<Node> TARGETS = List.of(sh("targetClass"), sh("targetSubjectsOf"), sh("targetObjectsOf"));
  private static final List<Node> OTHER_SHAPES = List.of(sh("node"), sh("qualifiedValueShape"));
  private static final List<Node> LISTS_OF_SHAPES = List.of(sh("and"), sh("or"), sh("xone"));

  private final Graph shapes;
  private final Cells cells;
  private final List<Demand> all = new ArrayList<>();

  /**
   * One property shape.
   *
   * @param targets classes or properties whose things must fit
   * @param paths the properties that it speaks of
   */
  private record Demand(Node shape, List<Node> targets, List<Node> paths) {}

  Demands(Snapshot snapshot, Cells cells) {
    this.shapes = snapshot.shapes().graph();
    this.cells = cells;
    shapes.find(Node.ANY, sh("property"), Node.ANY).toList().stream().sorted(Comparator.comparing(Triple::toString))
        .forEach(triple -> all.add(new Demand(triple.getObject(), targets(triple.getSubject()),
            objects(triple.getObject(), sh("path")).flatMap(this::steps).toList())));
  }

  /** For each demand on the term: the other side ({@code terms}), how {@code many} values, {@code values} of which kind, and the {@code message}. */
  List<Map<String, Object>> of(Node term) {
    return all.stream().flatMap(demand -> demand.targets.contains(term) ? Stream.of(shown(demand, demand.paths))
        : demand.paths.contains(term) ? Stream.of(shown(demand, demand.targets)) : Stream.empty()).toList();
  }

  private Map<String, Object> shown(Demand demand, List<Node> terms) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("terms", terms.stream().map(cells::of).toList());
    one.put("many", many(demand.shape));
    one.put("values", values(demand.shape).toList());
    objects(demand.shape, sh("message")).findFirst().ifPresent(message -> one.put("message", cells.of(message)));
    return one;
  }

  private List<Node> targets(Node shape) {
    return TARGETS.stream().flatMap(target -> objects(shape, target)).toList();
  }

  /** The properties of a path, whatever way it leads along them. */
  private Stream<Node> steps(Node path) {
    return path.isURI() ? Stream.of(path) : shapes.find(path, Node.ANY, Node.ANY).toList().stream().map(Triple::getObject)
        .flatMap(next -> GraphList.isListNode(GNode.create(shapes, next)) ? members(next).flatMap(this::steps) : steps(next));
  }

  /** As UML writes it: {@code 1}, {@code 0..1}, {@code 1..*}; {@code ""} for any number. */
  private String many(Node shape) {
    Optional<String> least = number(shape, sh("minCount")).or(() -> number(shape, sh("qualifiedMinCount")));
    Optional<String> most = number(shape, sh("maxCount")).or(() -> number(shape, sh("qualifiedMaxCount")));
    if (least.isEmpty() && most.isEmpty()) {
      return "";
    }
    return least.equals(most) ? least.get() : least.orElse("0") + ".." + most.orElse("*");
  }

  private Optional<String> number(Node shape, Node bound) {
    return objects(shape, bound).findFirst().map(Node::getLiteralLexicalForm);
  }

  private Stream<Map<String, Object>> values(Node shape) {
    return Stream.of(
        Stream.of(sh("datatype"), sh("class"), sh("nodeKind"), sh("hasValue")).flatMap(kind -> objects(shape, kind)).map(cells::of),
        objects(shape, sh("in")).flatMap(this::members).map(cells::of),
        objects(shape, sh("minInclusive")).map(bound -> text("≥ " + bound.getLiteralLexicalForm())),
        objects(shape, sh("maxInclusive")).map(bound -> text("≤ " + bound.getLiteralLexicalForm())),
        objects(shape, sh("pattern")).map(pattern -> text(pattern.getLiteralLexicalForm())),
        Stream.concat(OTHER_SHAPES.stream().flatMap(link -> objects(shape, link)),
            LISTS_OF_SHAPES.stream().flatMap(link -> objects(shape, link)).flatMap(this::members)).flatMap(this::told)).flatMap(part -> part);
  }

  /** Another shape in its own words, else in its demands. */
  private Stream<Map<String, Object>> told(Node shape) {
    return objects(shape, RDFS.comment.asNode()).findFirst().map(comment -> Stream.of(cells.of(comment))).orElseGet(() -> values(shape));
  }

  private static Node sh(String name) {
    return NodeFactory.createURI("http://www.w3.org/ns/shacl#" + name);
  }

  private static Map<String, Object> text(String text) {
    return Map.of("kind", "text", "text", text);
  }

  private Stream<Node> members(Node list) {
    return GraphList.members(GNode.create(shapes, list)).stream();
  }

  private Stream<Node> objects(Node subject, Node property) {
    return shapes.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream().sorted(Comparator.comparing(Node::toString));
  }
}
