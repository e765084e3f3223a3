package goldenbridge.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterLintTest {
  @TempDir
  Path folder;

  private BrokenWorld world;

  @BeforeEach
  void copy() {
    world = BrokenWorld.in(folder);
  }

  @Test
  void refusesParameterAsTargetOfBind() {
    world.query("""
        SELECT ?hive
        WHERE {
          ?hive bee:honey ?honey .
          BIND (?honey + 1 AS ?__more_integer)
        }
        ORDER BY ?hive
        """);
    assertEquals(List.of("queries/try.rq:9:23: violation parameter-assigned: the query assigns ?__more_integer, so no value can be put in its place"),
        world.found("parameter-assigned"));
  }

  @Test
  void refusesParameterAsAliasOfSelect() {
    world.query("""
        SELECT ?hive (COUNT(?honey) AS ?_count_integer)
        WHERE { ?hive bee:honey ?honey }
        GROUP BY ?hive
        ORDER BY ?hive
        """);
    assertEquals(List.of("queries/try.rq:6:32: violation parameter-assigned: the query assigns ?_count_integer, so no value can be put in its place"),
        world.found("parameter-assigned"));
  }

  @Test
  void refusesParameterAsColumnOfValues() {
    world.query("""
        SELECT ?hive
        WHERE {
          VALUES ?__kg_decimal { 12.0 }
          ?hive bee:honey ?__kg_decimal .
        }
        ORDER BY ?hive
        """);
    assertEquals(List.of("queries/try.rq:8:10: violation parameter-values: parameter kg_decimal takes one value but is a column of VALUES"),
        world.found("parameter-values"));
  }

  @Test
  void saysItOnceWhenACaseGivesSuchAParameterAValue() {
    world.query("SELECT ?hive\nWHERE {\n  VALUES ?__kg_decimal { 12.0 }\n  ?hive bee:honey ?__kg_decimal .\n}\nORDER BY ?hive\n");
    world.replace("queries/try.rq", "#+ tags: [tests]", "#+ tags: [tests]\n#+ cases: {heavy: {kg_decimal: twelve}}");
    assertEquals(1, world.found("parameter-values").size(), () -> world.found().toString());
  }

  @Test
  void refusesParameterForSeveralValuesBesideAnotherColumn() {
    world.query("""
        SELECT ?hive
        WHERE {
          VALUES (?__hive_iri_multi ?n) { (UNDEF 1) }
          ?hive bee:honey ?honey .
          FILTER (!BOUND(?__hive_iri_multi) || ?hive = ?__hive_iri_multi)
        }
        ORDER BY ?hive
        """);
    assertEquals(List.of("queries/try.rq:8:11: violation parameter-values: parameter hive shares its VALUES block with another column"),
        world.found("parameter-values"));
  }

  @Test
  void refusesLiteralAsSubject() {
    world.query("""
        SELECT ?honey
        WHERE {
          ?hive bee:honey ?honey .
          ?__name bee:honey ?honey .
        }
        ORDER BY ?honey
        """);
    assertEquals(List.of("queries/try.rq:9:3: violation literal-subject: parameter name is a literal (string) but stands as a subject or property"),
        world.found("literal-subject"));
  }

  @Test
  void refusesLiteralAsProperty() {
    world.query("SELECT ?hive\nWHERE { ?hive ?__property ?honey }\nORDER BY ?hive\n");
    assertEquals(1, world.found("literal-subject").size());
  }

  @Test
  void allowsIriAsSubject() {
    world.query("SELECT ?honey\nWHERE { ?__hive_iri bee:honey ?honey }\nORDER BY ?honey\n");
    assertEquals(List.of(), world.found("literal-subject"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "?honey > ?__kg",
      "!(?honey < ?__kg)",
      "?honey > ?__kg || ?honey < 1",
      "BOUND(?__kg) && ?honey > ?__kg",
      "!BOUND(?__kg) && ?honey > 1 || ?honey > ?__kg",
      "?honey IN (?__kg, 12.0)",
      "IF(?honey > 3, ?honey > ?__kg, true)",
      "EXISTS { ?other bee:honey ?more FILTER (?more > ?__kg) }",
  })
  void refusesUnguardedOptionalParameter(String test) {
    filter(test);
    assertEquals(1, world.found("unguarded-parameter").size(), () -> world.found().toString());
    assertEquals("queries/try.rq:9:", world.found("unguarded-parameter").get(0).substring(0, 17));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "!BOUND(?__kg) || ?honey > ?__kg",
      "?honey > ?__kg || !BOUND(?__kg)",
      "?honey > 1 && (!BOUND(?__kg) || ?honey > ?__kg)",
      "!BOUND(?__kg) || ?honey > ?__kg || ?honey < ?__kg",
      "!(BOUND(?__kg) && ?honey <= ?__kg)",
      "?honey > COALESCE(?__kg, 0)",
      "IF(BOUND(?__kg), ?honey > ?__kg, true)",
      "!BOUND(?__kg) || EXISTS { ?other bee:honey ?more FILTER (?more > 1) }",
      "EXISTS { ?other bee:honey ?__kg FILTER (?__kg > 1) }",
  })
  void allowsGuardedOptionalParameter(String test) {
    filter(test);
    assertEquals(List.of(), world.found("unguarded-parameter"));
  }

  @Test
  void allowsParameterThatAPatternBinds() {
    world.query("SELECT ?hive\nWHERE {\n  ?hive bee:honey ?__kg_decimal .\n  FILTER (?__kg_decimal > 1)\n}\nORDER BY ?hive\n");
    assertEquals(List.of(), world.found("unguarded-parameter"));
  }

  @Test
  void looksIntoSubQueriesAndHaving() {
    world.query("""
        SELECT ?hive
        WHERE {
          {
            SELECT ?hive
            WHERE { ?hive bee:honey ?honey }
            GROUP BY ?hive
            HAVING (MAX(?honey) > ?__kg)
          }
        }
        ORDER BY ?hive
        """);
    assertEquals(List.of("queries/try.rq:12:27: violation unguarded-parameter: without parameter kg this FILTER is an error and every row is lost"),
        world.found("unguarded-parameter"));
  }

  @Test
  void requiredParameterNeedsNoGuard() {
    world.query("SELECT ?hive\nWHERE {\n  ?hive bee:honey ?honey .\n  FILTER (?honey > ?_kg)\n}\nORDER BY ?hive\n");
    assertEquals(List.of(), world.found("unguarded-parameter"));
  }

  @Test
  void refusesNamesOfOptions() {
    world.query("SELECT ?hive\nWHERE {\n  ?hive bee:honey ?honey .\n  FILTER (?honey > ?_page_integer)\n}\nORDER BY ?hive\n");
    assertEquals(List.of("queries/try.rq:9:20: violation reserved-parameter: parameter page is named like an option of the service"), world.found("reserved-parameter"));
  }

  private void filter(String test) {
    world.query("SELECT ?hive\nWHERE {\n  ?hive bee:honey ?honey .\n  FILTER (" + test + ")\n}\nORDER BY ?hive\n");
  }
}
