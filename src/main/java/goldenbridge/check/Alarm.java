package goldenbridge.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Wakes a thread that waits for edits. It may miss some: who needs to be sure looks for himself from time to time. */
interface Alarm extends AutoCloseable {

  /** Watches exactly these folders from now on, each told from others of its name by a text. */
  void watch(Map<Path, String> folders);

  /** Waits for an edit, and no longer than that. Returns whether there was one. */
  boolean await(Duration patience) throws InterruptedException;

  @Override
  void close();

  /** One that never goes off. */
  static Alarm mute() {
    return new Alarm() {
      @Override
      public void watch(Map<Path, String> folders) {
        // Nothing tells of them.
      }

      @Override
      public boolean await(Duration patience) throws InterruptedException {
        Thread.sleep(patience.toMillis());
        return false;
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }
}
