package goldenbridge.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
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

/**
 * An immutable dataset for many small named graphs. The default graph is the union of all graphs, held as one index; each
 * triple knows the graphs that hold it, so {@code GRAPH ?g} is answered by the union index and never by trying graph after
 * graph. There is no lock: nothing changes after {@link Builder#build}. Writes are refused.
 *
 * <p>How queries use it is said by {@link GraphExecution}, which the dataset's own context arranges.
 */
public final class UnionDatasetGraph extends DatasetGraphBaseFind implements IndexedDataset {
  private final QuadIndex index;
  private final Graph union;
  private final PrefixMap prefixes;
  private final Transactional transaction = TransactionalNull.create();

  UnionDatasetGraph(QuadIndex index, Map<String, String> prefixes) {
    this.index = index;
    this.union = IndexedGraph.union(index);
    this.prefixes = PrefixMapFactory.create(prefixes);
    GraphExecution.register(getContext());
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The names of the graphs that hold a triple; empty when none does. In no particular order. */
  public List<Node> graphsOf(Triple triple) {
    NodeTable nodes = index.nodes;
    int subject = nodes.id(triple.getSubject());
    int predicate = nodes.id(triple.getPredicate());
    int object = nodes.id(triple.getObject());
    return subject < 0 || predicate < 0 || object < 0 ? List.of() : terms(index.graphsOf(subject, predicate, object));
  }

  private List<Node> terms(int[] ids) {
    return Arrays.stream(ids).mapToObj(index.nodes::node).toList();
  }

  @Override
  public QuadIndex index() {
    return index;
  }

  @Override
  public BitSet visible() {
    return null;
  }

  /** How many triples the union graph holds. */
  public long triples() {
    return index.triples();
  }

  /** How many named graphs there are. */
  @Override
  public long size() {
    return index.graphs().length;
  }

  /** How many quads all graphs hold together. */
  public long quads() {
    return index.quads();
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return terms(index.graphs()).iterator();
  }

  @Override
  public boolean containsGraph(Node name) {
    return Quad.isDefaultGraph(name) || Quad.isUnionGraph(name) || index.isGraph(index.nodes.id(name));
  }

  @Override
  public Graph getDefaultGraph() {
    return union;
  }

  @Override
  public Graph getUnionGraph() {
    return union;
  }

  /** The named graph; an empty graph when there is none of that name. */
  @Override
  public Graph getGraph(Node name) {
    if (Quad.isDefaultGraph(name) || Quad.isUnionGraph(name)) {
      return union;
    }
    int id = index.nodes.id(name);
    return index.isGraph(id) ? IndexedGraph.named(index, id) : Graph.emptyGraph;
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
    private final NodeTable nodes = new NodeTable();
    private final QuadColumns quads = new QuadColumns();
    private final Map<String, String> prefixes = new LinkedHashMap<>();

    private Builder() {}

    QuadColumns quads() {
      return quads;
    }

    /** All quads so far, in order; nothing can be added after it. */
    QuadIndex index() {
      nodes.trim();
      return new QuadIndex(nodes, quads);
    }

    /** Adds one quad of a named graph; a quad seen before is ignored. */
    public Builder add(Quad quad) {
      return add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }

    Builder add(Node graph, Node subject, Node predicate, Node object) {
      quads.add(nodes.intern(graph), nodes.intern(subject), nodes.intern(predicate), nodes.intern(object));
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
      return new UnionDatasetGraph(index(), prefixes);
    }
  }
}
