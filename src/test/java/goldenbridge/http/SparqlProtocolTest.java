package goldenbridge.http;

import static goldenbridge.http.Served.FORM;
import static goldenbridge.http.Served.QUERY;
import static goldenbridge.http.Served.code;
import static goldenbridge.http.Served.encode;
import static goldenbridge.http.Served.header;
import static goldenbridge.http.Served.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The query operation of the SPARQL 1.1 Protocol, section 2.1, over a real socket; after the W3C's protocol tests. */
class SparqlProtocolTest {
  private static final String GAZETTE = Served.BASE + "source/gazette#p1";
  private static final String LETTER = Served.BASE + "source/letter#p1";
  private static final String HONEY = "PREFIX bee: <https://example.org/bees/ontology#> SELECT ?honey WHERE { ?hive bee:honey ?honey } ORDER BY ?honey";
  private static final String HONEY_BY_GRAPH = "PREFIX bee: <https://example.org/bees/ontology#> SELECT ?g ?honey WHERE { GRAPH ?g { ?hive bee:honey ?honey } } ORDER BY ?honey";

  private static Served served;

  @BeforeAll
  static void serve() {
    served = Served.world();
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  /** The values of the last column, in order. */
  private static String values(HttpResponse<String> response) {
    assertEquals(200, response.statusCode(), response.body());
    StringBuilder values = new StringBuilder();
    json(response).getAsJsonObject("results").getAsJsonArray("bindings").forEach(row ->
        values.append(values.isEmpty() ? "" : " ").append(row.getAsJsonObject().getAsJsonObject("honey").get("value").getAsString()));
    return values.toString();
  }

  @Test
  void answersAQueryByGet() {
    HttpResponse<String> response = served.ask("ASK {}");
    assertEquals(200, response.statusCode());
    assertEquals("application/sparql-results+json", header(response, "Content-Type"));
    assertTrue(json(response).get("boolean").getAsBoolean());
  }

  @Test
  void answersAQueryByForm() {
    assertEquals("4.0 12.0 15.5", values(served.post("/sparql", FORM, "query=" + encode(HONEY))));
    assertEquals("4.0 12.0 15.5", values(served.post("/sparql", FORM + "; charset=UTF-8", "query=" + encode(HONEY))));
  }

  @Test
  void answersAQueryAsBody() {
    assertEquals("4.0 12.0 15.5", values(served.post("/sparql", QUERY, HONEY)));
    assertEquals("4.0 12.0 15.5", values(served.post("/sparql", QUERY + ";charset=\"utf-8\"", HONEY)));
  }

  @Test
  void takesTheUnionOfAllGraphsForTheDefaultGraph() {
    assertEquals("4.0 12.0 15.5", values(served.ask(HONEY)));
  }

  @Test
  void tellsTheGraphOfEachStatement() {
    assertEquals("4.0 12.0 15.5", values(served.ask(HONEY_BY_GRAPH)));
    assertEquals("12.0", values(served.ask("SELECT ?honey { GRAPH <" + GAZETTE + "> { ?hive <" + Served.BASE + "ontology#honey> ?honey } }")));
  }

  @Test
  void letsTheRequestChooseTheDefaultGraph() {
    assertEquals("12.0", values(served.get("/sparql?query=" + encode(HONEY) + "&default-graph-uri=" + encode(GAZETTE))));
    assertEquals("12.0", values(served.post("/sparql?default-graph-uri=" + encode(GAZETTE), QUERY, HONEY)));
    assertEquals("12.0", values(served.post("/sparql", FORM, "query=" + encode(HONEY) + "&default-graph-uri=" + encode(GAZETTE))));
  }

  @Test
  void mergesSeveralDefaultGraphs() {
    String both = "&default-graph-uri=" + encode(GAZETTE) + "&default-graph-uri=" + encode(LETTER);
    assertEquals("4.0 12.0 15.5", values(served.get("/sparql?query=" + encode(HONEY) + both)));
  }

  @Test
  void letsTheRequestChooseTheNamedGraphs() {
    assertEquals("4.0 15.5", values(served.get("/sparql?query=" + encode(HONEY_BY_GRAPH) + "&named-graph-uri=" + encode(LETTER))));
    assertEquals("", values(served.get("/sparql?query=" + encode(HONEY) + "&named-graph-uri=" + encode(LETTER))), "no default graph was chosen");
    assertEquals("", values(served.get("/sparql?query=" + encode(HONEY_BY_GRAPH) + "&default-graph-uri=" + encode(LETTER))), "no named graph was chosen");
  }

  @Test
  void honoursFromAndFromNamed() {
    assertEquals("12.0", values(served.ask(HONEY.replace("WHERE", "FROM <" + GAZETTE + "> WHERE"))));
    assertEquals("4.0 15.5", values(served.ask(HONEY_BY_GRAPH.replace("WHERE", "FROM NAMED <" + LETTER + "> WHERE"))));
  }

  @Test
  void letsTheRequestOverrideFrom() {
    String from = HONEY.replace("WHERE", "FROM <" + GAZETTE + "> WHERE");
    assertEquals("4.0 15.5", values(served.get("/sparql?query=" + encode(from) + "&default-graph-uri=" + encode(LETTER))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:9/nothing", "file:///etc/passwd", "https://example.org/bees/none"})
  void takesDataFromNowhereElse(String graph) {
    assertEquals("", values(served.ask(HONEY.replace("WHERE", "FROM <" + graph + "> WHERE"))));
    assertEquals("", values(served.get("/sparql?query=" + encode(HONEY) + "&default-graph-uri=" + encode(graph))));
  }

  @Test
  void refusesAGraphNameThatIsNoAbsoluteIri() {
    HttpResponse<String> response = served.get("/sparql?query=" + encode(HONEY) + "&default-graph-uri=gazette");
    assertEquals("parameter-value", code(response));
    assertEquals("default-graph-uri", Served.error(response).get("param").getAsString());
  }

  @Test
  void ignoresUnknownParameters() {
    assertEquals("4.0 12.0 15.5", values(served.get("/sparql?ac=1&query=" + encode(HONEY) + "&debug=on")));
  }

  @Test
  void knowsTheGraphsOwnPrefixesAndBase() {
    assertEquals("4.0 12.0 15.5", values(served.ask("SELECT ?honey { ?hive bee:honey ?honey } ORDER BY ?honey")));
    assertEquals("12.0 15.5", values(served.ask("SELECT ?honey { <id/oak> bee:honey ?honey } ORDER BY ?honey")));
  }

  @Test
  void refusesTwoQueries() {
    HttpResponse<String> response = served.get("/sparql?query=" + encode("ASK {}") + "&query=" + encode("SELECT * {}"));
    assertEquals(400, response.statusCode());
    assertEquals("repeated-parameter", code(response));
    assertEquals(400, served.post("/sparql?query=" + encode("ASK {}"), QUERY, "ASK {}").statusCode());
  }

  @Test
  void refusesARequestWithoutAQuery() {
    assertEquals("missing-query", code(served.post("/sparql", FORM, "format=json")));
    assertEquals("missing-query", code(served.post("/sparql", QUERY, " ")));
    assertEquals("missing-query", code(served.get("/sparql?query=")));
  }

  @Test
  void refusesOtherBodies() {
    assertEquals(415, served.post("/sparql", "text/plain", "ASK {}").statusCode());
    HttpResponse<String> untyped = served.send("POST", "/sparql", BodyPublishers.ofString("query=ASK%20%7B%7D"));
    assertEquals(415, untyped.statusCode());
    assertEquals("unsupported-media-type", code(untyped));
  }

  @Test
  void refusesOtherCharsets() {
    HttpResponse<String> response = served.send("POST", "/sparql", BodyPublishers.ofByteArray("ASK {}".getBytes(StandardCharsets.UTF_16)),
        "Content-Type", QUERY + "; charset=UTF-16");
    assertEquals(415, response.statusCode());
    assertEquals("unsupported-encoding", code(response));
    assertEquals("bad-encoding", code(served.send("POST", "/sparql", BodyPublishers.ofByteArray(new byte[] {'A', (byte) 0xFF}), "Content-Type", QUERY)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE", "BREW"})
  void refusesOtherMethods(String method) {
    String response = served.raw(method + " /sparql?query=ASK%20%7B%7D HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertTrue(response.startsWith("HTTP/1.1 405 "), response);
    assertTrue(response.contains("\r\nAllow: GET, HEAD, POST, OPTIONS\r\n"), response);
    assertTrue(response.contains("\"method-not-allowed\""), response);
  }

  @Test
  void answersHeadLikeGetWithoutABody() {
    HttpResponse<String> got = served.ask(HONEY, "Accept", "text/csv");
    HttpResponse<String> head = served.send("HEAD", "/sparql?query=" + encode(HONEY), BodyPublishers.noBody(), "Accept", "text/csv");
    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
    for (String name : new String[] {"Content-Type", "Content-Length", "ETag", "Cache-Control", "Vary"}) {
      assertEquals(header(got, name), header(head, name), name);
    }
  }

  @Test
  void describesItselfWhenAskedNothing() {
    HttpResponse<String> response = served.get("/sparql", "Accept", "text/turtle");
    assertEquals("text/turtle;charset=utf-8", header(response, "Content-Type"));
    assertTrue(response.body().contains("sd:UnionDefaultGraph"), response.body());
    assertTrue(response.body().contains("<http://127.0.0.1:" + served.service.port() + "/sparql>"), response.body());
    assertEquals("application/rdf+xml", header(served.get("/sparql?ac=1", "Accept", "application/rdf+xml"), "Content-Type"));
    assertTrue(served.get("/sparql", "Accept", "text/html").body().contains("<textarea"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"INSERT DATA { <a> <b> <c> }", "LOAD <file:///etc/passwd>", "PREFIX e: <http://e/> DELETE WHERE { e:a ?p ?o }", "DROP ALL"})
  void isReadOnly(String update) {
    assertEquals("read-only", code(served.post("/sparql", "application/sparql-update", update)));
    assertEquals("read-only", code(served.post("/sparql", FORM, "update=" + encode(update))));
    assertEquals("read-only", code(served.get("/sparql?update=" + encode(update))));
    HttpResponse<String> asQuery = served.ask(update);
    assertEquals(400, asQuery.statusCode());
    assertEquals("read-only", code(asQuery));
    assertEquals("4.0 12.0 15.5", values(served.ask(HONEY)));
  }
}
