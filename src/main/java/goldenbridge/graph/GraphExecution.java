package goldenbridge.graph;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.engine.main.solver.OpExecutorQuads;
import org.apache.jena.sparql.engine.main.solver.PatternMatchData;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderLib;
import org.apache.jena.sparql.util.Context;

/**
 * Answers {@code GRAPH ?g { … }} from the index of all quads instead of trying graph after graph. Only such a part of a
 * query is put into quad form: in a whole query Jena (5.6.0) fails on a graph variable that EXISTS substitutes.
 *
 * <p>It is registered on the dataset's own context; on a query's context it would come too late.
 */
final class GraphExecution extends OpExecutorQuads {
  private GraphExecution(ExecutionContext execution) {
    super(execution);
  }

  static void register(Context context) {
    QueryEngineRegistry engines = new QueryEngineRegistry();
    engines.add(new Factory());
    QueryEngineRegistry.set(context, engines);
    QC.setFactory(context, GraphExecution::new);
  }

  @Override
  protected QueryIterator execute(OpGraph pattern, QueryIterator input) {
    return Var.isVar(pattern.getNode()) && QuadForm.fits(pattern)
        ? exec(Algebra.toQuadForm(pattern), input)
        : super.execute(pattern, input);
  }

  @Override
  protected QueryIterator execute(OpQuadPattern quads, QueryIterator input) {
    if (!input.hasNext()) {
      return input;
    }
    QueryIterPeek rows = QueryIterPeek.create(input, execCxt);
    BasicPattern ordered = ordered(quads.getBasicPattern(), rows);
    return PatternMatchData.execute(execCxt.getDataset(), quads.getGraphNode(), ordered, rows, null, execCxt);
  }

  /** Selective patterns first, as far as the first row of the input shows what will be bound. */
  private static BasicPattern ordered(BasicPattern pattern, QueryIterPeek rows) {
    if (pattern.size() < 2) {
      return pattern;
    }
    return ReorderLib.fixed().reorderIndexes(Substitute.substitute(pattern, rows.peek())).reorder(pattern);
  }

  @Override
  protected QueryIterator execute(OpJoin join, QueryIterator input) {
    QueryIterator left = exec(join.getLeft(), input);
    QueryIterator right = exec(join.getRight(), root());
    return new DeferredJoin(left, right, execCxt, () -> Join.join(left, right, execCxt));
  }

  @Override
  protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
    QueryIterator left = exec(join.getLeft(), input);
    QueryIterator right = exec(join.getRight(), root());
    return new DeferredJoin(left, right, execCxt, () -> Join.leftJoin(left, right, join.getExprs(), execCxt));
  }

  private static final class Engine extends QueryEngineMain {
    Engine(Query query, DatasetGraph dataset, Binding input, Context context) {
      super(query, dataset, input, context);
    }

    Engine(Op op, DatasetGraph dataset, Binding input, Context context) {
      super(op, dataset, input, context);
    }

    /** Jena's own view of chosen graphs would be searched graph after graph. */
    @Override
    protected DatasetGraph dynamicDataset(DatasetDescription chosen, DatasetGraph dataset, boolean union) {
      return dataset instanceof UnionDatasetGraph all
          ? new SelectedGraphs(all, names(chosen.getDefaultGraphURIs()), names(chosen.getNamedGraphURIs()))
          : super.dynamicDataset(chosen, dataset, union);
    }

    private static Set<Node> names(Collection<String> iris) {
      return iris.stream().map(NodeFactory::createURI).collect(Collectors.toSet());
    }
  }

  private static final class Factory implements QueryEngineFactory {
    @Override
    public boolean accept(Query query, DatasetGraph dataset, Context context) {
      return true;
    }

    @Override
    public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
      return new Engine(query, dataset, input, context).getPlan();
    }

    @Override
    public boolean accept(Op op, DatasetGraph dataset, Context context) {
      return true;
    }

    @Override
    public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
      return new Engine(op, dataset, input, context).getPlan();
    }
  }
}
