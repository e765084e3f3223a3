package goldenbridge.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * The terms that the graph itself coins: its classes and properties, each list in the order of names.
 *
 * @param classes also those of them that have no instance yet
 */
public record Terms(List<Term> classes, List<Term> objectProperties, List<Term> datatypeProperties) {

  /**
   * One term.
   *
   * @param label with its language, or none for a local name
   * @param definition in the language asked for, else in the first that has one, or empty
   * @param examples in the same way
   * @param above the classes or properties that it is a narrower case of
   * @param domains empty for a class
   * @param ranges empty for a class
   * @param uses instances of a class and of its narrower ones, triples of a property
   */
  public record Term(Node iri, Node label, Optional<Node> definition, List<Node> examples, List<Node> above, List<Node> domains,
      List<Node> ranges, long uses, boolean deprecated) {}

  /** The terms of a snapshot, told in a language. */
  public static Terms of(Snapshot snapshot, String language) {
    Reader reader = new Reader(snapshot, language);
    return new Terms(reader.terms(OWL.Class.asNode()), reader.terms(OWL.ObjectProperty.asNode()), reader.terms(OWL.DatatypeProperty.asNode()));
  }

  private static final Node DEPRECATED = NodeFactory.createURI(OWL.NS + "deprecated");

  private record Reader(Snapshot snapshot, Graph graph, String language) {
    Reader(Snapshot snapshot, String language) {
      this(snapshot, snapshot.dataset().getDefaultGraph(), language);
    }

    List<Term> terms(Node kind) {
      return graph.find(Node.ANY, RDF.type.asNode(), kind).mapWith(Triple::getSubject)
          .filterKeep(term -> term.isURI() && term.getURI().startsWith(snapshot.description().base())).toList().stream().distinct()
          .sorted(Comparator.comparing(Node::getURI)).map(this::term).toList();
    }

    private Term term(Node iri) {
      boolean deprecated = graph.contains(iri, DEPRECATED, NodeFactory.createLiteralByValue(true));
      long uses = Optional.ofNullable(Partitions.of(snapshot).properties().get(iri)).map(Partitions.Tally::triples).orElseGet(() -> instances(iri));
      return new Term(iri, label(iri), texts(iri, SKOS.definition.asNode()).stream().findFirst(), texts(iri, SKOS.example.asNode()),
          above(iri), objects(iri, RDFS.domain.asNode()), objects(iri, RDFS.range.asNode()), uses, deprecated);
    }

    private long instances(Node type) {
      Set<Node> types = new LinkedHashSet<>(Set.of(type));
      Deque<Node> open = new ArrayDeque<>(types);
      while (!open.isEmpty()) {
        graph.find(Node.ANY, RDFS.subClassOf.asNode(), open.poll()).mapWith(Triple::getSubject).toList().stream().filter(types::add).forEach(open::add);
      }
      Set<Node> instances = new HashSet<>();
      types.forEach(one -> graph.find(Node.ANY, RDF.type.asNode(), one).mapWith(Triple::getSubject).forEach(instances::add));
      return instances.size();
    }

    private Node label(Node iri) {
      return snapshot.labels().chosen(iri, language).or(() -> texts(iri, RDFS.label.asNode()).stream().findFirst())
          .orElseGet(() -> NodeFactory.createLiteralString(Labels.localName(iri)));
    }

    private List<Node> above(Node iri) {
      List<Node> above = new ArrayList<>(objects(iri, RDFS.subClassOf.asNode()));
      above.addAll(objects(iri, RDFS.subPropertyOf.asNode()));
      return above;
    }

    private List<Node> objects(Node subject, Node property) {
      return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).filterKeep(Node::isURI).toList().stream()
          .sorted(Comparator.comparing(Node::getURI)).toList();
    }

    /** The texts in the first language that has any. */
    private List<Node> texts(Node subject, Node property) {
      List<Node> literals = graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).filterKeep(Node::isLiteral).toList();
      List<String> order = new ArrayList<>(List.of(language));
      order.addAll(snapshot.description().languages());
      order.add("");
      return order.stream().map(wanted -> literals.stream().filter(literal -> literal.getLiteralLanguage().equals(wanted))
          .sorted(Comparator.comparing(Node::getLiteralLexicalForm)).toList()).filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
    }
  }
}
