package goldenbridge.http;

import static goldenbridge.http.Served.FORM;
import static goldenbridge.http.Served.HEAVY;
import static goldenbridge.http.Served.QUERY;
import static goldenbridge.http.Served.code;
import static goldenbridge.http.Served.encode;
import static goldenbridge.http.Served.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.query.Limits;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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

/** What the server that we stand on does otherwise when it is left as it comes, each once, on a real port. */
class FusekiTrapsTest {
  /** Rows come fast, but their end is billions away. */
  private static final String ENDLESS_ROWS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
  private static final String ENDLESS_TRIPLES = "CONSTRUCT { ?a ?e ?i } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

  private static Served served;

  @BeforeAll
  static void serve() {
    served = Served.world(options -> options.withLimits(new Limits(Duration.ofSeconds(20), 100_000_000)).withParallel(4));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void withoutAcceptItIsJson() {
    String answer = served.raw("GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertTrue(answer.contains("Content-Type: application/sparql-results+json\r\n"), answer);
  }

  @Test
  void anImpossibleAcceptIs406() {
    HttpResponse<String> response = served.ask("SELECT * {}", "Accept", "image/png");
    assertEquals(406, response.statusCode());
    assertEquals("not-acceptable", code(response));
  }

  @Test
  void headAndABareGetAreAnswered() {
    assertEquals(200, served.send("HEAD", "/sparql?query=ASK%7B%7D", BodyPublishers.noBody()).statusCode());
    assertEquals(200, served.get("/sparql").statusCode());
  }

  @Test
  void anAnswerMayBeKept() {
    assertTrue(header(served.ask("ASK {}"), "Cache-Control").startsWith("public"));
  }

  @Test
  void anErrorInLettersBeyondAsciiComesWhole() {
    HttpResponse<String> response = served.ask("SELECT * {?s қаз:a ?o}");
    assertEquals(400, response.statusCode());
    assertTrue(response.body().contains("қаз:a") && response.body().endsWith("}\n"), response.body());
    assertEquals(response.body().getBytes(StandardCharsets.UTF_8).length, Integer.parseInt(header(response, "Content-Length")));
  }

  @Test
  void aBodyWithoutACharsetIsUtf8() {
    HttpResponse<String> response = served.post("/sparql", QUERY, "SELECT ('қазақ 한국' AS ?x) {}", "Accept", "text/csv");
    assertEquals("x\r\nқазақ 한국\r\n", response.body());
    assertTrue(header(response, "Content-Type").endsWith("charset=utf-8"));
  }

  /** In every format: what runs out of time after a million rows is an error, and nothing of them was sent. */
  @ParameterizedTest
  @ValueSource(strings = {"application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values", "text/html",
      "text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"})
  void aTimeoutAmongTheRowsIsNo200(String accept) {
    boolean triples = List.of("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml").contains(accept);
    String answer = served.raw("GET /sparql?timeout=1&query=" + encode(triples ? ENDLESS_TRIPLES : ENDLESS_ROWS) + " HTTP/1.1\r\nHost: x\r\nAccept: " + accept
        + "\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 503 "), answer.substring(0, Math.min(300, answer.length())));
    assertTrue(answer.contains("\r\nRetry-After: "), answer);
    assertTrue(answer.contains("timeout"), answer);
    assertFalse(answer.contains("https://example.org/bees/id/oak"), answer);
    int end = answer.indexOf("\r\n\r\n");
    String length = answer.replaceAll("(?s).*\r\nContent-Length: (\\d+)\r\n.*", "$1");
    assertEquals(length, "" + answer.substring(end + 4).getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void aRequestMayLowerItsTime() {
    assertTimeout(Duration.ofSeconds(15), () -> assertEquals("timeout", code(served.get("/sparql?timeout=0.5&query=" + encode(HEAVY)))));
  }

  @Test
  void nothingIsCalledOrRead() {
    assertEquals("service-off", code(served.ask("SELECT * { SERVICE <http://127.0.0.1:9/> {} }")));
    assertEquals("read-only", code(served.post("/sparql", FORM, "update=" + encode("LOAD <file:///etc/passwd>"))));
    assertEquals("unsupported-media-type", code(served.post("/sparql", "application/ld+json", "{\"@context\": \"http://127.0.0.1:9/\"}")));
    assertTrue(served.ask("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }").body().contains("\"bindings\""));
  }

  @Test
  void aBacktrackingExpressionStopsInTime() {
    assertTimeout(Duration.ofSeconds(15), () ->
        assertEquals("timeout", code(served.get("/sparql?timeout=1&query=" + encode("SELECT * { FILTER REGEX('" + "a".repeat(60) + "!', '(.*a){20}b') }")))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT (<java:java.lang.System.exit>(0) AS ?x) {}", "SELECT * { FILTER EXISTS { FILTER <java:a.B>() } }",
      "SELECT (SUM(<java:a.B>(?s)) AS ?x) { ?s ?p ?o }"})
  void noClassIsLoadedByName(String query) {
    assertEquals("unknown-function", code(served.ask(query)));
  }

  @Test
  void aHugeAnswerIsRefused() {
    HttpResponse<String> response = served.get("/sparql?timeout=15&format=csv&query=" + encode("SELECT ?a ?d ('" + "x".repeat(2_000) + "' AS ?x) { ?a ?b ?c . ?d ?e ?f } LIMIT 40000"));
    assertEquals(422, response.statusCode());
    assertEquals("answer-too-large", code(response));
  }

  @Test
  void manyHeavySortsAtOnceAreTurnedAway() {
    ExecutorService clients = Executors.newFixedThreadPool(12);
    try {
      List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, 12).mapToObj(number -> CompletableFuture.supplyAsync(
          () -> served.get("/sparql?timeout=5&query=" + encode("SELECT (COUNT(*) AS ?n" + number + ") { { " + ENDLESS_ROWS + " ORDER BY ?a } }")), clients)).toList();
      List<String> codes = all.stream().map(one -> code(one.join())).distinct().sorted().toList();
      assertTrue(codes.contains("busy"), codes.toString());
      assertTrue(all.stream().allMatch(one -> one.join().statusCode() == 503 && !header(one.join(), "Retry-After").isEmpty()));
      assertEquals(200, served.ask("ASK {}").statusCode());
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void anyOriginMayReadButNotWithCredentialsNorWrite() {
    HttpResponse<String> response = served.send("OPTIONS", "/sparql", BodyPublishers.noBody(), "Origin", "https://e.example", "Access-Control-Request-Method", "PUT");
    assertEquals("*", header(response, "Access-Control-Allow-Origin"));
    assertEquals("", header(response, "Access-Control-Allow-Credentials"));
    assertEquals("GET, HEAD, POST, OPTIONS", header(response, "Access-Control-Allow-Methods"));
  }

  /** Each is one of Jena's own extensions. */
  @ParameterizedTest
  @ValueSource(strings = {"SELECT (COUNT(*)) {}", "SELECT * { LET (?x := 1) }", "SELECT ?x { ?x ?y ?z } GROUP BY ?x HAVING ?x > 1 ORDER BY ?x LIMIT ?y",
      "CONSTRUCT { GRAPH ?g { ?s ?p ?o } } WHERE { ?s ?p ?o }", "SELECT * { << ?s ?p ?o >> ?q ?v }", "JSON { 'a' : ?s } WHERE { ?s ?p ?o }"})
  void thereIsNoSyntaxBeyondTheStandard(String query) {
    assertEquals("sparql-syntax", code(served.ask(query)));
  }

  @ParameterizedTest
  @CsvSource({"POST, /shacl", "POST, /data", "PUT, /data", "DELETE, /data", "POST, /update", "POST, /upload", "PATCH, /patch", "POST, /$/datasets", "GET, /$/ping",
      "GET, /$/server", "POST, /$/shutdown", "GET, /sparql/x", "GET, /ds", "POST, /gsp"})
  void thereIsNothingOfTheServersOwn(String method, String path) {
    HttpResponse<String> response = served.send(method, path, BodyPublishers.ofString("x"), "Content-Type", "text/turtle");
    assertTrue(List.of(404, 405).contains(response.statusCode()), response + " " + response.body());
  }

  @Test
  void aChunkedBodyThatIsTooLongIsTold() {
    String chunk = "10000\r\n" + "#".repeat(0x10000) + "\r\n";
    String answer = served.raw("POST /sparql HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + QUERY + "\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(6) + "0\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 413 ") && answer.contains("\"body-too-large\""), answer);
  }

  /** With 5 MB for each answer under way, 64 of them would be 320 MB. */
  @Test
  void anAnswerTakesLittleMemory() {
    assertEquals(32 * 1024, served.service.outputBytes());
  }

  @Test
  void aCannedQueryIsParsedOnce() {
    ServedQueries queries = new ServedQueries();
    assertSame(queries.of(served.live.current()).find("honey").query(), queries.of(served.live.current()).find("honey").query());
  }
}
