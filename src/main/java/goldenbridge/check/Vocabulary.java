package goldenbridge.check;

import goldenbridge.fault.Nearest;
import goldenbridge.fault.Place;
import goldenbridge.graph.UnionDatasetGraph;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;

/** The names that queries, rules and shapes may use: the terms of the ontology, and what the data holds under its base. */
final class Vocabulary {
  private static final Node NAMESPACE = NodeFactory.createURI("http://purl.org/vocab/vann/preferredNamespaceUri");

  private final List<String> namespaces;
  private final Set<String> terms = new TreeSet<>();
  private final String base;
  private final UnionDatasetGraph dataset;
  private final Wording wording;

  /** The namespace of an ontology is the one that it prefers, else its name followed by {@code #}. */
  Vocabulary(Material material, String base) {
    this.base = base;
    this.dataset = material.dataset();
    this.wording = material.wording();
    Graph ontology = material.ontology();
    namespaces = ontology.find(Node.ANY, RDF.type.asNode(), OWL.Ontology.asNode()).mapWith(Triple::getSubject).toList()
        .stream()
        .flatMap(iri -> namespace(ontology, iri)).toList();
    ontology.find().mapWith(Triple::getSubject).filterKeep(Node::isURI).filterKeep(node -> isTerm(node.getURI()))
        .forEach(node -> terms.add(node.getURI()));
  }

  /** A finding when the name should be known but is not. */
  Optional<Finding> judge(String iri, Place place) {
    if (isTerm(iri)) {
      return judgeTerm(iri, place);
    }
    return !iri.startsWith(base) || occurs(NodeFactory.createURI(iri)) ? Optional.empty()
        : Optional.of(Finding.of(BuiltIn.UNKNOWN_NAME,
        "the data says nothing of " + show(iri), place,
        Nearest.hint(show(iri), neighbours(iri), "correct the spelling or remove it")));
  }

  /** A finding when the name is in a namespace of the ontology, which does not define it; what the data should hold is not looked at. */
  Optional<Finding> judgeTerm(String iri, Place place) {
    return !isTerm(iri) || terms.contains(iri) ? Optional.empty() : Optional.of(Finding.of(BuiltIn.UNDEFINED_TERM,
        show(iri) + " is not defined by the ontology", place,
        Nearest.hint(show(iri), terms.stream().map(this::show).toList(), "correct the spelling or define it")));
  }

  private boolean isTerm(String iri) {
    return namespaces.stream().anyMatch(namespace -> iri.startsWith(namespace) && iri.length() > namespace.length());
  }

  private boolean occurs(Node iri) {
    Graph all = dataset.getDefaultGraph();
    return all.contains(iri, Node.ANY, Node.ANY) || all.contains(Node.ANY, Node.ANY, iri)
        || all.contains(Node.ANY, iri, Node.ANY)
        || dataset.containsGraph(iri);
  }

  /** The subjects that share the name's namespace. */
  private List<String> neighbours(String iri) {
    String namespace = iri.replaceAll("[^/#]*$", "");
    return dataset.getDefaultGraph().find().mapWith(Triple::getSubject).filterKeep(Node::isURI).mapWith(Node::getURI)
        .filterKeep(other -> other.startsWith(namespace)).mapWith(this::show).toList().stream().distinct().toList();
  }

  private String show(String iri) {
    return wording.prefixes().compact(iri);
  }

  private static Stream<String> namespace(Graph ontology, Node iri) {
    List<String> preferred = ontology.find(iri, NAMESPACE, Node.ANY).mapWith(Triple::getObject).filterKeep(Node::isLiteral)
        .mapWith(Node::getLiteralLexicalForm).toList();
    return preferred.isEmpty() ? Stream.of(iri.getURI() + "#") : preferred.stream();
  }
}
