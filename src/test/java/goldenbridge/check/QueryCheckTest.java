package goldenbridge.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryCheckTest {
  private static final String HONEY = "queries/honey.rq";

  @TempDir
  Path folder;

  private BrokenWorld world;

  @BeforeEach
  void copy() {
    world = BrokenWorld.in(folder);
  }

  @Test
  void brokenYamlPointsAtItsLine() {
    world.replace(HONEY, "#+ tags: [honey, evidence]", "#+ tags: [honey, evidence");
    assertEquals(List.of("queries/honey.rq:4"), places("query-header"));
    assertEquals(1, world.found().size(), "its golden answers are not stray");
  }

  @Test
  void unknownKeyPointsAtTheKey() {
    world.replace(HONEY, "#+ tags:", "#+ tag:");
    Finding finding = Checker.all(world.home()).findings().get(0);
    assertEquals("queries/honey.rq:3:4: violation query-header: query header: key \"tag\" is unknown", finding.toString());
    assertEquals("did you mean tags?", finding.hint());
  }

  @Test
  void unknownKeyOfAParameterPointsAtTheKey() {
    world.replace(HONEY, "#+     type: entity", "#+     tipe: entity");
    assertEquals(List.of("queries/honey.rq:6:8: violation query-header: parameter hive: key \"tipe\" is unknown"),
        world.found());
  }

  @Test
  void malformedSparqlPointsAtItsLine() {
    world.replace(HONEY, "GRAPH ?passage {", "GRAPH ?passage (");
    assertEquals(List.of("queries/honey.rq:37"), places("sparql-syntax"));
  }

  @Test
  void brokenHeaderDoesNotHideBrokenSparql() {
    world.replace(HONEY, "#+ tags:", "#+ tag:").replace(HONEY, "GRAPH ?passage {", "GRAPH ?passage (");
    assertEquals(List.of("queries/honey.rq:37"), places("sparql-syntax"));
    assertEquals(List.of("queries/honey.rq:3"), places("query-header"));
  }

  @Test
  void undeclaredPrefixPointsAtItsLine() {
    world.replace(HONEY, "bee:honey ?honey", "be:honey ?honey");
    assertEquals(List.of("queries/honey.rq:37"), places("unknown-prefix"));
  }

  @Test
  void extensionsOfOneEngineAreRefused() {
    world.query("SELECT ?hive\nWHERE {\n  ?hive bee:honey ?honey .\n  LET (?more := ?honey + 1)\n}\nORDER BY ?hive\n");
    assertEquals(List.of("queries/try.rq:9"), places("sparql-syntax"));
  }

  @Test
  void namesOfQueriesAreAddresses() {
    world.write("queries/More_Hives.rq", world.read("queries/hives.rq"));
    assertEquals(List.of("queries/More_Hives.rq: violation query-name: \"More_Hives\" cannot be the name of a query"),
        world.found());
  }

  @Test
  void callsToOtherEndpointsAreRefused() {
    world.query("SELECT ?hive\nWHERE {\n  ?hive bee:honey ?honey .\n  SERVICE <http://localhost:1/> { ?a ?b ?c }\n}\nORDER BY ?hive\n");
    assertEquals(1, world.found("service-off").size(), () -> world.found().toString());
  }

  @Test
  void functionsBeyondSparqlAreRefused() {
    world.query("SELECT ?hive\nWHERE {\n  ?hive bee:honey ?honey .\n  FILTER (bee:heavy(?honey))\n}\nORDER BY ?hive\n");
    assertEquals(1, world.found("unknown-function").size(), () -> world.found().toString());
  }

  @Test
  void caseThatTheQueryRefusesPointsAtTheCase() {
    world.replace(HONEY, "#+     hive: oak hive", "#+     hve: oak hive")
        .replace(HONEY, "#+     least: \"12.5\"", "#+     least: much");
    assertEquals(List.of("queries/honey.rq:29:6: violation query-case: query honey has no parameter \"hve\"",
        "queries/honey.rq:31:6: violation query-case: parameter least: \"much\" is not a decimal number"), world.found());
  }

  @Test
  void queriesAreReadEvenWhenTheDataCannotBe() {
    world.delete("data/dataset.ttl").replace(HONEY, "GRAPH ?passage {", "GRAPH ?passage (");
    assertEquals(List.of("queries/honey.rq:37"), places("sparql-syntax"));
    assertTrue(Checker.all(world.home()).snapshot().isEmpty());
  }

  private List<String> places(String rule) {
    return Checker.all(world.home()).findings().stream().filter(finding -> finding.rule().equals(rule))
        .map(finding -> finding.place().file() + ":" + finding.place().line()).toList();
  }
}
