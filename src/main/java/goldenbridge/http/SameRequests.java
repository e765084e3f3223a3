package goldenbridge.http;

import goldenbridge.fault.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Requests with equal keys that come at the same time: the first is worked on, the others wait for what it finds, without a
 * thread. Safe for any number of threads.
 *
 * @param <W> who waits
 */
final class SameRequests<W> {
  private final ConcurrentHashMap<RequestKey, Leader> underWay = new ConcurrentHashMap<>();
  private final BiConsumer<W, Find> teller;

  /** What the first one found, as far as it is any good for the others. */
  sealed interface Find {
    /** The same for all. */
    record Answered(StoredAnswer answer) implements Find {}

    /** The same trouble for all, each told by its own id. */
    record Refused(List<Problem> problems) implements Find {}

    /** Something that cannot be shared: each has to ask for itself. */
    record Alone() implements Find {}

    /** The first one has left before there was anything to find: another one has to be first. */
    record Left() implements Find {}
  }

  /** The request that is worked on. */
  final class Leader {
    private final RequestKey key;
    private final List<W> waiting = new ArrayList<>();

    private Leader(RequestKey key) {
      this.key = key;
    }

    /** Whether others wait for what this one finds. */
    boolean isAwaited() {
      boolean[] awaited = {false};
      underWay.computeIfPresent(key, (same, there) -> {
        awaited[0] = there == this && !waiting.isEmpty();
        return there;
      });
      return awaited[0];
    }

    /** Tells all that wait, and lets nobody wait any more; only the first call counts. */
    void found(Find find) {
      if (underWay.remove(key, this)) {
        waiting.forEach(one -> teller.accept(one, find));
      }
    }
  }

  /** @param teller gives one that waited what was found; it does not throw */
  SameRequests(BiConsumer<W, Find> teller) {
    this.teller = teller;
  }

  /** A leader if nobody is under way with that key, which must come to {@link Leader#found}; else null, and the request waits. */
  Leader lead(RequestKey key, W request) {
    Leader mine = new Leader(key);
    Leader first = underWay.compute(key, (same, there) -> {
      if (there == null) {
        return mine;
      }
      there.waiting.add(request);
      return there;
    });
    return first == mine ? mine : null;
  }
}
