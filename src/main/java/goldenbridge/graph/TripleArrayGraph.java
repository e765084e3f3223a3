package goldenbridge.graph;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** A small immutable graph that is searched from end to end: for the few triples of one passage, an index would cost more. */
final class TripleArrayGraph extends GraphBase {
  private static final int INDEXED_FROM = 64;

  private final Triple[] triples;

  private TripleArrayGraph(Triple[] triples) {
    this.triples = triples;
  }

  /** A graph of these triples, which are distinct; a large one gets an index. */
  static Graph of(List<Triple> triples) {
    if (triples.size() < INDEXED_FROM) {
      return new TripleArrayGraph(triples.toArray(Triple[]::new));
    }
    Graph indexed = new GraphMem2Fast();
    triples.forEach(indexed::add);
    return new org.apache.jena.sparql.graph.GraphReadOnly(indexed);
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    return WrappedIterator.create(Stream.of(triples).filter(pattern::matches).iterator());
  }

  @Override
  protected int graphBaseSize() {
    return triples.length;
  }
}
