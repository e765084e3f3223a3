package goldenbridge.graph;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;

/** The rows that a block or an optional part finds for every row of the input. */
final class BlockIterator extends QueryIter1 {
  private final Consumer<Binding> start;
  private final Supplier<Binding> rows;
  private boolean started;
  private Binding next;

  private BlockIterator(Consumer<Binding> start, Supplier<Binding> rows, QueryIterator input, ExecutionContext execution) {
    super(input, execution);
    this.start = start;
    this.rows = rows;
  }

  static QueryIterator of(Block block, QueryIterator input, ExecutionContext execution) {
    BlockMatcher matcher = new BlockMatcher(block, execution);
    return new BlockIterator(matcher::start, () -> matcher.next() ? matcher.match() : null, input, execution);
  }

  static QueryIterator of(OptionalPart part, QueryIterator input, ExecutionContext execution) {
    return new BlockIterator(part::start, part::next, input, execution);
  }

  @Override
  protected boolean hasNextBinding() {
    if (next == null && started) {
      next = rows.get();
    }
    while (next == null && getInput().hasNext()) {
      start.accept(getInput().next());
      started = true;
      next = rows.get();
    }
    return next != null;
  }

  @Override
  protected Binding moveToNextBinding() {
    Binding found = next;
    next = null;
    return found;
  }

  @Override
  protected void requestSubCancel() {}

  @Override
  protected void closeSubIterator() {}
}
