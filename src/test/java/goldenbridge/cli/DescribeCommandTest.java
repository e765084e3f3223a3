package goldenbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import goldenbridge.World;
import org.junit.jupiter.api.Test;

class DescribeCommandTest {
  private static final String WORLD = World.home().root().toString();

  @Test
  void setsValuesThatDifferSideBySideWithTheirPassages() {
    Run run = Run.of("describe", "oak hive", "--home", WORLD);
    assertEquals(0, run.code());
    assertTrue(run.out().startsWith("oak hive  id:oak\n"), run.out());
    assertTrue(run.out().contains("honey\n  12.0 [1]\n  15.5 [2]\n"), run.out());
    assertTrue(run.out().contains("[2] A letter to the guild, ¶ 1 (Béla Drone)\n"), run.out());
  }

  @Test
  void showsIncomingLinks() {
    assertTrue(Run.of("describe", "id:ada", "--home", WORLD).out().contains("← keeper\n  oak hive  id:oak"));
  }

  @Test
  void writesJsonWithThePassagesOfEachStatement() {
    JsonObject json = JsonParser.parseString(Run.of("describe", "id:oak", "--home", WORLD, "-f", "json").out()).getAsJsonObject();
    assertEquals("https://example.org/bees/id/oak", json.get("iri").getAsString());
    assertTrue(json.getAsJsonArray("statements").asList().stream().map(statement -> statement.getAsJsonObject())
        .anyMatch(statement -> statement.get("value").getAsString().equals("15.5")
            && statement.getAsJsonArray("passages").get(0).getAsJsonObject().get("speakerLabel").getAsString().equals("Béla Drone")), json.toString());
  }

  @Test
  void keepsTheGraphsInTrig() {
    String trig = Run.of("describe", "id:oak", "--home", WORLD, "-f", "trig").out();
    assertTrue(trig.contains("<https://example.org/bees/source/letter#p1>"), trig);
    assertTrue(Run.of("describe", "id:oak", "--home", WORLD, "-f", "ttl").out().contains("id:oak"));
    assertEquals(2, Run.of("describe", "id:oak", "--home", WORLD, "-f", "csv").code());
  }

  @Test
  void suggestsTheEntityThatWasMeant() {
    Run run = Run.of("describe", "oka hive", "--home", WORLD);
    assertEquals(2, run.code());
    assertEquals("golden-bridge: nothing is called \"oka hive\"; did you mean id:oak (oak hive)?\n", run.err());
  }

  @Test
  void showsTheNumbersOfTheGraph() {
    Run run = Run.of("info", "--home", WORLD);
    assertEquals(0, run.code());
    assertTrue(run.out().contains("A world of bees"), run.out());
    assertTrue(run.out().matches("(?s).*passages +3\n.*"), run.out());
    assertTrue(Run.of("info", "--home", WORLD, "--lang", "ko").out().contains("벌의 세계"));
  }
}
