package goldenbridge.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.shared.AddDeniedException;
import org.apache.jena.sparql.JenaTransactionException;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;

class UnionDatasetGraphTest {
  private static final Node G1 = node("g1");
  private static final Node G2 = node("g2");
  private static final Triple SHARED = Triple.create(node("s"), node("p"), node("o"));
  private static final Triple ALONE = Triple.create(node("s"), node("p"), node("q"));

  private final UnionDatasetGraph dataset = UnionDatasetGraph.builder()
      .addAll(List.of(Quad.create(G1, SHARED), Quad.create(G2, SHARED), Quad.create(G2, ALONE), Quad.create(G2, ALONE))).build();

  private static Node node(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }

  @Test
  void holdsATripleOnceInTheUnionAndOnceInEachGraph() {
    assertEquals(2, dataset.triples());
    assertEquals(3, dataset.quads());
    assertEquals(2, dataset.getDefaultGraph().size());
    assertEquals(Set.of(G1, G2), Set.copyOf(dataset.graphsOf(SHARED)));
    assertEquals(List.of(G2), dataset.graphsOf(ALONE));
    assertEquals(List.of(), dataset.graphsOf(Triple.create(G1, G1, G1)));
  }

  @Test
  void findsQuadsOfNamedGraphsWithoutCountingTheDefaultGraphAgain() {
    assertEquals(3, Iter.count(dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)));
    assertEquals(2, Iter.count(dataset.find(Quad.defaultGraphIRI, Node.ANY, Node.ANY, Node.ANY)));
    assertEquals(2, Iter.count(dataset.find(Quad.unionGraph, Node.ANY, Node.ANY, Node.ANY)));
    assertEquals(1, Iter.count(dataset.find(G1, Node.ANY, Node.ANY, Node.ANY)));
    assertEquals(0, Iter.count(dataset.find(node("none"), Node.ANY, Node.ANY, Node.ANY)));
  }

  @Test
  void viewsANamedGraph() {
    assertEquals(2, dataset.getGraph(G2).size());
    assertTrue(dataset.getGraph(G2).contains(ALONE));
    assertFalse(dataset.getGraph(G1).contains(ALONE));
    assertTrue(dataset.getGraph(node("none")).isEmpty());
    assertTrue(dataset.containsGraph(G1));
    assertFalse(dataset.containsGraph(node("none")));
  }

  @Test
  void indexesALargeGraphToTheSameEffect() {
    UnionDatasetGraph.Builder builder = UnionDatasetGraph.builder();
    for (int i = 0; i < 500; i++) {
      builder.add(Quad.create(G1, node("s" + i % 7), node("p"), node("o" + i)));
    }
    Graph large = builder.build().getGraph(G1);
    assertEquals(500, large.size());
    assertEquals(71, Iter.count(large.find(node("s6"), Node.ANY, Node.ANY)));
  }

  @Test
  void refusesEveryWrite() {
    Graph union = dataset.getDefaultGraph();
    Graph named = dataset.getGraph(G1);
    Graph none = dataset.getGraph(node("none"));
    List<Runnable> writes = List.of(
        () -> dataset.add(Quad.create(G1, ALONE)), () -> dataset.delete(Quad.create(G1, SHARED)), dataset::clear,
        () -> dataset.addGraph(G1, union), () -> dataset.removeGraph(G1), () -> dataset.deleteAny(G1, Node.ANY, Node.ANY, Node.ANY),
        () -> union.add(Triple.create(G1, G1, G1)), () -> union.delete(SHARED), () -> named.add(ALONE), () -> named.delete(SHARED),
        () -> none.add(ALONE), () -> dataset.begin(ReadWrite.WRITE));
    for (int i = 0; i < writes.size(); i++) {
      assertThrows(RuntimeException.class, writes.get(i)::run, "write " + i);
    }
    assertEquals("the snapshot is immutable: change the files and load them again",
        assertThrows(AddDeniedException.class, () -> dataset.add(Quad.create(G1, ALONE))).getMessage());
    assertEquals(3, dataset.quads());
    assertEquals(2, union.size());
    assertFalse(dataset.isInTransaction());
  }

  @Test
  void honoursReadTransactions() {
    assertEquals(3L, Txn.calculateRead(dataset, () -> {
      assertTrue(dataset.isInTransaction());
      assertSame(ReadWrite.READ, dataset.transactionMode());
      return Iter.count(dataset.find());
    }));
    assertFalse(dataset.isInTransaction());
    dataset.begin(TxnType.READ_PROMOTE);
    assertThrows(JenaTransactionException.class, dataset::promote);
    dataset.end();
  }
}
