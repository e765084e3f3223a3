package goldenbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a copy of the real graph: its frame must pass its own checks. */
class NewSourceCommandTest {
  @TempDir
  private Path folder;

  @BeforeEach
  void copyTheGraph() throws IOException {
    for (String part : List.of("ontology", "data", "queries")) {
      try (Stream<Path> files = Files.walk(Path.of(part))) {
        for (Path file : files.filter(path -> !path.toString().contains("test")).toList()) {
          Path target = folder.resolve(file.toString());
          if (Files.isDirectory(file)) {
            Files.createDirectories(target);
          } else {
            Files.copy(file, target);
          }
        }
      }
    }
  }

  private Run make(String slug, String... more) {
    return Run.of(Stream.concat(Stream.of("new-source", slug, "--home", folder.toString(), "--url", "https://example.org/a"), Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void writesAFrameThatPassesTheChecks() throws IOException {
    Run run = make("paper-2024-06-12", "--title", "Two \"friends\" agree", "--date", "2024-06", "--passages", "3");
    assertEquals(0, run.code(), run.err());
    assertEquals("data/sources/paper-2024-06-12.trig\n", run.out());
    String text = Files.readString(folder.resolve("data/sources/paper-2024-06-12.trig"), StandardCharsets.UTF_8);
    assertTrue(text.contains("schema:datePublished \"2024-06\"^^xsd:gYearMonth"), text);
    assertTrue(text.contains("Two \\\"friends\\\" agree"), text);
    assertTrue(text.contains("s:p3 a kzkr:Passage") && !text.contains("s:p4 a"), text);
    Run checked = Run.of("validate", folder.resolve("data/sources/paper-2024-06-12.trig").toString(), "--home", folder.toString());
    assertEquals(0, checked.code(), checked.out());
    assertFalse(checked.out().contains("violation "), checked.out());
  }

  @Test
  void neverOverwritesASource() throws IOException {
    Path there = folder.resolve("data/sources/kazinform-2021-08-17.trig");
    String before = Files.readString(there);
    Run run = make("kazinform-2021-08-17", "--title", "x");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("there is a source \"kazinform-2021-08-17\""), run.err());
    assertEquals(before, Files.readString(there));
  }

  @Test
  void rejectsWordsThatDoNotFit() {
    assertEquals(2, make("Paper 1", "--title", "x").code());
    assertEquals(2, make("paper", "--title", "x", "--date", "June").code());
    assertEquals(2, make("paper", "--title", "x", "--passages", "0").code());
    assertEquals(2, make("paper").code());
  }

  @Test
  void saysThatTheGraphHasNoFrame() throws IOException {
    Files.delete(folder.resolve("data/new-source.ftl"));
    Run run = make("paper", "--title", "x");
    assertEquals(3, run.code());
    assertTrue(run.err().startsWith("golden-bridge: data/new-source.ftl: the frame of a source cannot be used"), run.err());
  }
}
