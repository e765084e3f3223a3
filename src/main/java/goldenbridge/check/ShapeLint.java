package goldenbridge.check;

import goldenbridge.fault.Nearest;
import goldenbridge.fault.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDFS;

/** What is wrong with shapes that parse: no name, no text, words that SHACL does not have, terms that the ontology lacks. */
final class ShapeLint {
  private static final Set<String> WORDS = words();

  private final ShapeFile file;
  private final Wording wording;
  private final List<Finding> findings = new ArrayList<>();

  private ShapeLint(ShapeFile file, Wording wording) {
    this.file = file;
    this.wording = wording;
  }

  static List<Finding> run(ShapeFile file, Vocabulary vocabulary, Wording wording) {
    ShapeLint lint = new ShapeLint(file, wording);
    file.reporting().forEach(lint::shape);
    file.graph().find().forEach(triple -> lint.terms(triple, vocabulary));
    return lint.findings;
  }

  private void shape(Shape shape) {
    Node node = shape.getShapeNode();
    if (!node.isURI()) {
      findings.add(Finding.of(BuiltIn.SHAPE_NAME, "a shape of " + wording.show(file.named(node))
          + " has no name of its own",
          file.place(node, null), "give it an IRI such as " + wording.show(file.named(node)) + "-what-it-asks"));
      return;
    }
    List<String> missing = Stream.of(SHACL.message, RDFS.comment.asNode())
        .filter(property -> file.text(node, property).isEmpty())
        .map(property -> property.equals(SHACL.message) ? "sh:message" : "rdfs:comment").toList();
    if (!missing.isEmpty()) {
      findings.add(Finding.of(BuiltIn.SHAPE_TEXT,
          "the shape " + ShapeFile.id(node) + " has no English " + String.join(" and no ", missing),
          file.place(node, null), "the message tells what to do, the comment why"));
    }
  }

  private void terms(Triple triple, Vocabulary vocabulary) {
    Place place = file.places().ofFinding(triple.getSubject(), triple.getPredicate(), triple.getObject(), null)
        .orElse(Place.of(file.shown()));
    Stream.of(triple.getPredicate(), triple.getObject()).filter(Node::isURI).map(Node::getURI).forEach(iri -> {
      if (iri.startsWith(SHACL.NS)) {
        word(iri.substring(SHACL.NS.length()), place);
      } else {
        vocabulary.judgeTerm(iri, place).ifPresent(findings::add);
      }
    });
  }

  private void word(String name, Place place) {
    if (!WORDS.contains(name)) {
      findings.add(Finding.of(BuiltIn.SHAPE_TERM, "SHACL has no word sh:" + name, place,
          Nearest.hint(name, WORDS, "see the vocabulary of SHACL")));
    }
  }

  /** From the W3C's own file, which Jena carries. */
  private static Set<String> words() {
    Graph vocabulary = RDFParser.source("std/shacl.ttl").lang(Lang.TURTLE)
        .streamManager(org.apache.jena.riot.system.stream.StreamManager.get()).toGraph();
    return vocabulary.find().mapWith(Triple::getSubject).filterKeep(Node::isURI).mapWith(Node::getURI)
        .filterKeep(iri -> iri.startsWith(SHACL.NS)).mapWith(iri -> iri.substring(SHACL.NS.length())).toList().stream()
        .collect(Collectors.toSet());
  }
}
