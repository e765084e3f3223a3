package goldenbridge.check;

import goldenbridge.fault.Place;
import goldenbridge.graph.Home;
import goldenbridge.rdf.Places;
import goldenbridge.rdf.RdfReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * A file of SHACL shapes, parsed once.
 *
 * @param targets the shapes that select focus nodes; empty when the file cannot be used
 * @param findings what is wrong with the file itself
 */
record ShapeFile(String shown, Graph graph, Places places, Shapes shapes, List<Shape> targets, List<Finding> findings) {
  private static final Node GRAPH = NodeFactory.createURI("urn:x-shapes");

  /** Reads {@code ontology/NAME}; trouble becomes findings. */
  static ShapeFile read(Home home, String name) {
    Path file = home.ontology().resolve(name);
    String shown = home.show(file);
    Graph graph = GraphFactory.createDefaultGraph();
    Places places = new Places();
    if (!Files.exists(file)) {
      return unusable(shown, graph, places,
          List.of(Finding.of(BuiltIn.MISSING_FILE, shown + " is missing: nothing is checked by its shapes",
          Place.of(shown), "add the file, if only with its prefixes")));
    }
    List<Finding> findings = new ArrayList<>();
    RdfReader.of(file, shown).read(GRAPH, (quad, line, column) -> {
      graph.add(quad.asTriple());
      places.note(quad, new Place(shown, line, column));
    }).forEach(problem -> findings.add(Finding.of(problem)));
    return findings.isEmpty() ? parse(shown, graph, places) : unusable(shown, graph, places, findings);
  }

  private static ShapeFile parse(String shown, Graph graph, Places places) {
    try {
      Shapes shapes = Shapes.parse(graph);
      return new ShapeFile(shown, graph, places, shapes, List.copyOf(shapes.getTargetShapes()), List.of());
    } catch (JenaException malformed) {
      String message = String.valueOf(malformed.getMessage());
      return unusable(shown, graph, places, List.of(
          Finding.of(BuiltIn.SHAPE_SYNTAX, message, mentioned(message, graph, places, shown),
              "mend the shape: no shape of this file is used until then")));
    }
  }

  private static ShapeFile unusable(String shown, Graph graph, Places places, List<Finding> findings) {
    return new ShapeFile(shown, graph, places, Shapes.parse(GraphFactory.createDefaultGraph()), List.of(), findings);
  }

  /** The same file with only the targets of that id. */
  ShapeFile only(String id) {
    return new ShapeFile(shown, graph, places, shapes,
        targets.stream().filter(shape -> id(shape.getShapeNode()).equals(id)).toList(), findings);
  }

  /** The shapes that can give a finding: those with targets, and the property shapes that they lead to. */
  Collection<Shape> reporting() {
    Set<Shape> found = new LinkedHashSet<>();
    targets.forEach(shape -> collect(shape, found));
    return found;
  }

  private static void collect(Shape shape, Set<Shape> found) {
    if (found.add(shape)) {
      shape.getPropertyShapes().forEach(property -> collect(property, found));
    }
  }

  /** What is told of each named shape that can give a finding. */
  List<RuleText> texts() {
    return reporting().stream().filter(shape -> shape.getShapeNode().isURI())
        .map(shape -> new RuleText(id(shape.getShapeNode()), "shape",
        severity(shape.getSeverity().level()), text(shape.getShapeNode(), SHACL.message), comment(shape.getShapeNode()),
        place(shape.getShapeNode(), null))).toList();
  }

  /** The IRI of a shape, or of the nearest shape around it that has one. */
  Node named(Node shape) {
    Node outer = shape;
    while (outer.isBlank()) {
      List<Node> around = graph.find(Node.ANY, Node.ANY, outer).mapWith(Triple::getSubject).toList();
      if (around.isEmpty()) {
        return shape;
      }
      outer = around.get(0);
    }
    return outer;
  }

  /** The English text of the comment, {@code ""} when there is none. */
  String comment(Node shape) {
    return text(shape, RDFS.comment.asNode());
  }

  String text(Node shape, Node property) {
    List<Node> texts = graph.find(shape, property, Node.ANY).mapWith(Triple::getObject).filterKeep(Node::isLiteral)
        .toList();
    return texts.stream().filter(text -> text.getLiteralLanguage().startsWith("en")).findFirst()
        .or(() -> texts.stream().filter(text -> text.getLiteralLanguage().isEmpty()).findFirst())
        .map(Node::getLiteralLexicalForm).orElse("");
  }

  /** Where a shape, or its statement with a property, stands. */
  Place place(Node shape, Node property) {
    return places.ofFinding(shape, property, null, RDF.type.asNode()).orElse(Place.of(shown));
  }

  /** The stable id of a shape's findings: the local name of its IRI. */
  static String id(Node shape) {
    return shape.isURI() ? shape.getURI().replaceAll("^.*[#/:]", "") : "shape";
  }

  static Severity severity(Node level) {
    if (SHACL.Info.equals(level)) {
      return Severity.INFO;
    }
    return SHACL.Warning.equals(level) ? Severity.WARNING : Severity.VIOLATION;
  }

  private static Place mentioned(String message, Graph graph, Places places, String shown) {
    return graph.find().mapWith(Triple::getSubject).filterKeep(Node::isURI).toList().stream().distinct()
        .filter(node -> message.contains(node.getURI())
        || message.matches("(?s).*\\w*:" + java.util.regex.Pattern.quote(id(node)) + "\\b.*"))
        .max(java.util.Comparator.comparingInt(node -> node.getURI().length()))
        .flatMap(node -> places.ofFinding(node, null, null, RDF.type.asNode())).orElse(Place.of(shown));
  }
}
