package goldenbridge.graph;

import java.util.function.Supplier;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter2;

/**
 * A join that is made when its first row is asked for. Jena's hash joins (5.6.0) throw when they are closed before that,
 * which happens to the right side of a join whose left side has no rows.
 */
final class DeferredJoin extends QueryIter2 {
  private final Supplier<QueryIterator> maker;
  private QueryIterator join;

  DeferredJoin(QueryIterator left, QueryIterator right, ExecutionContext execution, Supplier<QueryIterator> maker) {
    super(left, right, execution);
    this.maker = maker;
  }

  @Override
  protected boolean hasNextBinding() {
    if (join == null) {
      join = maker.get();
    }
    return join.hasNext();
  }

  @Override
  protected Binding moveToNextBinding() {
    return join.next();
  }

  @Override
  protected void requestSubCancel() {
    if (join != null) {
      join.cancel();
    }
  }

  @Override
  protected void closeSubIterator() {
    if (join != null) {
      join.close();
    }
  }
}
