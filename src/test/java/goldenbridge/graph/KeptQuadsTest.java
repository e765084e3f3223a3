package goldenbridge.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import goldenbridge.fault.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptQuadsTest {
  @TempDir
  private Path folder;
  @TempDir
  private Path kept;
  private Home home;

  @BeforeEach
  void copyTheWorld() {
    home = World.copyTo(folder);
  }

  @Test
  void givesTheSnapshotThatTheFilesGive() throws IOException {
    Files.writeString(folder.resolve("data/reference/terms.ttl"), """
        @prefix : <https://example.org/bees/id/> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        :a :says "plain", "құмыра"@kk, "벌"@ko-kr, "꿀 \\U0001F36F"@KO, 1, 01, 2.50, 1e3, true, "2024"^^xsd:gYear, "x"^^:own, "", "a\\n\\"b\\\\" .
        :a :knows [ :knows :a ] , <urn:isbn:12> .
        """);
    Snapshot read = SnapshotLoader.load(home);
    PreparedHome.of(home, Optional.of(kept)).load();
    Snapshot taken = PreparedHome.of(home, Optional.of(kept)).load();
    assertEquals(1, files().size());
    assertEquals(withoutNamesOfBlankNodes(read), withoutNamesOfBlankNodes(taken));
    assertEquals(read.description(), taken.description());
    assertEquals(read.dataset().prefixes().getMapping(), taken.dataset().prefixes().getMapping());
    assertEquals(read.dataset().triples(), taken.dataset().triples());
  }

  @Test
  void findsEveryTermOfAKeptTableByItsText() throws IOException {
    Files.writeString(folder.resolve("data/reference/terms.ttl"), """
        @prefix : <https://example.org/bees/id/> .
        :a :says "1", 1, 1.0, "1"@kk, "1"@ko, "벌"@ko .
        """);
    PreparedHome.of(home, Optional.of(kept)).load();
    Snapshot read = SnapshotLoader.load(home);
    Snapshot taken = PreparedHome.of(home, Optional.of(kept)).load();
    read.dataset().find().forEachRemaining(quad -> assertTrue(taken.dataset().contains(quad), quad.toString()));
    taken.dataset().find().forEachRemaining(quad -> assertTrue(read.dataset().contains(quad), quad.toString()));
  }

  @Test
  void isTakenWithoutReadingTheFilesAsRdf() throws IOException {
    PreparedHome.of(home, Optional.of(kept)).load();
    FileTime written = Files.getLastModifiedTime(files().get(0));
    assertEquals(SnapshotLoader.load(home).version(), PreparedHome.of(home, Optional.of(kept)).load().version());
    assertEquals(written, Files.getLastModifiedTime(files().get(0)), "nothing new to keep");
  }

  @Test
  void isNotTakenForOtherBytesOfTheSameLengthAndTime() throws IOException {
    PreparedHome.of(home, Optional.of(kept)).load();
    Path source = folder.resolve("data/sources/letter.trig");
    FileTime time = Files.getLastModifiedTime(source);
    World.edit(home, "data/sources/letter.trig", "bee:honey 4.0 ;", "bee:honey 4.5 ;");
    Files.setLastModifiedTime(source, time);
    assertEquals(SnapshotLoader.load(home).version(), PreparedHome.of(home, Optional.of(kept)).load().version());
  }

  @Test
  void isNotTakenWhenAFileIsAddedRemovedOrRenamed() throws IOException {
    String before = PreparedHome.of(home, Optional.of(kept)).load().version();
    Path letter = folder.resolve("data/sources/letter.trig");
    Path gone = Files.move(letter, kept.resolve("letter"));
    String without = PreparedHome.of(home, Optional.of(kept)).load().version();
    assertNotEquals(before, without);
    assertEquals(SnapshotLoader.load(home).version(), without);
    Files.move(gone, letter);
    assertEquals(before, PreparedHome.of(home, Optional.of(kept)).load().version());
    Path register = folder.resolve("data/reference/register.ttl");
    Files.move(register, folder.resolve("data/reference/registry.ttl"));
    assertEquals(SnapshotLoader.load(home).version(), PreparedHome.of(home, Optional.of(kept)).load().version(), "the graph is named after its file");
  }

  @Test
  void tellsBrokenFilesAndKeepsNothingOfThem() throws IOException {
    World.edit(home, "data/sources/letter.trig", "bee:honey 4.0 ;", "bee:honey 4.0");
    String told = assertThrows(ProblemException.class, () -> SnapshotLoader.load(home)).getMessage();
    assertEquals(told, assertThrows(ProblemException.class, () -> PreparedHome.of(home, Optional.of(kept)).load()).getMessage());
    assertEquals(List.of(), files());
  }

  @Test
  void standsInNobodysWayWhenDamagedOrWithoutAFolder() throws IOException {
    String version = PreparedHome.of(home, Optional.of(kept)).load().version();
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);
    for (int cut : new int[] {0, 3, 20, whole.length / 2, whole.length - 1}) {
      Files.write(file, java.util.Arrays.copyOf(whole, cut));
      assertEquals(version, PreparedHome.of(home, Optional.of(kept)).load().version(), "cut at " + cut);
    }
    byte[] flipped = whole.clone();
    flipped[whole.length - 40] ^= 1;
    Files.write(file, flipped, StandardOpenOption.TRUNCATE_EXISTING);
    assertEquals(version, PreparedHome.of(home, Optional.of(kept)).load().version());
    assertEquals(version, PreparedHome.of(home, Optional.of(kept.resolve("missing"))).load().version());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(kept)) {
      return files.filter(file -> file.getFileName().toString().startsWith("quads")).toList();
    }
  }

  /** Each reading of a file names its blank nodes anew. */
  private static List<String> withoutNamesOfBlankNodes(Snapshot snapshot) {
    List<String> lines = snapshot.canonicalLines().stream().map(line -> line.replaceAll("_:\\S+", "_:")).sorted().toList();
    assertTrue(lines.size() > 20);
    return lines;
  }
}
