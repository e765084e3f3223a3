package goldenbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import goldenbridge.World;
import goldenbridge.graph.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class QueryCommandTest {
  private static final String WORLD = World.home().root().toString();

  private static Run query(String... args) {
    return Run.of(Stream.concat(Stream.of("query", "--home", WORLD), Stream.of(args)).toArray(String[]::new));
  }

  @Test
  void showsATableWithNamesInsteadOfIris() {
    Run run = query("hives");
    assertEquals(0, run.code());
    assertEquals("""
        hive      keeper
        ────────  ──────────
        elm hive  Béla Drone
        oak hive  Ada Comb
        """, run.out());
  }

  @Test
  void showsNamesInTheLanguageAskedFor() {
    assertTrue(query("hives", "--lang", "ko").out().contains("참나무 벌통"));
    // The elm has no Russian name: English follows in the graph's own order.
    assertTrue(query("hives", "--lang", "ru").out().contains("elm hive"));
  }

  @Test
  void writesCsvWithBothIriAndName() {
    Run run = query("hives", "keeper=Béla Drone", "--format", "csv");
    assertEquals("hive,hiveLabel,keeper,keeperLabel\r\nhttps://example.org/bees/id/elm,elm hive,https://example.org/bees/id/bela,Béla Drone\r\n", run.out());
  }

  @Test
  void writesJsonThatSaysWhatItAnswers() {
    JsonObject json = JsonParser.parseString(query("honey", "hive=oak hive", "-f", "json").out()).getAsJsonObject();
    assertEquals("honey", json.get("query").getAsString());
    assertEquals(64, json.get("version").getAsString().length());
    assertEquals("oak hive", json.getAsJsonObject("params").get("hive").getAsString());
    assertFalse(json.get("truncated").getAsBoolean());
    JsonObject row = json.getAsJsonArray("rows").get(0).getAsJsonObject();
    assertEquals("https://example.org/bees/id/oak", row.get("hive").getAsString());
    assertEquals("oak hive", row.get("hiveLabel").getAsString());
    assertEquals("12.0", row.get("honey").getAsBigDecimal().toString());
    assertEquals("The Hive Gazette, ¶ 1", row.get("passageLabel").getAsString());
  }

  @Test
  void writesTheW3cFormats() {
    assertTrue(JsonParser.parseString(query("hives", "-f", "srj").out()).getAsJsonObject().has("results"));
    assertTrue(query("hives", "-f", "xml").out().contains("<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">"));
    assertTrue(query("hives", "-f", "tsv").out().startsWith("?hive\t?keeper\n"));
  }

  @Test
  void takesAParameterSeveralTimes() {
    assertEquals(4, query("hives", "keeper=id:ada", "keeper=id:bela").out().lines().count());
  }

  @Test
  void reportsEachFaultOfTheCallInALine() {
    Run run = query("honey", "hivee=x", "least=much");
    assertEquals(2, run.code());
    assertEquals(List.of("golden-bridge: query honey has no parameter \"hivee\"; did you mean hive?",
        "golden-bridge: parameter least: \"much\" is not a decimal number; write it as 10.0"), run.err().lines().toList());
  }

  @Test
  void rejectsWordsThatAreNoParameter() {
    Run run = query("honey", "oak");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("write it as name=value"), run.err());
  }

  @Test
  void suggestsTheQueryThatWasMeant() {
    Run run = query("honeys");
    assertEquals(2, run.code());
    assertEquals("golden-bridge: there is no query \"honeys\"; did you mean honey?\n", run.err());
  }

  @Test
  void saysThatAnAnswerIsCut() {
    Run run = query("honey", "--max-rows", "2", "-f", "json");
    assertTrue(JsonParser.parseString(run.out()).getAsJsonObject().get("truncated").getAsBoolean());
    assertTrue(run.err().contains("there is more"), run.err());
  }

  @Test
  void writesAFileWholeOrNotAtAll(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("hives.csv");
    assertEquals(0, query("hives", "-o", file.toString()).code());
    assertTrue(Files.readString(file).startsWith("hive,hiveLabel"));
    Run failed = query("hives", "-o", folder.resolve("no/such/hives.csv").toString());
    assertEquals(3, failed.code());
    assertTrue(failed.err().contains("cannot write the file"), failed.err());
    Run mismatch = query("hives", "-f", "ttl", "-o", file.toString());
    assertEquals(2, mismatch.code());
    assertTrue(Files.readString(file).startsWith("hive,hiveLabel"), "the old file is lost");
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList());
    }
  }

  /** Who names a device or a pipe means what is behind it; as root a move would put a file in the place of the device. */
  @Test
  @Timeout(60)
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void writesIntoAPipeInsteadOfReplacingIt(@TempDir Path folder) throws Exception {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    Process reader = new ProcessBuilder("cat", pipe.toString()).start();
    assertEquals(0, query("hives", "-f", "csv", "-o", pipe.toString()).code());
    assertFalse(Files.isRegularFile(pipe));
    assertTrue(new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8).startsWith("hive,hiveLabel"));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void keepsALinkAndGivesTheRightsOfANewFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("hives.csv"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
    assertEquals(0, query("hives", "-o", link.toString()).code());
    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.readString(file).startsWith("hive,hiveLabel"));
    assertEquals(Files.getPosixFilePermissions(Files.createFile(folder.resolve("new"))), Files.getPosixFilePermissions(file));
  }

  @Test
  void endsWithThreeWhenTheDataIsBroken(@TempDir Path folder) throws IOException {
    Home home = World.copyTo(folder);
    World.edit(home, "data/sources/letter.trig", "bee:honey 4.0 ;", "bee:honey 4.0");
    Run run = Run.of("query", "hives", "--home", folder.toString());
    assertEquals(3, run.code());
    assertTrue(run.err().startsWith("golden-bridge: data/sources/letter.trig:29:"), run.err());
  }

  @Test
  void endsWithThreeWhenThereIsNoHome(@TempDir Path folder) {
    Run run = Run.of("query", "hives", "--home", folder.toString());
    assertEquals(3, run.code());
    assertTrue(run.err().contains("the folder ontology/ is missing"), run.err());
  }

  @Test
  void listsTheCatalogueWithoutReadingData(@TempDir Path folder) throws IOException {
    Home home = World.copyTo(folder);
    World.edit(home, "data/sources/letter.trig", "bee:honey 4.0 ;", "bee:honey 4.0");
    Run run = Run.of("queries", "--home", folder.toString());
    assertEquals(0, run.code());
    assertTrue(run.out().contains("How much honey, and who says so?"), run.out());
    assertTrue(run.out().contains("year=year"), run.out());
    assertTrue(Run.of("queries", "--home", WORLD, "--lang", "ko").out().contains("꿀은 얼마나"));
    assertEquals(3, JsonParser.parseString(Run.of("queries", "--home", WORLD, "-f", "json").out()).getAsJsonArray().size());
  }
}
