package goldenbridge.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderLintTest {
  @TempDir
  Path folder;

  private BrokenWorld world;

  @BeforeEach
  void copy() {
    world = BrokenWorld.in(folder);
  }

  @Test
  void missesOrder() {
    world.query("SELECT ?hive\nWHERE { ?hive bee:honey ?honey }\n");
    assertEquals(List.of("queries/try.rq:6:1: violation order-missing: the query has no ORDER BY"), world.found());
  }

  @Test
  void missesOrderOfPages() {
    world.query("SELECT ?hive\nWHERE { ?hive bee:honey ?honey }\n")
        .replace("queries/try.rq", "#+ tags: [tests]", "#+ tags: [tests]\n#+ pagination: 10");
    assertEquals(List.of("queries/try.rq:7:1: violation order-missing: the query is paged but has no ORDER BY"),
        world.found());
  }

  @Test
  void tellsRowsInATie() {
    world.query("SELECT ?hive ?honey\nWHERE { ?hive bee:honey ?honey }\nORDER BY ?hive\n");
    assertEquals(List.of("queries/try.rq:8:1: violation order-partial: ORDER BY leaves rows 2 and 3 in a tie: they differ in ?honey"), world.found());
  }

  @Test
  void acceptsKeysThatDetermineTheRest() {
    world.query("SELECT ?hive ?keeper\nWHERE { ?hive bee:keeper ?keeper }\nORDER BY STR(?hive)\n");
    assertEquals(List.of(), world.found());
  }

  @Test
  void acceptsEqualRowsInATie() {
    world.query("SELECT ?hive\nWHERE { ?hive bee:honey ?honey }\nORDER BY ?hive\n");
    assertEquals(List.of(), world.found());
  }

  @Test
  void seesKeysThatTheAnswerDoesNotShow() {
    world.query("SELECT ?hive ?honey\nWHERE { GRAPH ?graph { ?hive bee:honey ?honey } }\nORDER BY ?hive ?graph\n");
    assertEquals(List.of(), world.found());
    world.query("SELECT ?hive ?honey\nWHERE { GRAPH ?graph { ?hive bee:honey ?honey } }\nORDER BY ?hive (?graph = ?hive)\n");
    assertEquals(List.of("queries/try.rq:8:1: violation order-partial: ORDER BY leaves rows 2 and 3 in a tie: they differ in ?honey"), world.found());
  }

  @Test
  void tellsKeysThatDistinctDoesNotKeep() {
    world.query("SELECT DISTINCT ?hive\nWHERE { ?hive bee:honey ?honey }\nORDER BY ?honey\n");
    assertEquals(List.of("queries/try.rq:8:1: violation order-partial: a key of ORDER BY has several values for one DISTINCT row"), world.found());
    world.query("SELECT DISTINCT ?hive\nWHERE { ?hive bee:keeper ?keeper }\nORDER BY ?keeper\n");
    assertEquals(List.of(), world.found(), "one keeper a hive");
  }

  @Test
  void numbersOfOneValueTie() {
    world.replace("data/sources/letter.trig", "id:oak bee:honey 15.5 .", "id:oak bee:honey 12.00 .");
    world.query("SELECT ?honey ?graph\nWHERE { GRAPH ?graph { ?hive bee:honey ?honey } }\nORDER BY ?honey\n");
    assertEquals(List.of("queries/try.rq:8:1: violation order-partial: ORDER BY leaves rows 2 and 3 in a tie: they differ in ?honey, ?graph"), world.found("order-partial"));
  }

  @Test
  void seesGroupsAndCounts() {
    world.query("SELECT ?hive (COUNT(?honey) AS ?n)\nWHERE { ?hive bee:keeper|bee:honey ?honey }\nGROUP BY ?hive\nORDER BY DESC(COUNT(?honey))\n");
    assertEquals(List.of(), world.found(), "three and two");
    world.query("SELECT ?hive (COUNT(?keeper) AS ?n)\nWHERE { ?hive bee:keeper ?keeper }\nGROUP BY ?hive\nORDER BY DESC(COUNT(?keeper))\n");
    assertEquals(List.of("queries/try.rq:9:1: violation order-partial: ORDER BY leaves rows 1 and 2 in a tie: they differ in ?hive"), world.found(), "one and one");
  }

  @Test
  void oneRowNeedsNoOrder() {
    world.query("SELECT (COUNT(?hive) AS ?n)\nWHERE { ?hive bee:honey ?honey }\n");
    assertEquals(List.of(), world.found());
  }

  @Test
  void questionsOfYesAndNoNeedNoOrder() {
    world.query("ASK { ?hive bee:honey ?honey }\n");
    assertEquals(List.of(), world.found());
  }

  @Test
  void goesByTheTextWhenTheQueryCannotBeRun() {
    world.query("SELECT ?hive ?honey\nWHERE {\n  ?hive bee:honey ?honey .\n  FILTER (?honey > ?_least_decimal)\n}\nORDER BY ?hive\n");
    assertEquals(List.of("queries/try.rq:11:1: violation order-partial: ORDER BY does not mention ?honey"),
        world.found("order-partial"));
  }
}
