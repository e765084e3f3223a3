package goldenbridge.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewLintTest {
  @TempDir
  Path folder;

  private BrokenWorld world;

  @BeforeEach
  void copy() {
    world = BrokenWorld.in(folder);
  }

  @Test
  void refusesUnknownView() {
    world.replace("queries/honey.rq", "view: BarChart", "view: BarChrt");
    Finding finding = Checker.all(world.home()).findings().get(0);
    assertEquals("queries/honey.rq:13:4: violation view: view \"BarChrt\" is unknown", finding.toString());
    assertEquals("did you mean BarChart?", finding.hint());
  }

  @ParameterizedTest
  @CsvSource({
      "Table, ?hive ?honey, ",
      "BarChart, ?hive ?honey, ",
      "LineChart, ?honey ?hive, ",
      "BarChart, ?hive ?graph, a column of numbers and another to name them",
      "BarChart, ?honey, a column of numbers and another to name them",
      "Timeline, ?hive ?issued, ",
      "Timeline, ?hive ?honey, a column of dates",
      "Map, ?hive ?point, ",
      "Map, ?hive ?honey, a column of points such as Point(71.4 51.1)",
      "Graph, ?hive ?graph, ",
      "Graph, ?hive ?honey, two columns of IRIs",
  })
  void looksAtWhatTheColumnsHold(String view, String columns, String missing) {
    world.query("""
        PREFIX dcterms: <http://purl.org/dc/terms/>
        SELECT %s
        WHERE {
          GRAPH ?graph { ?hive bee:honey ?honey }
          ?graph bee:inReport ?report .
          ?report dcterms:issued ?issued .
          BIND ("Point(71.4 51.1)" AS ?point)
        }
        ORDER BY %s
        """.formatted(columns, columns)).replace("queries/try.rq", "#+ tags: [tests]", "#+ tags: [tests]\n#+ view: " + view);
    assertEquals(missing == null ? List.of() : List.of("queries/try.rq:4:4: violation view: view " + view + " needs "
        + missing + ", which the answer does not have"),
        world.found());
  }

  @Test
  void readsTheCommentOfOtherTools() {
    world.query("#defaultView:Map\nSELECT ?hive\nWHERE { ?hive bee:honey ?honey }\nORDER BY ?hive\n");
    assertEquals(List.of("queries/try.rq:6:1: violation view: view Map needs a column of points such as Point(71.4 51.1), which the answer does not have"), world.found());
  }

  @Test
  void saysNothingOfAnEmptyAnswer() {
    world.query("SELECT ?hive\nWHERE { ?hive bee:honey 99.0 }\nORDER BY ?hive\n")
        .replace("queries/try.rq", "#+ tags: [tests]", "#+ tags: [tests]\n#+ view: Map");
    assertEquals(List.of(), world.found());
  }
}
