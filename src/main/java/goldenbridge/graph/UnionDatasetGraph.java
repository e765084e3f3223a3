package goldenbridge.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.shared.AddDeniedException;
import org.apache.jena.sparql.JenaTransactionException;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Transactional;
import org.apache.jena.sparql.core.TransactionalNull;
import org.apache.jena.sparql.graph.GraphReadOnly;

/**
 * An immutable dataset for many small named graphs. The default graph is the union of all graphs, held as one index; each
 * triple knows the graphs that hold it, so {@code GRAPH ?g} is answered by the union index and never by trying graph after
 * graph. There is no lock: nothing changes after {@link Builder#build}. Writes are refused.
 *
 * <p>How queries use it is said by {@link GraphExecution}, which the dataset's own context arranges.
 */
public final class UnionDatasetGraph extends DatasetGraphBaseFind {
  private final Graph union;
  private final Graph readOnlyUnion;
  private final Map<Triple, Object> graphsOfTriple;
  private final Map<Node, Graph> graphs;
  private final long quads;
  private final PrefixMap prefixes;
  private final Transactional transaction = TransactionalNull.create();

  private UnionDatasetGraph(Builder builder) {
    union = builder.union;
    readOnlyUnion = new GraphReadOnly(union);
    graphsOfTriple = builder.graphsOfTriple;
    quads = builder.quads;
    Map<Node, Graph> named = new LinkedHashMap<>();
    builder.triplesOfGraph.forEach((name, triples) -> named.put(name, TripleArrayGraph.of(triples)));
    graphs = Collections.unmodifiableMap(named);
    prefixes = PrefixMapFactory.create(builder.prefixes);
    GraphExecution.register(getContext());
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The names of the graphs that hold a triple; empty when none does. In no particular order. */
  public List<Node> graphsOf(Triple triple) {
    Object holders = graphsOfTriple.get(triple);
    if (holders == null) {
      return List.of();
    }
    return holders instanceof Node one ? List.of(one) : List.of((Node[]) holders);
  }

  /** How many triples the union graph holds. */
  public long triples() {
    return union.size();
  }

  /** How many named graphs there are. */
  @Override
  public long size() {
    return graphs.size();
  }

  /** How many quads all graphs hold together. */
  public long quads() {
    return quads;
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return graphs.keySet().iterator();
  }

  @Override
  public boolean containsGraph(Node name) {
    return Quad.isDefaultGraph(name) || Quad.isUnionGraph(name) || graphs.containsKey(name);
  }

  @Override
  public Graph getDefaultGraph() {
    return readOnlyUnion;
  }

  @Override
  public Graph getUnionGraph() {
    return readOnlyUnion;
  }

  /** The named graph; an empty graph when there is none of that name. */
  @Override
  public Graph getGraph(Node name) {
    if (Quad.isDefaultGraph(name) || Quad.isUnionGraph(name)) {
      return readOnlyUnion;
    }
    return graphs.getOrDefault(name, Graph.emptyGraph);
  }

  @Override
  protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
    return Iter.map(union.find(s, p, o), triple -> Quad.create(Quad.defaultGraphIRI, triple));
  }

  @Override
  public Iterator<Triple> findInUnionGraph(Node s, Node p, Node o) {
    return union.find(s, p, o);
  }

  @Override
  public Iterator<Quad> findQuadsInUnionGraph(Node s, Node p, Node o) {
    return Iter.map(union.find(s, p, o), triple -> Quad.create(Quad.unionGraph, triple));
  }

  @Override
  protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
    return Iter.map(getGraph(g).find(s, p, o), triple -> Quad.create(g, triple));
  }

  @Override
  protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
    return Iter.flatMap(union.find(s, p, o), triple -> Iter.map(graphsOf(triple).iterator(), g -> Quad.create(g, triple)));
  }

  /** Named graphs only: the default graph is their union and would answer everything twice. */
  @Override
  protected Iterator<Quad> findAny(Node s, Node p, Node o) {
    return findInAnyNamedGraphs(s, p, o);
  }

  @Override
  public PrefixMap prefixes() {
    return prefixes;
  }

  @Override
  public void addGraph(Node name, Graph graph) {
    throw refused();
  }

  @Override
  public void removeGraph(Node name) {
    throw refused();
  }

  @Override
  public void add(Quad quad) {
    throw refused();
  }

  @Override
  public void delete(Quad quad) {
    throw refused();
  }

  @Override
  public void clear() {
    throw refused();
  }

  private static AddDeniedException refused() {
    return new AddDeniedException("the snapshot is immutable: change the files and load them again");
  }

  @Override
  public boolean supportsTransactions() {
    return true;
  }

  @Override
  public boolean supportsTransactionAbort() {
    return true;
  }

  @Override
  public void begin(TxnType type) {
    if (type == TxnType.WRITE) {
      throw refused();
    }
    transaction.begin(type);
  }

  @Override
  public boolean promote(Promote mode) {
    throw new JenaTransactionException("the snapshot is immutable: a read transaction cannot be promoted");
  }

  @Override
  public void commit() {
    transaction.commit();
  }

  @Override
  public void abort() {
    transaction.abort();
  }

  @Override
  public void end() {
    transaction.end();
  }

  @Override
  public boolean isInTransaction() {
    return transaction.isInTransaction();
  }

  @Override
  public ReadWrite transactionMode() {
    return transaction.transactionMode();
  }

  @Override
  public TxnType transactionType() {
    return transaction.transactionType();
  }

  /** Collects quads; used by one thread, once. */
  public static final class Builder {
    private final Graph union = new GraphMem2Fast();
    private final Map<Triple, Object> graphsOfTriple = new HashMap<>();
    private final Map<Node, List<Triple>> triplesOfGraph = new LinkedHashMap<>();
    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private long quads;

    private Builder() {}

    /** Adds one quad of a named graph; a quad seen before is ignored. */
    public Builder add(Quad quad) {
      Triple triple = quad.asTriple();
      Node graph = quad.getGraph();
      Object holders = graphsOfTriple.get(triple);
      if (holders == null) {
        graphsOfTriple.put(triple, graph);
        union.add(triple);
      } else if (!holds(holders, graph)) {
        graphsOfTriple.put(triple, with(holders, graph));
      } else {
        return this;
      }
      triplesOfGraph.computeIfAbsent(graph, name -> new ArrayList<>()).add(triple);
      quads++;
      return this;
    }

    public Builder addAll(Collection<Quad> all) {
      all.forEach(this::add);
      return this;
    }

    public Builder prefixes(Map<String, String> more) {
      prefixes.putAll(more);
      return this;
    }

    public UnionDatasetGraph build() {
      return new UnionDatasetGraph(this);
    }

    private static boolean holds(Object holders, Node graph) {
      return holders instanceof Node one ? one.equals(graph) : List.of((Node[]) holders).contains(graph);
    }

    private static Node[] with(Object holders, Node graph) {
      List<Node> all = new ArrayList<>(holders instanceof Node one ? List.of(one) : List.of((Node[]) holders));
      all.add(graph);
      return all.toArray(Node[]::new);
    }
  }
}
