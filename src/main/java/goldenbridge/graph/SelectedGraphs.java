package goldenbridge.graph;

import java.util.BitSet;
import java.util.Iterator;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Transactional;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.shared.AddDeniedException;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * The dataset of a query with {@code FROM} or {@code FROM NAMED}: the merge of some graphs as default graph, some as named
 * graphs, and nothing else (<a href="https://www.w3.org/TR/sparql11-query/#specifyingDataset">SPARQL 1.1, 13.2</a>).
 */
final class SelectedGraphs extends DatasetGraphBaseFind implements IndexedDataset {
  private final UnionDatasetGraph all;
  private final Set<Node> named;
  private final BitSet visible;
  private final Graph defaultGraph;

  SelectedGraphs(UnionDatasetGraph all, Set<Node> merged, Set<Node> named) {
    this.all = all;
    this.named = Set.copyOf(named);
    this.visible = numbers(named);
    this.defaultGraph = IndexedGraph.merge(all.index(), everything(merged) ? null : numbers(merged));
    getContext().putAll(all.getContext());
  }

  private BitSet numbers(Set<Node> names) {
    BitSet numbers = new BitSet();
    names.stream().mapToInt(all.index().nodes::id).filter(number -> number >= 0).forEach(numbers::set);
    return numbers;
  }

  /** FROM urn:x-arq:UnionGraph or the default graph itself asks for everything. */
  private static boolean everything(Set<Node> names) {
    return names.stream().anyMatch(name -> Quad.isUnionGraph(name) || Quad.isDefaultGraph(name));
  }

  @Override
  public QuadIndex index() {
    return all.index();
  }

  @Override
  public BitSet visible() {
    return visible;
  }

  @Override
  protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
    return defaultGraph.find(s, p, o).mapWith(triple -> Quad.create(Quad.defaultGraphIRI, triple));
  }

  @Override
  protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
    return getGraph(g).find(s, p, o).mapWith(triple -> Quad.create(g, triple));
  }

  @Override
  protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
    return Iter.filter(all.findInAnyNamedGraphs(s, p, o), quad -> named.contains(quad.getGraph()));
  }

  @Override
  protected Iterator<Quad> findAny(Node s, Node p, Node o) {
    return findInAnyNamedGraphs(s, p, o);
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return WrappedIterator.create(named.iterator()).filterKeep(all::containsGraph);
  }

  @Override
  public Graph getDefaultGraph() {
    return defaultGraph;
  }

  @Override
  public Graph getGraph(Node name) {
    if (Quad.isDefaultGraph(name)) {
      return defaultGraph;
    }
    return named.contains(name) ? all.getGraph(name) : Graph.emptyGraph;
  }

  @Override
  public PrefixMap prefixes() {
    return all.prefixes();
  }

  @Override
  public void addGraph(Node name, Graph graph) {
    throw new AddDeniedException("a selection of graphs is read only");
  }

  @Override
  public void removeGraph(Node name) {
    throw new AddDeniedException("a selection of graphs is read only");
  }

  @Override
  public boolean supportsTransactions() {
    return all.supportsTransactions();
  }

  @Override
  public void begin(TxnType type) {
    all.begin(type);
  }

  @Override
  public boolean promote(Transactional.Promote mode) {
    return all.promote(mode);
  }

  @Override
  public void commit() {
    all.commit();
  }

  @Override
  public void abort() {
    all.abort();
  }

  @Override
  public void end() {
    all.end();
  }

  @Override
  public boolean isInTransaction() {
    return all.isInTransaction();
  }

  @Override
  public ReadWrite transactionMode() {
    return all.transactionMode();
  }

  @Override
  public TxnType transactionType() {
    return all.transactionType();
  }
}
