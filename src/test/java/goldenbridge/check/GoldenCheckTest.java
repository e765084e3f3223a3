package goldenbridge.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenCheckTest {
  @TempDir
  Path folder;

  private BrokenWorld world;

  @BeforeEach
  void copy() {
    world = BrokenWorld.in(folder);
  }

  @Test
  void pointsAtTheFirstLineThatDiffers() {
    world.replace("queries/test/hives.csv", "Béla Drone", "Bela Drone");
    assertEquals(List.of("queries/test/hives.csv:2:76: violation golden-answer: the answer differs from line 2 on: "
        + "expected \"https://example.org/bees/id/elm,elm hive,https://example.org/bees/id/bela,Bela Drone\", "
        + "got \"https://example.org/bees/id/elm,elm hive,https://example.org/bees/id/bela,Béla Drone\" (3 lines expected, 3 got)"), world.found());
  }

  @Test
  void tellsMissingLines() {
    world.append("queries/test/swarms.in-1921.csv", "https://example.org/bees/id/yew,yew hive,1921\r\n");
    assertEquals(List.of("queries/test/swarms.in-1921.csv:4:1: violation golden-answer: the answer differs from line 4 on: "
        + "expected \"https://example.org/bees/id/yew,yew hive,1921\", got the end (4 lines expected, 3 got)"),
            world.found());
  }

  @Test
  void tellsFurtherLines() {
    world.append("data/sources/letter.trig",
        "\nGRAPH <https://example.org/bees/source/letter#curation> { <https://example.org/bees/id/oak> "
        + "<https://example.org/bees/ontology#swarmedOn> \"1921-05\"^^<http://www.w3.org/2001/XMLSchema#gYearMonth> . }\n");
    List<String> found = world.found("golden-answer");
    assertEquals(1, found.size(), () -> world.found().toString());
    assertTrue(found.get(0).startsWith("queries/test/swarms.in-1921.csv:3:"), found::toString);
  }

  @Test
  void lineEndsMayDiffer() {
    world.write("queries/test/hives.csv", world.read("queries/test/hives.csv").replace("\r\n", "\n"));
    assertEquals(List.of(), world.found());
  }

  @Test
  void missesAnswers() {
    world.delete("queries/test/honey.csv").delete("queries/test/honey.plenty.csv");
    assertEquals(List.of("queries/honey.rq:1:1: violation golden-missing: the golden answer queries/test/honey.csv is missing",
        "queries/honey.rq:31:6: violation golden-missing: the golden answer queries/test/honey.plenty.csv is missing"),
            golden());
  }

  @Test
  void queryThatNeedsParametersNeedsACase() {
    world.replace("queries/swarms.rq", "#+ cases:\n#+   in-1921:\n#+     year: 1921\n", "");
    assertEquals(List.of("queries/swarms.rq:1:1: violation golden-missing: query swarms needs parameters and has no case, so no answer of it is kept"), golden());
    assertEquals(List.of("queries/test/swarms.in-1921.csv: violation golden-stray: no query or case gives this answer"), world.found("golden-stray"));
  }

  @Test
  void tellsStrayAnswers() {
    world.write("queries/test/hivs.csv", "x\n").write("queries/test/hives.of-eve.csv", "x\n");
    assertEquals(List.of("queries/test/hives.of-eve.csv: violation golden-stray: no query or case gives this answer",
        "queries/test/hivs.csv: violation golden-stray: no query or case gives this answer"), world.found());
  }

  @Test
  void refusedCaseKeepsItsFile() {
    world.replace("queries/swarms.rq", "#+     year: 1921", "#+     year: soon");
    assertEquals(List.of(), world.found("golden-stray"));
  }

  @Test
  void showsALongLineFromTheDifferenceOn() {
    world.write("queries/test/hives.csv", ("x".repeat(300) + "\n").getBytes(StandardCharsets.UTF_8));
    String message = world.found("golden-answer").get(0);
    assertTrue(message.length() < 350 && message.contains("…"), message);
  }

  private List<String> golden() {
    return Checker.all(world.home()).findings().stream().filter(finding -> finding.rule().equals("golden-missing"))
        .map(Finding::toString).toList();
  }
}
