package goldenbridge.export;

import goldenbridge.graph.Snapshot;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;

/** Quads in one order, whatever the machine: by graph, subject, predicate, object. */
final class Quads {
  static final Comparator<Triple> TRIPLES = Comparator.comparing(Triple::getSubject, NodeCmp::compareRDFTerms)
      .thenComparing(Triple::getPredicate, NodeCmp::compareRDFTerms).thenComparing(Triple::getObject, NodeCmp::compareRDFTerms);

  private final Snapshot snapshot;

  Quads(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The lines of the content's version. */
  void nQuads(OutputStream out) {
    snapshot.canonicalLines().forEach(line -> Export.print(out, line));
  }

  void triG(OutputStream out) {
    List<Quad> quads = new ArrayList<>();
    snapshot.dataset().find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add);
    quads.sort(Comparator.comparing(Quad::getGraph, NodeCmp::compareRDFTerms).thenComparing(Quad::asTriple, TRIPLES));
    StreamRDF writer = writer(out, RDFFormat.TRIG_BLOCKS);
    quads.forEach(writer::quad);
    writer.finish();
  }

  /** The graphs that declare an ontology. */
  void ontology(OutputStream out) {
    List<Triple> triples = new ArrayList<>();
    snapshot.dataset().getDefaultGraph().find(Node.ANY, RDF.type.asNode(), OWL.Ontology.asNode())
        .forEach(triple -> triples.addAll(snapshot.dataset().getGraph(triple.getSubject()).find().toList()));
    triples(triples, RDFFormat.TURTLE_BLOCKS, out);
  }

  void triples(List<Triple> triples, RDFFormat format, OutputStream out) {
    StreamRDF writer = writer(out, format);
    triples.stream().distinct().sorted(TRIPLES).forEach(writer::triple);
    writer.finish();
  }

  private StreamRDF writer(OutputStream out, RDFFormat format) {
    StreamRDF writer = StreamRDFWriter.getWriterStream(out, format);
    writer.start();
    snapshot.prefixes().byPrefix().forEach(writer::prefix);
    return writer;
  }
}
