package goldenbridge.query;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.modify.TemplateLib;
import org.apache.jena.sparql.util.Context;

/**
 * One run of a guarded query by the engine of its dataset. It does what Jena's {@link QueryExec} does, without a timer and the
 * present time written down for each query: these cost more than a short answer ({@link Running} ends what is late, and
 * {@link SteadyFunctions.Now} looks at the clock when it is asked). Used by one thread, but for {@link #abort}.
 */
final class Execution implements AutoCloseable {
  private final DatasetGraph dataset;
  private final Query query;
  private final Context context;
  private final AtomicBoolean cancelled;
  private QueryIterator solutions;

  private Execution(DatasetGraph dataset, Query query) {
    this.dataset = dataset;
    this.query = query;
    this.context = contextOf(dataset);
    this.cancelled = Context.getOrSetCancelSignal(context);
    context.set(ARQConstants.sysCurrentQuery, query); // its base is what IRI() resolves against
  }

  /** A property is only a property: without both settings Jena calls functions by its name, patterns by one, paths by the other. */
  static Context contextOf(DatasetGraph dataset) {
    return Context.setupContextForDataset(ARQ.getContext(), dataset).set(ARQ.enablePropertyFunctions, false).set(ARQ.propertyFunctions, false);
  }

  static Execution of(DatasetGraph dataset, Query query) {
    return new Execution(dataset, query);
  }

  /** The solutions of a SELECT, projected, or of the pattern of an ASK or a CONSTRUCT; asked for once. */
  QueryIterator solutions() {
    query.ensureResultVars();
    solutions = QueryEngineRegistry.findFactory(query, dataset, context).create(query, dataset, BindingFactory.root(), context).iterator();
    return solutions;
  }

  /** The triples of a CONSTRUCT, some of them perhaps several times. */
  Iterator<Triple> constructed() {
    return TemplateLib.calcTriples(query.getConstructTemplate().getTriples(), solutions());
  }

  /** The triples of a DESCRIBE, which is left to Jena: it is never short. */
  Iterator<Triple> described() {
    context.set(ARQConstants.sysCurrentDataset, DatasetFactory.wrap(dataset));
    try (QueryExec described = QueryExec.newBuilder().dataset(dataset).context(context).query(query).build()) {
      return described.describe().find();
    }
  }

  /** Lets it come to an end soon; from any thread. To cancel the iterators from here would break a sort in its midst (Jena 5.6.0). */
  void abort() {
    cancelled.set(true);
  }

  @Override
  public void close() {
    if (solutions != null) {
      solutions.close();
    }
  }
}
