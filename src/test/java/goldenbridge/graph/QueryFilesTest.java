package goldenbridge.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryFilesTest {
  @TempDir
  private Path folder;
  private Home home;

  @BeforeEach
  void copyTheWorld() {
    home = World.copyTo(folder);
  }

  @Test
  void keepsTheTextWhateverHappensToTheFiles() throws IOException {
    String text = Files.readString(home.queries().resolve("honey.rq"));
    QueryFiles files = SnapshotLoader.load(home).queries();
    Files.delete(home.queries().resolve("honey.rq"));
    Files.writeString(home.queries().resolve("new.rq"), "ASK {}");
    assertEquals(List.of("hives", "honey", "swarms"), List.copyOf(files.names()));
    assertEquals(Optional.of(text), files.text("honey"));
    assertEquals(Optional.empty(), files.text("new"));
  }

  @Test
  void tellsWhichFilesAreTheSame() throws IOException {
    QueryFiles before = QueryFiles.read(home);
    World.edit(home, "queries/honey.rq", "ORDER BY", "ORDER  BY");
    Files.delete(home.queries().resolve("swarms.rq"));
    QueryFiles after = QueryFiles.read(home);
    assertTrue(after.same("hives", before));
    assertFalse(after.same("honey", before));
    assertFalse(after.same("swarms", before));
    assertFalse(after.same("never-there", before));
  }

  @Test
  void doesWithoutFilesThatCannotBeReadAndWithoutTheFolder() throws IOException {
    Files.write(home.queries().resolve("latin.rq"), new byte[] {'#', (byte) 0xE9});
    Files.createDirectory(home.queries().resolve("folder.rq"));
    Files.writeString(home.queries().resolve(".honey.rq"), "hidden");
    QueryFiles files = QueryFiles.read(home);
    assertEquals(List.of("folder", "hives", "honey", "latin", "swarms"), List.copyOf(files.names()));
    assertEquals(Optional.empty(), files.text("latin"));
    assertEquals(Optional.empty(), files.text("folder"));
    assertTrue(files.same("folder", QueryFiles.read(home)));
    Files.move(home.queries(), folder.resolve("away"));
    assertTrue(QueryFiles.read(home).names().isEmpty());
  }

  @Test
  void givesAnotherVersionForAnotherName() throws IOException {
    String before = SnapshotLoader.load(home).version();
    Files.move(home.queries().resolve("hives.rq"), home.queries().resolve("hivez.rq"));
    assertNotEquals(before, SnapshotLoader.load(home).version());
    Files.move(home.queries().resolve("hivez.rq"), home.queries().resolve("hives.rq"));
    assertEquals(before, SnapshotLoader.load(home).version());
  }
}
