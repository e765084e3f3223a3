package goldenbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import goldenbridge.World;
import goldenbridge.graph.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
  @TempDir
  private Path folder;
  private Home home;

  @BeforeEach
  void copyTheWorld() {
    home = World.copyTo(folder);
  }

  private Run validate(String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "validate";
    args[1] = "--home";
    args[2] = folder.toString();
    System.arraycopy(more, 0, args, 3, more.length);
    return Run.of(args);
  }

  @Test
  void endsWithZeroForASoundGraph() {
    Run run = validate("--examples", "--fail-on", "info");
    assertEquals("0 violations, 0 warnings, 0 infos\n", run.out());
    assertEquals(0, run.code());
  }

  @Test
  void pointsAtTheLineOfAViolationAndEndsWithOne() throws IOException {
    World.edit(home, "data/sources/gazette.trig", "bee:honey 12.0", "bee:honey 12");
    Run run = validate();
    assertEquals(1, run.code());
    assertTrue(run.out().startsWith("data/sources/gazette.trig:24:"), run.out());
    assertTrue(run.out().contains("violation Hive-honey"), run.out());
    assertTrue(run.out().contains("    bee:honey 12 .\n"), run.out());
  }

  @Test
  void failsOnMilderFindingsWhenAsked() throws IOException {
    World.edit(home, "data/reference/register.ttl", ", \"느릅나무 벌통\"@ko", "");
    assertEquals(0, validate().code());
    assertEquals(1, validate("--fail-on", "warning").code());
  }

  private static final String AGAIN = "the same content was checked before";

  @Nested
  class WithAFolderForWhatIsKept {
    @TempDir
    private Path kept;

    @BeforeEach
    void name() {
      System.setProperty(HomeOption.KEPT, kept.toString());
    }

    @AfterEach
    void forget() {
      System.clearProperty(HomeOption.KEPT);
    }

    @Test
    void saysTheVerdictOnTheSameContentAgain() throws IOException {
      World.edit(home, "data/sources/gazette.trig", "bee:honey 12.0", "bee:honey 12");
      Run first = validate();
      assertFalse(first.err().contains(AGAIN), first.err());
      Run second = validate();
      assertTrue(second.err().contains(AGAIN), second.err());
      assertEquals(first.out(), second.out());
      assertEquals(1, second.code());
      assertEquals(0, validate("--rules").code());
      assertFalse(validate("--fresh").err().contains(AGAIN), "asked to check again");
      assertEquals("", validate("-q").err());
    }

    @Test
    void checksEveryOtherContentFormAndScope() throws IOException {
      validate();
      assertFalse(validate("-f", "json").err().contains(AGAIN), "another form");
      assertFalse(validate("--examples").err().contains(AGAIN), "more is checked");
      assertFalse(validate(folder.resolve("data").toString()).err().contains(AGAIN), "only some files are told");
      Path gazette = folder.resolve("data/sources/gazette.trig");
      FileTime time = Files.getLastModifiedTime(gazette);
      World.edit(home, "data/sources/gazette.trig", "bee:honey 12.0", "bee:honey \"12\"");
      Files.setLastModifiedTime(gazette, time);
      assertEquals(1, validate().code());
      World.edit(home, "data/sources/gazette.trig", "bee:honey \"12\"", "bee:honey 12.0");
      assertEquals(0, validate("--fail-on", "warning").code());
      Files.createDirectories(folder.resolve("ontology/test/Empty"));
      assertFalse(validate().err().contains(AGAIN), "a folder more");
    }

    @Test
    void checksAgainWhatMayBeJudgedOtherwiseAtAnotherTime() throws IOException {
      Files.writeString(folder.resolve("ontology/rules/late.rq"), "SELECT ?s { ?s ?p ?o FILTER(?o > now ()) }");
      validate();
      assertFalse(validate().err().contains(AGAIN), "the clock goes on");
    }

    @Test
    void checksAgainWhenWhatWasKeptIsDamaged() throws IOException {
      Run first = validate();
      try (Stream<Path> files = Files.list(kept)) {
        for (Path file : files.filter(any -> any.getFileName().toString().startsWith("verdict")).toList()) {
          byte[] bytes = Files.readAllBytes(file);
          bytes[bytes.length - 2] ^= 1;
          Files.write(file, bytes);
        }
      }
      Run second = validate();
      assertFalse(second.err().contains(AGAIN), second.err());
      assertEquals(first.out(), second.out());
    }
  }

  @Test
  void tellsOnlyTheFindingsOfTheFilesNamed() throws IOException {
    World.edit(home, "data/sources/gazette.trig", "bee:honey 12.0", "bee:honey 12");
    World.edit(home, "data/sources/letter.trig", "bee:honey 15.5", "bee:honey 15");
    Run run = validate(folder.resolve("data/sources/letter.trig").toString());
    assertEquals(1, run.code());
    assertTrue(run.out().contains("letter.trig") && !run.out().contains("gazette.trig"), run.out());
  }

  @Test
  void writesReportsForPrograms() throws IOException {
    World.edit(home, "data/sources/gazette.trig", "bee:honey 12.0", "bee:honey 12");
    assertTrue(JsonParser.parseString(validate("-f", "sarif").out()).getAsJsonObject().has("runs"));
    assertTrue(validate("-f", "github").out().startsWith("::error file=data/sources/gazette.trig,line=24"));
    Path file = folder.resolve("report.xml");
    assertEquals(1, validate("-f", "junit", "-o", file.toString()).code());
    assertTrue(Files.readString(file).contains("<testsuite"));
  }

  @Test
  void reportsMissingFilesAndUnknownWords() {
    assertEquals(3, validate("no-such.trig").code());
    assertEquals(2, validate("--fail-on", "error").code());
    assertEquals(2, validate("-f", "pdf").code());
  }

  @Test
  void checksAHomeWithoutData() throws IOException {
    Files.move(folder.resolve("data"), folder.resolve("elsewhere"));
    Run run = validate();
    assertEquals(3, run.code());
    assertTrue(run.err().contains("data/ is missing"), run.err());
  }
}
