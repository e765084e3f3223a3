package goldenbridge.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import goldenbridge.World;
import goldenbridge.graph.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeStampTest {
  @TempDir
  private Path folder;
  private Home home;
  private HomeStamp before;

  @BeforeEach
  void look() {
    home = World.copyTo(folder.resolve("world"));
    before = HomeStamp.of(home);
  }

  @Test
  void isEqualAsLongAsNothingChanges() {
    assertEquals(before, HomeStamp.of(home));
    assertEquals(before, HomeStamp.of(new Home(home.root().resolve("data").resolve(".."))));
  }

  @Test
  void differsForAnotherTimeOrSize() throws IOException {
    Path file = home.description();
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));
    HomeStamp later = HomeStamp.of(home);
    assertNotEquals(before, later);
    Files.writeString(file, Files.readString(file) + "\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));
    assertNotEquals(later, HomeStamp.of(home));
  }

  @Test
  void differsForNewRenamedAndDeletedFilesAndFolders() throws IOException {
    Path made = Files.writeString(home.queries().resolve("test/x.csv"), "");
    HomeStamp one = HomeStamp.of(home);
    assertNotEquals(before, one);
    Path renamed = Files.move(made, home.queries().resolve("test/y.csv"));
    assertNotEquals(one, HomeStamp.of(home));
    Files.delete(renamed);
    assertEquals(before, HomeStamp.of(home));
    Files.createDirectory(home.data().resolve("more"));
    assertNotEquals(before, HomeStamp.of(home));
  }

  @Test
  void differsForALinkThatLeadsElsewhere() throws IOException {
    Path one = Files.writeString(folder.resolve("one.ttl"), "# one");
    Path two = Files.writeString(folder.resolve("two.ttl"), "# two");
    Path link = Files.createSymbolicLink(home.data().resolve("linked.ttl"), one);
    HomeStamp first = HomeStamp.of(home);
    Files.writeString(one, "# one and a half");
    HomeStamp second = HomeStamp.of(home);
    assertNotEquals(first, second);
    Files.delete(link);
    Files.createSymbolicLink(link, two);
    assertNotEquals(second, HomeStamp.of(home));
    Files.delete(two);
    HomeStamp.of(home); // leads nowhere, and is no trouble
  }

  @Test
  void takesNoNoticeOfHiddenFiles() throws IOException {
    Files.writeString(home.data().resolve(".dataset.ttl.swp"), "half a thought");
    assertEquals(before, HomeStamp.of(home));
  }

  @Test
  void doesWithoutAFolder() throws IOException {
    Files.move(home.data(), folder.resolve("away"));
    assertNotEquals(before, HomeStamp.of(home));
    Files.move(folder.resolve("away"), home.data());
    assertEquals(before, HomeStamp.of(home));
  }
}
