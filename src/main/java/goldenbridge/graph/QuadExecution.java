package goldenbridge.graph;

import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.QueryIterator;
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
    engines.add(QueryEngineMainQuad.getFactory());
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
}
