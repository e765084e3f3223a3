package goldenbridge.http;

import static goldenbridge.http.Served.HEAVY;
import static goldenbridge.http.Served.code;
import static goldenbridge.http.Served.encode;
import static goldenbridge.http.Served.error;
import static goldenbridge.http.Served.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.query.Limits;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger's query cannot do. */
class SparqlSafetyTest {
  private static Served served;

  @BeforeAll
  static void serve() {
    served = Served.world(options -> options.withLimits(new Limits(Duration.ofSeconds(5), 50)).withParallel(2).withMaxAnswerBytes(20_000));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
      "SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
      "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE ?s { ?a ?b ?c } } }",
      "SELECT * { { SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } } }",
  })
  void callsNoOtherService(String query) {
    HttpResponse<String> response = served.ask(query);
    assertEquals(400, response.statusCode());
    assertEquals("service-off", code(response));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "SELECT (<java:java.lang.System.exit>(0) AS ?x) {}",
      "SELECT * { ?s ?p ?o FILTER <java:a.B>(?s) }",
      "SELECT * { ?s ?p ?o FILTER EXISTS { ?s ?p ?o FILTER <java:a.B>(?s) } }",
      "SELECT * { ?s ?p ?o } ORDER BY <java:a.B>(?s)",
      "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (<java:a.B>(?s))",
      "SELECT * { BIND (<http://jena.hpl.hp.com/ARQ/function#now>() AS ?x) }",
      "SELECT (<http://jena.apache.org/ARQ/js#f>(1) AS ?x) {}",
  })
  void loadsNoFunctions(String query) {
    assertEquals("unknown-function", code(served.ask(query)));
  }

  @Test
  void runsNoPropertyFunctions() {
    assertEquals("s,x\r\n", served.ask("SELECT * { ?s <java:a.B> ?x }", "Accept", "text/csv").body());
    assertEquals("s,x\r\n", served.ask("SELECT * { ?s <java:a.B>+ ?x }", "Accept", "text/csv").body());
    assertEquals("x\r\n", served.ask("SELECT * { ?x <http://jena.apache.org/ARQ/property#strSplit> ('a b' ' ') }", "Accept", "text/csv").body());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "SELECT * { ?s ?p 한국 }              | 1 | 18 | malformed SPARQL at 한국",
      "SELECT * {\\n  ?s ?p Қазақстан }     | 2 | 9  | malformed SPARQL at Қазақстан",
      "SELECT * { ?s қаз:аты ?o }           | 1 | 15 | the prefix of қаз:аты is not declared",
      "SELECT * { ?s ?p '참나무 }           | 1 | 24 | malformed SPARQL: the query ends too early",
      "SELEC * {}                           | 1 | 1  | malformed SPARQL at SELEC",
      "SELECT * { ?s ?p ?o . }}             | 1 | 24 | malformed SPARQL at }",
  })
  void tellsWhereAQueryIsMalformedInAnyLetters(String query, int line, int column, String detail) {
    HttpResponse<String> response = served.ask(query.replace("\\n", "\n"));
    assertEquals(400, response.statusCode());
    assertTrue(code(response).matches("sparql-syntax|unknown-prefix"));
    assertEquals(detail, error(response).get("detail").getAsString());
    assertEquals(line + ":" + column, error(response).get("line") + ":" + error(response).get("column"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      HEAVY,
      "SELECT (COUNT(DISTINCT *) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
      "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?a",
      "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER (STRLEN(CONCAT(STR(?a), STR(?l))) < 0) }",
      "SELECT * { BIND ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' AS ?t) FILTER REGEX(?t, '(.*a){20}b') }",
      "SELECT (REPLACE('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '(.*a){20}b', '') AS ?t) {}",
  })
  void stopsAQueryAtItsTime(String query) {
    assertTimeout(Duration.ofSeconds(8), () -> {
      HttpResponse<String> response = served.get("/sparql?timeout=1&query=" + encode(query));
      assertEquals(503, response.statusCode(), response.body());
      assertEquals("timeout", code(response));
      assertEquals("30", header(response, "Retry-After"));
      assertEquals("no-store", header(response, "Cache-Control"));
    });
    assertEquals(200, served.ask("ASK {}").statusCode());
  }

  @Test
  void letsARequestLowerItsTimeOnly() {
    assertTimeout(Duration.ofSeconds(12), () -> assertEquals("timeout", code(served.get("/sparql?timeout=3600&query=" + encode(HEAVY)))));
    assertEquals("parameter-type", code(served.get("/sparql?timeout=soon&query=" + encode("ASK {}"))));
    assertEquals("parameter-type", code(served.get("/sparql?timeout=0&query=" + encode("ASK {}"))));
  }

  @Test
  void turnsAwayWhatFindsNoPlaceAndAnswersOthersMeanwhile() {
    ExecutorService clients = Executors.newFixedThreadPool(6);
    try {
      List<CompletableFuture<String>> heavy = IntStream.range(0, 6)
          .mapToObj(number -> CompletableFuture.supplyAsync(() -> code(served.get("/sparql?timeout=4&query=" + encode(HEAVY + " #" + number))), clients)).toList();
      assertEquals(200, served.get("/health").statusCode());
      List<String> codes = heavy.stream().map(CompletableFuture::join).sorted().toList();
      assertEquals(List.of("busy", "busy", "busy", "busy", "timeout", "timeout"), codes);
      assertEquals(200, served.ask("ASK {}").statusCode());
    } finally {
      clients.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT * { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }", "SELECT * { ?s ?p ?o } LIMIT 51"})
  void neverGivesASilentlyShortAnswer(String query) {
    HttpResponse<String> response = served.ask(query);
    assertEquals(422, response.statusCode());
    assertEquals("row-limit", code(response));
    assertTrue(error(response).get("hint").getAsString().contains("LIMIT"));
    assertEquals(200, served.ask(query.replaceAll(" LIMIT.*", "") + " LIMIT 50").statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values", "text/html"})
  void neverGivesACutAnswer(String accept) {
    String longRow = "SELECT * { ?s ?p ?o BIND ('" + "x".repeat(1000) + "' AS ?x) } LIMIT 50";
    HttpResponse<String> response = served.ask(longRow, "Accept", accept);
    assertEquals(422, response.statusCode());
    assertFalse(response.body().contains("xxxxxxxxxx"), response.body());
    assertTrue(response.body().contains("answer-too-large"), response.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "{"})
  void refusesWhatIsNestedTooDeeply(String bracket) {
    String query = bracket.equals("(") ? "SELECT * { FILTER (" + "(".repeat(20_000) + "1" + ")".repeat(20_000) + ") }" : "SELECT * " + "{".repeat(20_000) + "}".repeat(20_000);
    assertEquals("query-too-deep", code(served.post("/sparql", Served.QUERY, query)));
  }

  /** Each step makes the text eight times as long; without a measure it would fill the memory in the time of one row. */
  @ParameterizedTest
  @ValueSource(strings = {"CONCAT(?x, ?x, ?x, ?x, ?x, ?x, ?x, ?x)", "REPLACE(?x, 'a', 'aaaaaaaa')", "REPLACE(?x, '(a+)', '$1$1$1$1$1$1$1$1')"})
  void makesNoTextWithoutMeasure(String step) {
    StringBuilder query = new StringBuilder("SELECT (STRLEN(?x11) AS ?n) { BIND ('aaaaaaaa' AS ?x0)");
    for (int number = 0; number < 11; number++) {
      query.append(" BIND (").append(step.replace("?x", "?x" + number)).append(" AS ?x").append(number + 1).append(")");
    }
    HttpResponse<String> response = served.post("/sparql", Served.QUERY, query + " }");
    assertEquals(422, response.statusCode(), response.body());
    assertEquals("text-too-long", code(response));
  }

  @Test
  void keepsItsWorkingFolderToItself() {
    assertFalse(served.ask("SELECT (<x> AS ?here) {}").body().contains("file:"));
  }

  @Test
  void namesWhatChangesWithoutATag() {
    assertEquals("no-store", header(served.ask("SELECT (NOW() AS ?t) {}"), "Cache-Control"));
    assertEquals("", header(served.ask("SELECT (RAND() AS ?t) {}"), "ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT (TZ(?s) AS ?t) { ?s ?p ?o } LIMIT 1", "SELECT (STRLANG('a', 'қ') AS ?t) {}", "SELECT (1/0 AS ?t) {}", "SELECT (IRI('a b') AS ?t) {}"})
  void leavesAValueUnboundWhenOneExpressionFails(String query) {
    HttpResponse<String> response = served.ask(query, "Accept", "text/csv");
    assertEquals(200, response.statusCode(), response.body());
    assertEquals("t\r\n\r\n", response.body());
  }
}
