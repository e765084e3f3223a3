package goldenbridge.query;

import java.time.Duration;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.NodeFactoryExtra;

/** The moment at which a query must stop, for work that Jena cannot interrupt. */
final class Deadline {
  private final long end;
  private volatile boolean abandoned;
  private NodeValue now;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  boolean isOver() {
    return System.nanoTime() - end > 0;
  }

  void check() {
    if (abandoned || isOver()) {
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

  /** Lets the work stop now, since nobody waits for it any more. */
  void abandon() {
    abandoned = true;
  }

  boolean isAbandoned() {
    return abandoned;
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
