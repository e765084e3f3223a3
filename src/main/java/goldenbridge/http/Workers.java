package goldenbridge.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Lets as many threads be at work as there are processors, and one more for each that has been at its task for a while, because it
 * computes long or waits for something: many short tasks are done sooner by few threads than by many that take turns. First come,
 * first served. Safe for any number of threads.
 */
final class Workers {
  private static final long WHILE_MILLIS = 5;

  private final Executor threads;
  private final Scheduler scheduler;
  private final int quick;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final Set<Shift> shifts = new LinkedHashSet<>();
  private int atLongTasks;
  private boolean looksSoon;

  /** A thread that does one task after the other. */
  private final class Shift implements Runnable {
    private long began;
    private boolean atTask;
    private boolean isLong;

    @Override
    public void run() {
      try {
        for (Runnable task = next(this); task != null; task = next(this)) {
          task.run();
        }
      } finally {
        leave(this);
      }
    }
  }

  /**
   * @param threads that do the work; there may be fewer of them than are asked for
   * @param quick how many short tasks are worked on at a time
   */
  Workers(Executor threads, Scheduler scheduler, int quick) {
    this.threads = threads;
    this.scheduler = scheduler;
    this.quick = quick;
  }

  /**
   * Has a task done, soon.
   *
   * @param task does not throw
   * @throws RejectedExecutionException when the threads are stopping; then it is not done
   */
  synchronized void execute(Runnable task) {
    waiting.add(task);
    try {
      call();
    } catch (RejectedExecutionException stopping) {
      waiting.removeLastOccurrence(task);
      throw stopping;
    }
  }

  /** Calls a thread in for the first who waits, if there may be one more; else looks again in a while. */
  private void call() {
    if (shifts.size() - atLongTasks < quick) {
      callOne();
    } else {
      lookSoon();
    }
  }

  private void callOne() {
    Shift shift = new Shift();
    shifts.add(shift);
    try {
      threads.execute(shift);
    } catch (RejectedExecutionException stopping) {
      shifts.remove(shift);
      throw stopping;
    }
  }

  /** The next task of a thread; null when it may go. */
  private synchronized Runnable next(Shift shift) {
    shift.atTask = false;
    if (shift.isLong) {
      shift.isLong = false;
      atLongTasks--;
    }
    if (waiting.isEmpty() || shifts.size() - atLongTasks > quick) {
      leave(shift);
      return null;
    }
    shift.atTask = true;
    shift.began = System.nanoTime();
    return waiting.poll();
  }

  private synchronized void leave(Shift shift) {
    if (shifts.remove(shift) && shift.isLong) {
      atLongTasks--;
    }
  }

  /** How many tasks no thread has begun yet. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** While others wait, another thread takes the place of each that has been at its task for a while. */
  private synchronized void look() {
    looksSoon = false;
    long before = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(WHILE_MILLIS);
    for (Shift shift : shifts) {
      if (shift.atTask && !shift.isLong && shift.began - before <= 0) {
        shift.isLong = true;
        atLongTasks++;
      }
    }
    try {
      for (int called = 0; called < waiting.size() && shifts.size() - atLongTasks < quick; called++) {
        callOne();
      }
    } catch (RejectedExecutionException stopping) {
      return; // and all connections with it
    }
    if (!waiting.isEmpty()) {
      lookSoon();
    }
  }

  private void lookSoon() {
    if (!looksSoon) {
      looksSoon = true;
      scheduler.schedule(this::look, WHILE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }
}
