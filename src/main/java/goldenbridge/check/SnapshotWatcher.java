package goldenbridge.check;

import goldenbridge.graph.Home;
import goldenbridge.graph.LiveSnapshot;
import goldenbridge.graph.Snapshot;
import java.nio.file.ClosedWatchServiceException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves every edit of a home that conforms, and keeps what is served when it does not. One thread waits until the system
 * tells of an edit, or looks for itself once a second; when the files have been at rest for a moment it loads and checks them
 * off to the side. So an edit of many files gives one new snapshot, and none is read while it is being written.
 */
public final class SnapshotWatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotWatcher.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration REST = Duration.ofMillis(150);
  /** Files that never come to rest are read all the same. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
  private static final int READINGS = 3;

  private final LiveSnapshot live;
  private final Home home;
  private final Listener listener;
  private final Alarm alarm;
  private final Thread thread;
  private HomeStamp read;
  private boolean closed;

  /** Hears what came of edits, in the watcher's thread. */
  public interface Listener {
    /** The files are served as they are now. */
    void served(Snapshot snapshot);

    /** They are not. The report is text for a person, with the place of each violation. */
    void refused(String report);
  }

  private SnapshotWatcher(LiveSnapshot live, HomeStamp read, Listener listener, Alarm alarm) {
    this.live = live;
    this.home = live.current().home();
    this.read = read;
    this.listener = listener;
    this.alarm = alarm;
    this.thread = new Thread(this::watch, "watch");
    thread.setDaemon(true);
  }

  /**
   * Begins to watch the home of the current snapshot.
   *
   * @param read what the home looked like just before that snapshot was read, so that no edit since then is missed
   */
  public static SnapshotWatcher start(LiveSnapshot live, HomeStamp read, Listener listener) {
    return start(live, read, listener, FolderAlarm.open());
  }

  static SnapshotWatcher start(LiveSnapshot live, HomeStamp read, Listener listener, Alarm alarm) {
    SnapshotWatcher watcher = new SnapshotWatcher(live, read, listener, alarm);
    watcher.thread.start();
    return watcher;
  }

  /** Ends the watch; nothing is replaced or told after this. Safe from any thread, also more than once. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    thread.interrupt();
    alarm.close();
  }

  /** Whether the watch has come to its end within that time. */
  boolean ends(Duration patience) throws InterruptedException {
    thread.join(patience.toMillis());
    return !thread.isAlive();
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private void watch() {
    try {
      boolean told = false;
      while (!isClosed()) {
        follow(told);
        told = alarm.await(LOOK);
      }
    } catch (InterruptedException | ClosedWatchServiceException stopped) {
      LOG.debug("the watch is over");
    }
  }

  /** Whatever happens to one edit, the next one is looked at. */
  private void follow(boolean told) throws InterruptedException {
    try {
      HomeStamp now = look();
      if (told || !now.equals(read)) {
        reload(atRest(now));
      }
    } catch (ClosedWatchServiceException stopped) {
      throw stopped;
    } catch (RuntimeException bug) {
      LOG.error("looking for edits", bug);
    }
  }

  private HomeStamp look() {
    HomeStamp now = HomeStamp.of(home);
    alarm.watch(now.folders());
    return now;
  }

  /** Waits until nothing is edited any more. */
  private HomeStamp atRest(HomeStamp first) throws InterruptedException {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    HomeStamp last = first;
    while (System.nanoTime() - end < 0) {
      boolean told = alarm.await(REST);
      HomeStamp now = look();
      if (!told && now.equals(last)) {
        break;
      }
      last = now;
    }
    return last;
  }

  /** What was read while files changed may be half of one edit and half of another: it is read again, within reason. */
  private void reload(HomeStamp first) throws InterruptedException {
    HomeStamp before = first;
    for (int reading = 1; reading <= READINGS; reading++) {
      Runnable verdict = verdict();
      HomeStamp after = look();
      read = before;
      if (after.equals(before) || reading == READINGS) {
        decide(verdict);
        return;
      }
      before = atRest(after);
    }
  }

  /** A bug in here must not end the watch. */
  private Runnable verdict() {
    try {
      Report report = Reload.of(home, live.current());
      if (report.failed(Severity.VIOLATION)) {
        String why = ReportWriter.text(report.reasons(), ReportWriter.Form.TEXT);
        return () -> refuse(why);
      }
      Snapshot next = report.snapshot().orElseThrow();
      next.version(); // made now, so that no request waits for it
      return () -> serve(next);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError | AssertionError bug) {
      LOG.error("reading the edit", bug);
      return () -> refuse("the program made a mistake; its log says which\n");
    }
  }

  private synchronized void decide(Runnable verdict) {
    if (!closed) {
      verdict.run();
    }
  }

  private void refuse(String why) {
    live.refuse(new LiveSnapshot.Refusal(Instant.now(), why));
    listener.refused(why);
  }

  private void serve(Snapshot next) {
    Snapshot current = live.current();
    boolean changed = !next.version().equals(current.version()) || !next.shapes().version().equals(current.shapes().version());
    boolean mended = live.refusalAfter(current).isPresent();
    if (changed) {
      live.replace(next);
    } else {
      live.keep(); // an edit of a comment, or back to what is served
    }
    if (changed || mended) {
      listener.served(live.current());
    }
  }
}
