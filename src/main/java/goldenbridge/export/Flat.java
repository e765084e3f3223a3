package goldenbridge.export;

import goldenbridge.graph.Snapshot;
import goldenbridge.rdf.RdfOutput;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The union of all graphs for tools that know triples only: what graph names said is kept by {@code prov:wasDerivedFrom} from
 * each entity to its passages, and names stand as {@code rdfs:label} too.
 */
final class Flat {
  private static final Node DERIVED = NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");

  private final Snapshot snapshot;

  Flat(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  void turtle(OutputStream out) {
    new Quads(snapshot).triples(triples(), RDFFormat.TURTLE_BLOCKS, out);
  }

  void nTriples(OutputStream out) {
    new Quads(snapshot).triples(triples(), RDFFormat.NTRIPLES_UTF8, out);
  }

  void jsonLd(OutputStream out) {
    Graph graph = GraphFactory.createDefaultGraph();
    triples().stream().sorted(Quads.TRIPLES).forEach(graph::add);
    graph.getPrefixMapping().setNsPrefixes(snapshot.prefixes().byPrefix());
    RdfOutput.write(RDFWriter.source(graph).format(RDFFormat.JSONLD11_PRETTY), out);
  }

  private List<Triple> triples() {
    Set<Triple> triples = new LinkedHashSet<>(snapshot.dataset().getDefaultGraph().find().toList());
    snapshot.evidence().passages().forEach(passage -> snapshot.dataset().getGraph(passage.iri()).find()
        .forEach(triple -> triples.add(Triple.create(triple.getSubject(), DERIVED, passage.iri()))));
    snapshot.description().labelProperties().forEach(property -> snapshot.dataset().getDefaultGraph().find(Node.ANY, property, Node.ANY)
        .forEach(triple -> triples.add(Triple.create(triple.getSubject(), RDFS.label.asNode(), triple.getObject()))));
    asOneOntology(triples);
    return List.copyOf(triples);
  }

  /** A tool for ontologies takes one header a file, and would look for imports on the web that are all here. */
  private void asOneOntology(Set<Triple> triples) {
    triples.removeIf(triple -> triple.getPredicate().equals(OWL.imports.asNode())
        || triple.getPredicate().equals(RDF.type.asNode()) && triple.getObject().equals(OWL.Ontology.asNode()));
    triples.add(Triple.create(snapshot.description().iri(), RDF.type.asNode(), OWL.Ontology.asNode()));
  }
}
