package goldenbridge.http;

import static goldenbridge.http.Served.encode;
import static goldenbridge.http.Served.header;
import static goldenbridge.http.Served.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits of a home while it is served. */
@Timeout(240)
class WatchTest {
  private static final String GAZETTE = "data/sources/gazette.trig";
  private static final List<String> PATHS = List.of("/", "/queries", "/queries?format=html", "/queries/honey.csv", "/queries/honey.rq", "/queries/hives?evidence=on",
      "/queries/swarms.html?year=1921", "/doc/id/oak.trig", "/sparql?format=csv&query=" + encode("SELECT * { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o"));

  @TempDir
  private Path folder;
  private Watched watched;

  @BeforeEach
  void serve() {
    watched = Watched.in(folder);
  }

  @AfterEach
  void stop() {
    watched.close();
  }

  /** Every byte that a client gets, and what says how long it holds. */
  private Map<String, String> answers() {
    Map<String, String> answers = new LinkedHashMap<>();
    PATHS.forEach(path -> {
      HttpResponse<String> response = watched.served.get(path);
      assertEquals(200, response.statusCode(), response.body());
      answers.put(path, header(response, "ETag") + header(response, "Dataset-Version") + header(response, "Content-Type") + response.body());
    });
    return answers;
  }

  @Test
  void servesAnEdit() throws IOException {
    HttpResponse<String> before = watched.served.get("/queries/honey.csv");
    World.edit(watched.home, GAZETTE, "bee:honey 12.0", "bee:honey 12.5"); // in place
    watched.untilServed("/queries/honey.csv", ",12.5,");
    HttpResponse<String> after = watched.served.get("/queries/honey.csv", "If-None-Match", header(before, "ETag"));
    assertEquals(200, after.statusCode());
    assertNotEquals(header(before, "Dataset-Version"), header(after, "Dataset-Version"));
    assertEquals(header(after, "Dataset-Version"), json(watched.served.get("/health")).get("version").getAsString());
  }

  /** The content's version stays as it is, since no data has changed. */
  @Test
  void anEditOfShapesAloneChangesTheirTag() throws IOException {
    HttpResponse<String> before = watched.served.get("/shapes.ttl");
    assertEquals(304, watched.served.get("/shapes.ttl", "If-None-Match", header(before, "ETag")).statusCode());
    World.edit(watched.home, "ontology/shapes.ttl", "sh:maxCount 1", "sh:maxCount 77");
    watched.untilServed("/shapes.ttl", "77");
    HttpResponse<String> after = watched.served.get("/shapes.ttl", "If-None-Match", header(before, "ETag"));
    assertEquals(200, after.statusCode());
    assertEquals(header(before, "Dataset-Version"), header(after, "Dataset-Version"));
  }

  /** A browser would go on showing what it has for five minutes. */
  @Test
  void letsNoClientKeepAnAnswerWithoutAsking() {
    HttpResponse<String> response = watched.served.get("/queries/honey.csv");
    assertEquals("public, no-cache", header(response, "Cache-Control"));
    assertEquals(304, watched.served.get("/queries/honey.csv", "If-None-Match", header(response, "ETag")).statusCode());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      GAZETTE + " | bee:keeper id:ada ; | bee:keeper id:ada | " + GAZETTE + ":24: | syntax",
      GAZETTE + " | bee:honey 12.0 | bee:honey 12 | " + GAZETTE + ":24: | Hive-honey",
      GAZETTE + " | 1921-05-03 | 1921-02-30 | " + GAZETTE + ":28: | literal",
      "data/reference/register.ttl | id:oak a bee:Hive | id:oak a bee:Hyve | data/reference/register.ttl:19: | unknown-term",
      "data/dataset.ttl | gb:voiceProperty | gb:voicePropertie | data/dataset.ttl: | dataset-description",
      "ontology/ontology.ttl | a owl:Ontology | a owl:Ontologie | ontology/ontology.ttl: | no-ontology",
      "ontology/shapes.ttl | sh:maxCount 1 | sh:maxCount one | ontology/shapes.ttl: | syntax",
      "ontology/rules/unknown-term.rq | SELECT | SELEKT | ontology/rules/unknown-term.rq: | sparql-syntax",
      "queries/honey.rq | WHERE { | WHERE | queries/honey.rq: | sparql-syntax",
      "queries/honey.rq | '#+ view:' | '#+ veiw:' | queries/honey.rq: | query-header",
  })
  void keepsWhatIsServedByteForByteWhenAnEditIsBroken(String file, String sound, String broken, String place, String rule) throws IOException {
    Map<String, String> before = answers();
    String loaded = json(watched.served.get("/health")).get("loaded").getAsString();
    Instant edited = Instant.now().minusMillis(1);
    watched.edit(file, sound, broken);
    watched.untilRefused(rule);
    assertTrue(watched.refusal().lines().anyMatch(line -> line.startsWith(place) && line.contains(" violation " + rule + ": ")), watched.refusal());
    assertEquals(before, answers());
    var health = json(watched.served.get("/health"));
    assertEquals("ok", health.get("status").getAsString());
    assertEquals(loaded, health.get("loaded").getAsString());
    assertFalse(Instant.parse(health.getAsJsonObject("refused").get("at").getAsString()).isBefore(edited), health.toString());
    assertEquals(0, watched.swaps.get());

    watched.edit(file, broken, sound);
    watched.untilNothingIsRefused();
    assertEquals(before, answers());
  }

  @Test
  void servesAllThatWasEditedOnceItIsMended() throws IOException {
    watched.edit("queries/honey.rq", "SELECT", "SELEKT");
    watched.untilRefused("queries/honey.rq:");
    watched.edit(GAZETTE, "bee:honey 12.0", "bee:honey 12.5");
    watched.edit("queries/honey.rq", "SELEKT ?hive ?honey ?passage", "SELECT ?hive ?honey");
    watched.untilServed("/queries/honey.csv", ",12.5\r\n");
    assertEquals("", watched.refusal());
  }

  @Test
  void servesAnEditedQueryWithTheNextSnapshot() throws IOException {
    String version = header(watched.served.get("/"), "Dataset-Version");
    watched.edit("queries/honey.rq", "How much honey, and who says so?", "How heavy is the honey?");
    watched.untilServed("/queries", "How heavy is the honey?");
    assertTrue(watched.served.get("/queries/honey.html").body().contains("How heavy is the honey?"));
    assertTrue(watched.served.get("/queries/honey.rq").body().contains("How heavy is the honey?"));
    assertNotEquals(version, header(watched.served.get("/"), "Dataset-Version"));
  }

  @Test
  void servesNewRenamedAndDeletedQueries() throws IOException {
    watched.save("queries/heavy.rq", watched.read("queries/honey.rq"));
    watched.until(() -> watched.served.get("/queries/heavy").statusCode() == 200, "the new query is there");
    String version = header(watched.served.get("/"), "Dataset-Version");
    Files.move(watched.home.queries().resolve("heavy.rq"), watched.home.queries().resolve("weight.rq"));
    watched.until(() -> watched.served.get("/queries/weight").statusCode() == 200, "the renamed query is there");
    assertEquals(404, watched.served.get("/queries/heavy").statusCode());
    assertNotEquals(version, header(watched.served.get("/"), "Dataset-Version"), "other names, other content");
    Files.delete(watched.home.queries().resolve("weight.rq"));
    watched.until(() -> watched.served.get("/queries/weight").statusCode() == 404, "the deleted query is gone");
  }

  @Test
  void servesNewRenamedAndDeletedFilesOfDataAlsoInNewFolders() throws IOException {
    String register = """
        @prefix bee: <https://example.org/bees/ontology#> .
        @prefix dcterms: <http://purl.org/dc/terms/> .
        @prefix id: <https://example.org/bees/id/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix void: <http://rdfs.org/ns/void#> .

        <https://example.org/bees/reference/%s> a void:Dataset ;
          dcterms:title "More keepers"@en .

        id:cleo a bee:Keeper ;
          skos:prefLabel "%s"@en, "클레오"@ko .
        """;
    watched.save("data/reference/more/deep/keepers.ttl", register.formatted("more/deep/keepers", "Cleo Wax"));
    watched.untilServed("/doc/id/cleo.nt", "Cleo Wax");
    watched.save("data/reference/more/deep/keepers.ttl", register.formatted("more/deep/keepers", "Cleo Wing"));
    watched.untilServed("/doc/id/cleo.nt", "Cleo Wing");

    watched.save("data/reference/more/others.ttl", register.formatted("more/others", "Cleo Wing"));
    Files.delete(watched.home.data().resolve("reference/more/deep/keepers.ttl"));
    watched.untilServed("/doc/id/cleo.trig", "reference/more/others");
    watched.until(() -> !watched.served.get("/doc/id/cleo.trig").body().contains("deep/keepers"), "the old name is gone");

    Files.move(watched.home.data().resolve("reference/more"), folder.resolve("away"));
    watched.until(() -> watched.served.get("/doc/id/cleo").statusCode() == 404, "the folder is gone");
    Files.move(folder.resolve("away"), watched.home.data().resolve("reference/more"));
    watched.untilServed("/doc/id/cleo.nt", "Cleo Wing");
    watched.save("data/reference/more/others.ttl", register.formatted("more/others", "Cleo Stripe"));
    watched.untilServed("/doc/id/cleo.nt", "Cleo Stripe");
  }

  @Test
  void refusesAHomeThatLacksAFolder() throws IOException {
    Map<String, String> before = answers();
    for (Path gone : List.of(watched.home.queries(), watched.home.ontology(), watched.home.data())) {
      Files.move(gone, folder.resolve("away"));
      watched.untilRefused("the folder " + gone.getFileName() + "/ is missing");
      assertEquals(before, answers());
      Files.move(folder.resolve("away"), gone);
      watched.untilNothingIsRefused();
    }
    watched.edit(GAZETTE, "bee:honey 12.0", "bee:honey 12.5");
    watched.untilServed("/queries/honey.csv", ",12.5,");
  }

  /** Whoever is served the old snapshot needs no file any more. */
  @Test
  void needsNoFileForWhatIsServed() throws IOException {
    Map<String, String> before = answers();
    try (Served alone = Served.of(watched.home, options -> options)) {
      String rows = alone.get("/queries/honey.csv").body();
      Files.move(watched.home.root(), folder.resolve("away"));
      assertEquals(rows, alone.get("/queries/honey.csv").body());
      assertEquals(before.size(), answers().size());
      assertEquals(before, answers());
    }
  }

  /** Growing numbers in a file that is saved again and again: nobody ever gets an older one after a newer. */
  @Test
  void neverGoesBack() throws IOException {
    String path = "/sparql?format=csv&query=" + encode("SELECT (MAX(?n) AS ?last) { ?p bee:paragraph ?n }");
    int last = 2;
    for (int number = 100; number < 110; number++) {
      watched.edit(GAZETTE, "bee:paragraph " + (number == 100 ? 2 : number - 1) + " ", "bee:paragraph " + number + " ");
      int saved = number;
      int[] seen = {last};
      watched.until(() -> {
        int now = Integer.parseInt(watched.served.get(path).body().replaceAll("\\D+", ""));
        assertTrue(now >= seen[0], now + " after " + seen[0]);
        seen[0] = now;
        return now == saved;
      }, "the number is " + number);
      last = number;
    }
  }
}
