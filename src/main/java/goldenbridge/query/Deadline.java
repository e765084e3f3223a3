package goldenbridge.query;

import goldenbridge.fault.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.NodeFactoryExtra;

/** The moment at which a query must stop, for work that Jena cannot interrupt. */
final class Deadline {
  private final long end;
  private final AtomicReference<Problem> reason = new AtomicReference<>();
  private NodeValue now;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  void check() {
    if (isOver()) {
      throw new QueryCancelledException();
    }
  }

  /** The present time, the same each time it is asked for. */
  NodeValue now() {
    if (now == null) {
      now = NodeValue.makeNode(NodeFactoryExtra.nowAsDateTime());
    }
    return now;
  }

  /** Whether the work has to stop, or had to before now. */
  boolean isOver() {
    return reason.get() != null || System.nanoTime() - end > 0;
  }

  /** Lets the work stop now, before its time; only the first reason counts. */
  void end(Problem why) {
    reason.compareAndSet(null, why);
  }

  /** Why the work has to stop before its time, if it has. */
  Optional<Problem> reason() {
    return Optional.ofNullable(reason.get());
  }

  /** A text whose reading stops at the deadline: a backtracking expression reads it without end. */
  CharSequence guard(CharSequence text) {
    return new Guarded(text);
  }

  private final class Guarded implements CharSequence {
    private static final int EVERY = 1 << 12;

    private final CharSequence text;
    private int reads;

    Guarded(CharSequence text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++reads % EVERY == 0) {
        check();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Guarded(text.subSequence(start, end));
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
