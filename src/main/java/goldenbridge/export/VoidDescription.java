package goldenbridge.export;

import goldenbridge.graph.Partitions;
import goldenbridge.graph.Passage;
import goldenbridge.graph.Snapshot;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;

/**
 * What the dataset says of itself, with the counts of <a href="https://www.w3.org/TR/void/#statistics">VoID</a> by class and
 * property, as editors complete from them, and for each source how much it says.
 */
public final class VoidDescription {
  private final Snapshot snapshot;
  private final Node dataset;
  private final VoidParts parts;

  private VoidDescription(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.dataset = snapshot.description().iri();
    this.parts = new VoidParts(snapshot.prefixes());
  }

  /** Kept with the snapshot: several descriptions begin with it. */
  private record Made(List<Triple> triples) {}

  /** The statements of {@code data/dataset.ttl} about itself and the counts; made once for a snapshot. */
  public static List<Triple> of(Snapshot snapshot) {
    return snapshot.derived(Made.class, whole -> new Made(List.copyOf(made(whole)))).triples;
  }

  private static List<Triple> made(Snapshot snapshot) {
    VoidDescription description = new VoidDescription(snapshot);
    Node graph = NodeFactory.createURI(snapshot.description().base() + "dataset");
    List<Triple> triples = new ArrayList<>(snapshot.dataset().getGraph(graph).find().toList());
    description.counts();
    triples.addAll(description.parts.triples());
    return triples;
  }

  static void write(Snapshot snapshot, OutputStream out) {
    new Quads(snapshot).triples(of(snapshot), RDFFormat.TURTLE_BLOCKS, out);
  }

  private void counts() {
    Partitions partitions = Partitions.of(snapshot);
    parts.size(dataset, partitions);
    parts.count(dataset, VOID.entities.asNode(), partitions.all().subjects());
    parts.parts(dataset, dataset.getURI() + "#", partitions);
    TreeSet<Node> sources = new TreeSet<>(Comparator.comparing(Node::toString));
    snapshot.evidence().passages().stream().map(Passage::source).forEach(sources::add);
    sources.forEach(source -> parts.size(part(source), Partitions.of(said(source, snapshot))));
  }

  private Node part(Node source) {
    return parts.part(dataset.getURI() + "#source-", source, dataset, VOID.subset.asNode(), DCTerms.source.asNode());
  }

  /** One source in full: a dataset of thousands of graphs is surveyed by its sources. */
  public static List<Triple> ofSource(Node source, Snapshot snapshot) {
    VoidDescription description = new VoidDescription(snapshot);
    Node part = description.part(source);
    Partitions partitions = Partitions.of(said(source, snapshot));
    description.parts.size(part, partitions);
    description.parts.parts(part, part.getURI() + ".", partitions);
    return description.parts.triples();
  }

  /** What the graphs of one source say together. */
  private static Graph said(Node source, Snapshot snapshot) {
    Graph said = GraphFactory.createDefaultGraph();
    snapshot.evidence().ofSource(source).forEach(passage -> snapshot.dataset().getGraph(passage.iri()).find().forEach(said::add));
    return said;
  }
}
