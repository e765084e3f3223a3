package goldenbridge.http;

import goldenbridge.export.Dumps;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.LiveSnapshot;
import goldenbridge.graph.Snapshot;
import goldenbridge.search.NameIndex;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes in the background what is asked for most: the index of names, the answer to every question that needs no parameter, as data
 * and as a page, and the files to download. It begins when a snapshot is served and ends when another one is.
 */
final class Warmer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);
  private static final long DELAY_MILLIS = 300;
  /** In a smaller heap an export waits until it is wanted: the memory is for queries. */
  private static final long ENOUGH_FOR_FILES = 600L << 20;
  private static final List<Map<String, String>> FORMS = List.of(Map.of("accept", ""), Map.of("accept", "text/html"));

  private final LiveSnapshot live;
  private final Answers answers;
  private final Function<Snapshot, List<String>> paths;
  private final String origin;
  private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(work -> {
    Thread thread = new Thread(work, "warm-up");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  });

  /** @param paths of a snapshot's questions */
  Warmer(LiveSnapshot live, Answers answers, Function<Snapshot, List<String>> paths, String origin) {
    this.live = live;
    this.answers = answers;
    this.paths = paths;
    this.origin = origin;
  }

  /** Begins soon, unless the snapshot is replaced by then. */
  void warm(Snapshot snapshot) {
    try {
      background.schedule(() -> all(snapshot), DELAY_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException stopping) {
      // Then nobody will ask any more.
    }
  }

  private void all(Snapshot snapshot) {
    try {
      NameIndex.of(snapshot);
      for (String path : live.current() == snapshot ? paths.apply(snapshot) : List.<String>of()) {
        for (Map<String, String> headers : FORMS) {
          if (live.current() != snapshot || background.isShutdown()) {
            return;
          }
          one(snapshot, path, headers);
        }
      }
      if (Runtime.getRuntime().maxMemory() >= ENOUGH_FOR_FILES) {
        Dumps.of(snapshot);
      }
    } catch (ProblemException limited) {
      LOG.warn("warming up ended early: {}", limited.getMessage());
    } catch (IOException | RuntimeException bug) {
      LOG.warn("warming up", bug);
    }
  }

  private void one(Snapshot snapshot, String path, Map<String, String> headers) throws IOException {
    String id = RequestId.next();
    Coding coding = headers.get("accept").isEmpty() ? Coding.IDENTITY : Coding.GZIP; // as programs ask, and as browsers do
    Call call = new Call(id, "GET", path, path, Parameters.NONE, RequestBody.NONE, headers, origin, snapshot);
    answers.of(() -> call, coding, snapshot, call.audience()).body().close();
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
