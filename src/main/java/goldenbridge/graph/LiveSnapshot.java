package goldenbridge.graph;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The snapshot that new requests get, and the newer edit that was refused, if there is one. Replaced in one assignment:
 * requests under way keep the snapshot they began with, and who has seen one never sees an older one afterwards. Safe for any
 * number of threads.
 */
public final class LiveSnapshot {
  private volatile State state;

  /**
   * An edit of the files that is not served.
   *
   * @param at when it was found wanting
   * @param report what is wrong, a line each with file and line
   */
  public record Refusal(Instant at, String report) {}

  private record State(Snapshot current, Optional<Refusal> refusal) {}

  public LiveSnapshot(Snapshot first) {
    replace(first);
  }

  public Snapshot current() {
    return state.current;
  }

  /** The newest edit, when it was refused in favour of that snapshot. */
  public Optional<Refusal> refusalAfter(Snapshot snapshot) {
    State now = state;
    return now.current == snapshot ? now.refusal : Optional.empty();
  }

  /** Serves another snapshot from now on. */
  public synchronized void replace(Snapshot next) {
    state = new State(Objects.requireNonNull(next), Optional.empty());
  }

  /** Keeps the current snapshot, since the edit that was to follow it is not fit to be served. */
  public synchronized void refuse(Refusal refusal) {
    state = new State(state.current, Optional.of(refusal));
  }

  /** Keeps the current snapshot, since the files say again what it says. */
  public synchronized void keep() {
    state = new State(state.current, Optional.empty());
  }
}
