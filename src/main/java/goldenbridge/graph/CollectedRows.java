package goldenbridge.graph;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;

/** Rows that can be told only after all of the input was read, which happens when the first one is asked for. */
final class CollectedRows extends QueryIter1 {
  private final Supplier<List<Binding>> collect;
  private Iterator<Binding> rows;

  CollectedRows(QueryIterator input, ExecutionContext execution, Supplier<List<Binding>> collect) {
    super(input, execution);
    this.collect = collect;
  }

  @Override
  protected boolean hasNextBinding() {
    if (rows == null) {
      rows = collect.get().iterator();
    }
    return rows.hasNext();
  }

  @Override
  protected Binding moveToNextBinding() {
    return rows.next();
  }

  @Override
  protected void requestSubCancel() {}

  @Override
  protected void closeSubIterator() {
    rows = null;
  }
}
