package goldenbridge.check;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes off when the system tells of an edit in one of the watched folders; hidden files do not count. For one thread, but for {@link #close}. */
final class FolderAlarm implements Alarm {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotWatcher.class);

  private final WatchService service;
  private final Map<Path, Watched> watched = new HashMap<>();
  private boolean deaf;

  private record Watched(String id, WatchKey key) {}

  private FolderAlarm(WatchService service) {
    this.service = service;
  }

  /** A mute one where the system has nothing to tell, or not for one more program. */
  static Alarm open() {
    try {
      return new FolderAlarm(FileSystems.getDefault().newWatchService());
    } catch (IOException | UnsupportedOperationException refused) {
      LOG.warn("the system does not tell of edits ({}); they are looked for once a second", refused.getMessage());
      return Alarm.mute();
    }
  }

  @Override
  public void watch(Map<Path, String> folders) {
    watched.entrySet().removeIf(entry -> {
      Watched known = entry.getValue();
      boolean same = known.key.isValid() && known.id.equals(folders.get(entry.getKey()));
      if (!same) {
        known.key.cancel();
      }
      return !same;
    });
    folders.forEach((folder, id) -> {
      if (!watched.containsKey(folder)) {
        register(folder, id);
      }
    });
  }

  /** The folder may be gone again, or the system may watch no more of them. */
  private void register(Path folder, String id) {
    try {
      watched.put(folder, new Watched(id, folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE)));
    } catch (IOException refused) {
      if (!deaf && Files.isDirectory(folder)) {
        LOG.warn("the system does not tell of edits in {} ({}); they are looked for once a second", folder, refused.getMessage());
        deaf = true; // said once
      }
    }
  }

  @Override
  public boolean await(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    boolean edited = false;
    while (!edited) {
      WatchKey key = service.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      if (key == null) {
        return false;
      }
      edited = isEdited(key);
    }
    takeTheRest();
    return true;
  }

  /** What else is there already belongs to the same edit. Each folder but once: a flood of writing must not hold this up. */
  private void takeTheRest() {
    for (int folders = watched.size(); folders > 0; folders--) {
      WatchKey key = service.poll();
      if (key == null) {
        return;
      }
      isEdited(key);
    }
  }

  private static boolean isEdited(WatchKey key) {
    boolean edited = key.pollEvents().stream().anyMatch(FolderAlarm::counts);
    key.reset();
    return edited;
  }

  /** When the system lost count it names no file. */
  private static boolean counts(WatchEvent<?> event) {
    return !(event.context() instanceof Path file) || HomeStamp.counts(file);
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
