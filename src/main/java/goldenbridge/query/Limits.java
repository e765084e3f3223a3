package goldenbridge.query;

import java.time.Duration;

/**
 * How far one query may go.
 *
 * @param timeout for the whole query, from start to last row
 * @param maxRows rows or triples kept; an answer that has more says so ({@link Answer#truncated})
 */
public record Limits(Duration timeout, int maxRows) {
  public static final Limits DEFAULT = new Limits(Duration.ofSeconds(30), 100_000);

  public Limits {
    if (timeout.isNegative() || timeout.isZero() || maxRows < 1) {
      throw new IllegalArgumentException("limits must be positive: " + timeout + ", " + maxRows);
    }
  }
}
