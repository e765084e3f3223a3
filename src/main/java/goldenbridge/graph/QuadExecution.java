package goldenbridge.graph;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.QueryEngineMainQuad;
import org.apache.jena.sparql.engine.main.solver.OpExecutorQuads;
import org.apache.jena.sparql.util.Context;

/**
 * Runs queries in quad form, so that {@code GRAPH ?g} asks the dataset for quads instead of looping over its graphs. It must
 * be registered on the dataset's own context; on a query's context it comes too late.
 */
final class QuadExecution extends OpExecutorQuads {
  private QuadExecution(ExecutionContext execution) {
    super(execution);
  }

  static void register(Context context) {
    QueryEngineRegistry engines = new QueryEngineRegistry();
    engines.add(new Factory());
    QueryEngineRegistry.set(context, engines);
    QC.setFactory(context, QuadExecution::new);
  }

  /** The default graph goes back to triple form: only there does Jena order joins. */
  @Override
  protected QueryIterator execute(OpQuadPattern pattern, QueryIterator input) {
    return pattern.isDefaultGraph()
        ? execute(new OpBGP(pattern.getBasicPattern()), input)
        : super.execute(pattern, input);
  }

  private static final class Engine extends QueryEngineMainQuad {
    Engine(Query query, DatasetGraph dataset, Binding input, Context context) {
      super(query, dataset, input, context);
    }

    Engine(Op op, DatasetGraph dataset, Binding input, Context context) {
      super(op, dataset, input, context);
    }

    /** Jena's own view of chosen graphs would answer {@code GRAPH ?g} from its default graph too. */
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
