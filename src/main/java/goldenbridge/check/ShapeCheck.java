package goldenbridge.check;

import goldenbridge.fault.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.shacl.engine.TargetType;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.MaxCount;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;

/**
 * Validates against SHACL in three runs: the style shapes on the ontology alone, the data shapes on everything together (without
 * the ontology subclasses would be unknown), and the passage shapes on one piece of evidence at a time (on everything
 * together they would flag honest disagreement).
 *
 * @see <a href="https://www.w3.org/TR/shacl/#validation-definition">SHACL, section 3.4</a>
 */
final class ShapeCheck {
  private final Material material;
  private final List<Finding> findings = new ArrayList<>();

  private ShapeCheck(Material material) {
    this.material = material;
  }

  static List<Finding> run(ShapeFiles files, Material material) {
    ShapeCheck check = new ShapeCheck(material);
    check.validate(files.style(), material.ontology(), null);
    check.validate(files.data(), material.dataset().getDefaultGraph(), null);
    check.passages(files.passage());
    return check.findings;
  }

  private void passages(ShapeFile file) {
    Graph subclasses = needsClasses(file) ? subclasses() : null;
    for (Node name : material.evidence()) {
      Graph passage = material.dataset().getGraph(name);
      validate(file, subclasses == null ? passage : new Union(passage, subclasses), name);
    }
  }

  /** A passage does not repeat the hierarchy of classes; shapes that ask for classes get it, and nothing else of the ontology. */
  private Graph subclasses() {
    Graph found = GraphFactory.createDefaultGraph();
    material.dataset().getDefaultGraph().find(Node.ANY, RDFS.subClassOf.asNode(), Node.ANY).forEach(found::add);
    return found;
  }

  private static boolean needsClasses(ShapeFile file) {
    return file.graph().contains(Node.ANY, SHACL.class_, Node.ANY) || file.targets().stream()
        .flatMap(shape -> shape.getTargets().stream())
        .anyMatch(target -> target.getTargetType() == TargetType.targetClass
        || target.getTargetType() == TargetType.implicitClass);
  }

  /** @param graph the name of the graph that the data is, or null when it is several */
  private void validate(ShapeFile file, Graph data, Node graph) {
    Map<Shape, Collection<Node>> focus = new LinkedHashMap<>();
    file.targets().forEach(shape -> {
      Collection<Node> nodes = VLib.focusNodes(data, shape);
      if (!nodes.isEmpty()) {
        focus.put(shape, nodes);
      }
    });
    if (focus.isEmpty()) {
      return; // most passages: no context is made for them
    }
    ValidationContext context = ValidationContext.create(file.shapes(), data);
    focus.forEach((shape, nodes) -> nodes.forEach(node -> VLib.validateShape(context, data, shape, node)));
    context.generateReport().getEntries().forEach(entry -> findings.add(finding(file, entry, data, graph)));
  }

  private Finding finding(ShapeFile file, ReportEntry entry, Graph data, Node graph) {
    Node shape = file.named(entry.source());
    Optional<Triple> statement = ShapePlaces.statement(data, entry.focusNode(), entry.resultPath(), entry.value());
    return new Finding(ShapeFile.severity(entry.severity().level()), ShapeFile.id(shape),
        subject(entry, statement) + ": " + Wording.sentence(message(file, entry)),
        place(entry, statement, graph), Wording.firstSentence(file.comment(shape)), focus(entry));
  }

  private static String focus(ReportEntry entry) {
    return entry.focusNode().isURI() ? entry.focusNode().getURI() : "";
  }

  private static String message(ShapeFile file, ReportEntry entry) {
    String own = file.text(entry.source(), SHACL.message);
    return own.isEmpty() ? entry.message() : own;
  }

  /** The statement that is wrong, as far as there is one. */
  private String subject(ReportEntry entry, Optional<Triple> statement) {
    Wording wording = material.wording();
    if (statement.isPresent()) {
      Triple triple = statement.get();
      return wording.show(triple.getSubject()) + " " + wording.show(triple.getPredicate()) + " "
          + wording.show(triple.getObject());
    }
    boolean own = entry.value() == null || entry.value().equals(entry.focusNode());
    return wording.show(entry.focusNode()) + (entry.resultPath() == null ? "" : " " + wording.show(entry.resultPath()))
        + (own ? "" : " " + wording.show(entry.value()));
  }

  private Place place(ReportEntry entry, Optional<Triple> statement, Node graph) {
    Locator locator = material.locator();
    if (statement.isPresent()) {
      Triple triple = statement.get();
      return locator.of(triple.getSubject(), triple.getPredicate(), triple.getObject(), graph);
    }
    Optional<Node> property = ShapePlaces.property(entry.resultPath());
    if (property.isPresent() && entry.constraint() instanceof MaxCount) {
      return locator.last(entry.focusNode(), property.get(), graph)
          .orElseGet(() -> locator.of(entry.focusNode(), property.get(), null, graph));
    }
    return locator.of(entry.focusNode(), property.orElse(null), null, graph);
  }
}
