package goldenbridge.about;

import goldenbridge.rdf.Prefixes;
import java.util.Collection;
import java.util.Map;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/** A graph while it is being put together. */
final class Statements {
  private final Graph graph = GraphFactory.createDefaultGraph();

  /** The graph with those prefixes of its own and the given ones. */
  Graph graph(Prefixes prefixes, Map<String, String> more) {
    graph.getPrefixMapping().setNsPrefixes(more).setNsPrefixes(prefixes.byPrefix());
    return graph;
  }

  Statements add(Collection<Triple> triples) {
    triples.forEach(graph::add);
    return this;
  }

  Statements type(Node subject, Node type) {
    return add(subject, RDF.type.asNode(), type);
  }

  Statements add(Node subject, Node property, Node value) {
    graph.add(Triple.create(subject, property, value));
    return this;
  }

  Statements text(Node subject, Node property, String text, String language) {
    return add(subject, property, language.isEmpty() ? NodeFactory.createLiteralString(text) : NodeFactory.createLiteralLang(text, language));
  }

  Statements number(Node subject, Node property, long number, RDFDatatype datatype) {
    return add(subject, property, NodeFactory.createLiteralDT(Long.toString(number), datatype));
  }

  Statements count(Node subject, Node property, long number) {
    return number(subject, property, number, XSDDatatype.XSDinteger);
  }

  static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
