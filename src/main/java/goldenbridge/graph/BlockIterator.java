package goldenbridge.graph;

import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;

/** The rows of a block for every row of the input. */
final class BlockIterator extends QueryIter1 {
  /** What becomes of an input row without a match. */
  enum Unmatched {
    DROPPED,
    /** As OPTIONAL wants it. */
    KEPT
  }

  private final BlockMatcher matcher;
  private final Unmatched unmatched;
  private boolean started;
  private Binding next;

  BlockIterator(Block block, Unmatched unmatched, QueryIterator input, ExecutionContext execution) {
    super(input, execution);
    this.matcher = new BlockMatcher(block, execution);
    this.unmatched = unmatched;
  }

  @Override
  protected boolean hasNextBinding() {
    if (next == null) {
      next = find();
    }
    return next != null;
  }

  private Binding find() {
    if (started && matcher.next()) {
      return matcher.match();
    }
    while (getInput().hasNext()) {
      Binding row = getInput().next();
      matcher.start(row);
      started = true;
      if (matcher.next()) {
        return matcher.match();
      }
      if (unmatched == Unmatched.KEPT) {
        return row;
      }
    }
    return null;
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
