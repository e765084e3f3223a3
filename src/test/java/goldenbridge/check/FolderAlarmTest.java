package goldenbridge.check;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderAlarmTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(200);

  @TempDir
  private Path folder;
  private final Alarm alarm = FolderAlarm.open();

  @AfterEach
  void close() {
    alarm.close();
  }

  private void watch(Path watched) throws Exception {
    alarm.watch(Map.of(watched, Files.getAttribute(watched, "unix:ino").toString()));
  }

  @Test
  void goesOffForFilesThatComeChangeAndGo() throws Exception {
    watch(folder);
    assertFalse(alarm.await(Duration.ZERO));
    Path file = Files.writeString(folder.resolve("a.ttl"), "a");
    assertTrue(alarm.await(LONG));
    while (alarm.await(SHORT)) {
      // The file came and was written: two events, perhaps one after the other.
    }
    Files.writeString(file, "b");
    assertTrue(alarm.await(LONG));
    while (alarm.await(SHORT)) {
      // Emptied and written.
    }
    Files.delete(file);
    assertTrue(alarm.await(LONG));
  }

  @Test
  void takesNoNoticeOfHiddenFiles() throws Exception {
    watch(folder);
    Files.writeString(folder.resolve(".a.ttl.swp"), "half a thought");
    assertFalse(alarm.await(SHORT));
  }

  @Test
  void followsAFolderThatIsReplacedByAnotherOfItsName() throws Exception {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    watch(inner);
    Files.move(inner, folder.resolve("away"));
    Files.createDirectory(inner);
    watch(inner);
    Files.writeString(folder.resolve("away/a.ttl"), "a");
    assertFalse(alarm.await(SHORT));
    Files.writeString(inner.resolve("a.ttl"), "a");
    assertTrue(alarm.await(LONG));
  }

  @Test
  void doesWithoutAFolderThatIsGoneAgain() throws Exception {
    alarm.watch(Map.of(folder.resolve("gone"), "1"));
    watch(folder);
    Files.writeString(folder.resolve("a.ttl"), "a");
    assertTrue(alarm.await(LONG));
  }

  @Test
  void tellsThatItIsClosed() {
    alarm.close();
    alarm.close();
    assertThrows(ClosedWatchServiceException.class, () -> alarm.await(LONG));
  }
}
