package goldenbridge.graph;

import java.util.Iterator;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Transactional;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.shared.AddDeniedException;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * The dataset of a query with {@code FROM} or {@code FROM NAMED}: the merge of some graphs as default graph, some as named
 * graphs, and nothing else (<a href="https://www.w3.org/TR/sparql11-query/#specifyingDataset">SPARQL 1.1, 13.2</a>).
 */
final class SelectedGraphs extends DatasetGraphBaseFind {
  private final UnionDatasetGraph all;
  private final Set<Node> merged;
  private final Set<Node> named;
  private final Graph defaultGraph;

  SelectedGraphs(UnionDatasetGraph all, Set<Node> merged, Set<Node> named) {
    this.all = all;
    this.merged = Set.copyOf(merged);
    this.named = Set.copyOf(named);
    this.defaultGraph = new Merge();
    getContext().putAll(all.getContext());
  }

  private final class Merge extends GraphBase {
    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
      return all.getUnionGraph().find(pattern).filterKeep(triple -> held(triple, merged));
    }
  }

  private boolean held(Triple triple, Set<Node> by) {
    // FROM <urn:x-arq:UnionGraph> or the default graph itself asks for everything.
    return by.stream().anyMatch(name -> Quad.isUnionGraph(name) || Quad.isDefaultGraph(name))
        || all.graphsOf(triple).stream().anyMatch(by::contains);
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
