package goldenbridge.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/** How long a reader may take for an answer: one who takes little at a time is never idle, and would hold its memory for ever. */
final class Patience {
  private static final Duration SEND_TIME = Duration.ofSeconds(60);
  private static final int SLOWEST_BYTES_PER_SECOND = 16 * 1024;

  /** The time for a body of so many bytes. */
  static Duration time(long bytes) {
    return SEND_TIME.plusSeconds(bytes / SLOWEST_BYTES_PER_SECOND);
  }

  /** Cuts the connection when the answer is not out in time. */
  Callback over(Request request, long bytes, Callback callback) {
    Scheduler.Task cut = request.getComponents().getScheduler().schedule(
        () -> request.getConnectionMetaData().getConnection().getEndPoint().close(new TimeoutException("the client reads too slowly")),
        time(bytes).toMillis(), TimeUnit.MILLISECONDS);
    return Callback.from(callback, cut::cancel);
  }
}
