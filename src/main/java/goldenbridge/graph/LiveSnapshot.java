package goldenbridge.graph;

import java.util.Objects;

/** The snapshot that new requests get. Replaced in one assignment; requests under way keep the one they began with. */
public final class LiveSnapshot {
  private volatile Snapshot current;

  public LiveSnapshot(Snapshot first) {
    current = Objects.requireNonNull(first);
  }

  public Snapshot current() {
    return current;
  }

  public void replace(Snapshot next) {
    current = Objects.requireNonNull(next);
  }
}
