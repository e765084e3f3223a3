package goldenbridge.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderLintTest {
  private static final String HONEY = "queries/honey.rq";

  @TempDir
  Path folder;

  private BrokenWorld world;

  @BeforeEach
  void copy() {
    world = BrokenWorld.in(folder);
  }

  @Test
  void missesDescriptionAndTags() {
    world.replace(HONEY,
        "#+ description: The honey of each hive in kilograms, with the passage that tells it; voices may differ.\n#+ tags: [honey, evidence]\n", "");
    assertEquals(List.of("queries/honey.rq:1:1: warning missing-description: the query has no description",
        "queries/honey.rq:1:1: warning missing-tags: the query has no tags"), world.found());
  }

  @Test
  void missesDescriptionOfAParameterAtItsKey() {
    world.replace(HONEY, "#+     description: Only this hive\n", "");
    assertEquals(List.of("queries/honey.rq:5:6: warning missing-description: parameter hive has no description"),
        world.found());
  }

  @Test
  void missesParameterInTheHeaderAtItsVariable() {
    world.query("SELECT ?hive\nWHERE {\n  ?hive bee:keeper ?keeper .\n  FILTER (!BOUND(?__other) || ?keeper = ?__other)\n}\nORDER BY ?hive\n");
    assertEquals(List.of("queries/try.rq:9:18: warning missing-description: parameter other has no description",
        "queries/try.rq:9:18: warning missing-type: parameter other has no type"), world.found());
  }

  @Test
  void endingOfTheVariableIsAType() {
    world.query("SELECT ?hive\nWHERE {\n  ?hive bee:keeper ?keeper .\n  FILTER (!BOUND(?__other_iri) || ?keeper = ?__other_iri)\n}\nORDER BY ?hive\n");
    assertEquals(List.of(), world.found("missing-type"));
  }

  @Test
  void missesLanguagesOfTheGraph() {
    world.replace(HONEY, "#+       least: Только не меньше стольких килограммов\n", "");
    assertEquals(List.of("queries/honey.rq:22:6: warning missing-translation: the translation into ru lacks parameter least"), world.found());
  }

  @Test
  void missesWholeTranslations() {
    world.write("queries/try.rq", """
        #+ summary: A question
        #+ description: What it asks.
        #+ tags: [tests]
        PREFIX bee: <https://example.org/bees/ontology#>
        SELECT ?hive WHERE { ?hive bee:honey ?honey } ORDER BY ?hive
        """);
    assertEquals(List.of("queries/try.rq:1:1: warning missing-translation: the translation into ko lacks the summary, the description",
        "queries/try.rq:1:1: warning missing-translation: the translation into ru lacks the summary, the description"),
            world.found());
  }

  @Test
  void refusesTranslationsOfNothing() {
    world.replace(HONEY, "#+       least: Только", "#+       lest: Только").replace(HONEY, "#+   ru:\n", "#+   fr:\n");
    assertEquals(List.of("queries/honey.rq:15:4: warning missing-translation: the translation into ru lacks the summary, the description, parameter hive, parameter least",
        "queries/honey.rq:22:6: violation unknown-translation: the graph has no language \"fr\"",
        "queries/honey.rq:27:10: violation unknown-translation: the query has no parameter \"lest\""), world.found());
  }

  @Test
  void saysWhichKeysOfGrlcMeanNothing() {
    world.replace(HONEY, "#+ view: BarChart", "#+ method: GET\n#+ view: BarChart");
    assertEquals(List.of("queries/honey.rq:13:4: info ignored-key: the key \"method\" of grlc means nothing here"),
        world.found());
  }

  @Test
  void refusesExamplesAndDefaultsThatTheParameterRefuses() {
    world.replace(HONEY, "#+     example: oak hive", "#+     example: pine hive\n#+     default: Ada Comb")
        .replace(HONEY, "example: 10.0", "example: a lot");
    assertEquals(List.of("queries/honey.rq:8:8: violation parameter-default: parameter hive: nothing is called \"pine hive\"",
        "queries/honey.rq:13:8: violation parameter-default: parameter least: \"a lot\" is not a decimal number"),
            world.found("parameter-default"));
  }

  @Test
  void runsQueriesForChoices() {
    choices("SELECT ?h WHERE { ?h a <https://example.org/bees/ontology#Hive> }");
    assertEquals(List.of(), world.found("choices-query"));
    choices("SELECT ?h WHERE { ?h a <https://example.org/bees/ontology#Hiv> }");
    assertEquals(List.of("queries/honey.rq:9:8: violation choices-query: the enumQuery of parameter hive: it gives no choice"), world.found("choices-query"));
    choices("SELEKT ?h");
    assertEquals(1, world.found("choices-query").size());
    choices("ASK { ?s ?p ?o }");
    assertEquals(List.of("queries/honey.rq:9:8: violation choices-query: the enumQuery of parameter hive: it is not a SELECT"), world.found("choices-query"));
  }

  private void choices(String query) {
    world.write(HONEY, world.read(HONEY).replaceAll("#\\+     enumQuery: .*\n", "")
        .replace("#+     example: oak hive\n", "#+     example: oak hive\n#+     enumQuery: " + query + "\n"));
  }
}
