package goldenbridge.query;

import goldenbridge.fault.Problem;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
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

  /** Absent in short commands, where it would cost more than the query. */
  private static volatile com.sun.management.ThreadMXBean counting;

  private final Execution execution;
  private final Deadline deadline;
  private final long thread = Thread.currentThread().getId();
  private final long allocatedBefore = allocated(thread);

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

  /** Of all queries that have not been told to end, the one that has allocated most. */
  public static Optional<Running> greediest() {
    return ALL.values().stream().filter(query -> query.deadline.reason().isEmpty()).max(Comparator.comparingLong(Running::taken));
  }

  /** Ends it soon, for that reason: its thread gets the problem. Only the first reason counts. */
  public void end(Problem reason) {
    deadline.end(reason);
    execution.abort();
  }

  private long taken() {
    return allocated(thread) - allocatedBefore;
  }

  /** Counts from now on what each query allocates, where the JVM can. */
  public static void count() {
    if (ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads) {
      counting = threads;
    }
  }

  /** In bytes, since the thread began; 0 when it is not counted. */
  private static long allocated(long thread) {
    com.sun.management.ThreadMXBean threads = counting;
    return threads == null ? 0 : threads.getThreadAllocatedBytes(thread);
  }

  @Override
  public void close() {
    ALL.remove(Thread.currentThread(), this);
  }
}
