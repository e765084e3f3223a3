package goldenbridge.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TermLintTest {
  @TempDir
  Path folder;

  private BrokenWorld world;

  @BeforeEach
  void copy() {
    world = BrokenWorld.in(folder);
  }

  @Test
  void tellsTermsThatTheOntologyDoesNotDefine() {
    world.replace("queries/honey.rq", "?hive bee:honey ?honey }", "?hive bee:hony ?honey }");
    Finding finding = Checker.all(world.home()).findings().stream()
        .filter(found -> found.rule().equals("undefined-term")).findFirst().orElseThrow();
    assertEquals("queries/honey.rq:37:26: violation undefined-term: bee:hony is not defined by the ontology",
        finding.toString());
    assertEquals("did you mean bee:honey?", finding.hint());
  }

  @Test
  void tellsTermsWrittenInFull() {
    world.replace("queries/honey.rq", "?hive bee:honey ?honey }",
        "?hive <https://example.org/bees/ontology#Honey> ?honey }");
    assertEquals(1, world.found("undefined-term").size());
  }

  @Test
  void tellsNamesThatTheDataDoesNotHold() {
    world.query("SELECT ?honey\nWHERE { <https://example.org/bees/id/oka> bee:honey ?honey }\nORDER BY ?honey\n");
    Finding finding = Checker.all(world.home()).findings().stream().filter(found -> found.rule().equals("unknown-name"))
        .findFirst().orElseThrow();
    assertEquals("queries/try.rq:7:9: warning unknown-name: the data says nothing of id:oka", finding.toString());
    assertEquals("did you mean id:oak?", finding.hint().replaceAll("id:ada, ", ""));
  }

  @Test
  void knowsNamesOfGraphs() {
    world.query("SELECT ?honey\nWHERE { GRAPH <https://example.org/bees/source/letter#p1> { ?hive bee:honey ?honey } }\nORDER BY ?honey\n");
    assertEquals(List.of(), world.found());
  }

  @Test
  void tellsUnusedPrefixes() {
    world.replace("queries/honey.rq", "PREFIX bee:", "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\nPREFIX bee:");
    assertEquals(List.of("queries/honey.rq:33:8: warning unused-prefix: the prefix xsd: is declared but not used"),
        world.found());
  }

  @Test
  void tellsUnusedPrefixesOfRules() {
    world.replace("ontology/rules/undescribed-graph.rq", "PREFIX bee:",
        "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\nPREFIX bee:");
    assertEquals(List.of("ontology/rules/undescribed-graph.rq:7:8: warning unused-prefix: the prefix xsd: is declared but not used"), world.found());
  }

  @Test
  void refusesStarAlsoInSubQueries() {
    world.query("SELECT DISTINCT *\nWHERE {\n  { SELECT * WHERE { ?hive bee:honey ?honey } }\n}\nORDER BY ?hive ?honey\n");
    assertEquals(List.of("queries/try.rq:6:17: violation select-star: SELECT * does not say which columns it gives",
        "queries/try.rq:8:12: violation select-star: SELECT * does not say which columns it gives"), world.found());
  }

  @Test
  void allowsStarsThatAreNoColumns() {
    world.query("SELECT (COUNT(*) AS ?n) (SUM(?honey * 2) AS ?twice)\nWHERE { ?hive a/<http://www.w3.org/2000/01/rdf-schema#subClassOf>* ?type ; bee:honey ?honey }\n");
    assertEquals(List.of(), world.found());
  }

  @Test
  void refusesRelativeIris() {
    world.query("SELECT ?honey\nWHERE { <oak> bee:honey ?honey }\nORDER BY ?honey\n");
    assertEquals(List.of("queries/try.rq:7:9: violation iri: the IRI <oak> is relative"), world.found());
  }
}
