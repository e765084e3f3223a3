package goldenbridge.query;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A query that a thread is at work on, so that another thread can end it: when nobody waits for it, or when it is late. One look
 * at all of them every few hundredths of a second, as long as there are any, spares each a timer of its own.
 */
public final class Running implements AutoCloseable {
  private static final long EVERY_MILLIS = 50;
  private static final ConcurrentMap<Thread, Running> ALL = new ConcurrentHashMap<>();
  private static final AtomicBoolean LOOKS = new AtomicBoolean();
  private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(work -> {
    Thread thread = new Thread(work, "query-time");
    thread.setDaemon(true);
    return thread;
  });

  private final Execution execution;
  private final Deadline deadline;

  private Running(Execution execution, Deadline deadline) {
    this.execution = execution;
    this.deadline = deadline;
  }

  /** Must be closed by the same thread. */
  static Running begin(Execution execution, Deadline deadline) {
    Running begun = new Running(execution, deadline);
    ALL.put(Thread.currentThread(), begun);
    watch();
    return begun;
  }

  private static void watch() {
    if (!LOOKS.get() && LOOKS.compareAndSet(false, true)) {
      WATCH.schedule(Running::look, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private static void look() {
    for (Running one : ALL.values()) {
      if (one.deadline.isOver()) {
        one.execution.abort();
      }
    }
    LOOKS.set(false);
    if (!ALL.isEmpty()) {
      watch();
    }
  }

  /** The query that a thread is at work on now. */
  public static Optional<Running> in(Thread thread) {
    return Optional.ofNullable(ALL.get(thread));
  }

  /** Ends it soon; its thread gets a problem with the code {@code abandoned}. */
  public void abandon() {
    deadline.abandon();
    execution.abort();
  }

  @Override
  public void close() {
    ALL.remove(Thread.currentThread(), this);
  }
}
