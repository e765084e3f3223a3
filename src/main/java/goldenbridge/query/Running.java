package goldenbridge.query;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.jena.sparql.exec.QueryExec;

/** A query that a thread is at work on, so that another thread can end it. */
public final class Running implements AutoCloseable {
  private static final ConcurrentMap<Thread, Running> ALL = new ConcurrentHashMap<>();

  private final QueryExec execution;
  private final Deadline deadline;

  private Running(QueryExec execution, Deadline deadline) {
    this.execution = execution;
    this.deadline = deadline;
  }

  /** Must be closed by the same thread. */
  static Running begin(QueryExec execution, Deadline deadline) {
    Running begun = new Running(execution, deadline);
    ALL.put(Thread.currentThread(), begun);
    return begun;
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
