package goldenbridge.http;

import static goldenbridge.http.Served.QUERY;
import static goldenbridge.http.Served.code;
import static goldenbridge.http.Served.error;
import static goldenbridge.http.Served.header;
import static goldenbridge.http.Served.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error has the one form, whoever finds it. */
class ErrorsTest {
  private static Served served;

  @BeforeAll
  static void serve() {
    served = Served.world();
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static String request(String line, String... headers) {
    return line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + String.join("", headers) + "\r\n";
  }

  @Test
  void tellsWhatIsWrongAndWhatToDo() {
    HttpResponse<String> response = served.get("/querys");
    assertEquals(404, response.statusCode());
    assertEquals("unknown-route", code(response));
    assertEquals("https://w3id.org/golden-bridge/problem#unknown-route", json(response).get("type").getAsString());
    assertEquals("Not Found", json(response).get("title").getAsString());
    assertEquals("there is nothing at \"/querys\"", json(response).get("detail").getAsString());
    assertTrue(error(response).get("hint").getAsString().contains("/queries"));
    assertEquals(header(response, "X-Request-Id"), json(response).get("requestId").getAsString());
    assertEquals("no-store", header(response, "Cache-Control"));
    assertEquals("", header(response, "ETag"));
  }

  @Test
  void keepsLettersBeyondAscii() {
    assertEquals("there is nothing at \"/қазақ/한국\"", json(served.get("/%D2%9B%D0%B0%D0%B7%D0%B0%D2%9B/%ED%95%9C%EA%B5%AD")).get("detail").getAsString());
  }

  @Test
  void isAPageForThoseWhoPreferHtml() {
    HttpResponse<String> response = served.get("/%3Cscript%3E", "Accept", "text/html,*/*;q=0.8");
    assertEquals(404, response.statusCode());
    assertEquals("text/html;charset=utf-8", header(response, "Content-Type"));
    assertTrue(response.body().contains("&lt;script&gt;"), response.body());
    assertFalse(response.body().contains("/<script>"), response.body());
    assertTrue(response.body().contains(header(response, "X-Request-Id")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/json", "text/turtle", "image/png", "application/problem+json, text/html"})
  void isProblemJsonForAllOthers(String accept) {
    assertEquals("application/problem+json", header(served.get("/nothing", "Accept", accept), "Content-Type"));
  }

  @ParameterizedTest
  @CsvSource({"/, PUT", "/sparql, DELETE", "/queries/honey, POST", "/health, PATCH", "/doc/id/oak, PUT"})
  void saysWhichMethodsThereAre(String path, String method) {
    HttpResponse<String> response = served.send(method, path, BodyPublishers.ofString("x"));
    assertEquals(405, response.statusCode());
    assertEquals("method-not-allowed", code(response));
    assertTrue(header(response, "Allow").startsWith("GET, HEAD"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "SELEC * WHERE { ?s ?p ?o } | SELECT",
      "SELECT * WEHRE { ?s ?p ?o } | WHERE",
      "SELECT * { ?s ?p ?o FILTR (?o > 1) } | FILTER",
      "SELECT * { ?s ?p ?o FILTER (STRSTART(?o, 'a')) } | STRSTARTS",
      "SELECT * { ?s ?p ?o } ODER BY ?s | ORDER",
      "SELECT * { ?s bea:keeper ?o } | bee",
  })
  void guessesWhatWasMeant(String query, String meant) {
    HttpResponse<String> response = served.ask(query);
    assertEquals(400, response.statusCode());
    assertTrue(Served.error(response).get("line").getAsInt() == 1 && Served.error(response).get("column").getAsInt() > 0, response.body());
    String hint = Served.error(response).get("hint").getAsString();
    assertTrue(hint.startsWith("did you mean ") && hint.contains(meant), response.body());
  }

  /** What Jetty itself refuses, before any of our code has seen it. */
  @Test
  void hasTheSameFormForWhatTheServerItselfRefuses() {
    Map<String, String> codes = Map.of(
        "NONSENSE\r\n\r\n", "400 bad-request",
        "GET / HTTP/1.1\r\n\r\n", "400 bad-request",
        "GET / HTTP/9.9\r\nHost: x\r\n\r\n", "400 bad-request",
        request("GET /web/../../../etc/passwd"), "400 bad-request",
        request("GET /web/%2e%2e/%2e%2e/etc/passwd"), "400 bad-request",
        request("GET /web/..%2f..%2fetc/passwd"), "400 bad-request",
        request("GET /queries/a%00b"), "400 bad-request",
        request("GET /" + "a".repeat(70_000)), "414 uri-too-long",
        request("GET /", "X: " + "a".repeat(70_000) + "\r\n"), "431 headers-too-large",
        request("GET /queries/%ff"), "400 bad-request");
    codes.forEach((sent, wanted) -> {
      String answer = served.raw(sent);
      assertTrue(answer.startsWith("HTTP/1.1 " + wanted.substring(0, 3)), sent.lines().findFirst() + " " + answer);
      assertTrue(answer.contains("Content-Type: application/problem+json"), answer);
      assertTrue(answer.contains("\"code\": \"" + wanted.substring(4) + "\""), answer);
      assertTrue(answer.contains("Access-Control-Allow-Origin: *"), answer);
      assertFalse(answer.toLowerCase(java.util.Locale.ROOT).contains("jetty"), answer);
    });
  }

  @Test
  void refusesABodyThatIsTooLong() {
    HttpResponse<String> announced = served.post("/sparql", QUERY, "#".repeat(300_000));
    assertEquals(413, announced.statusCode());
    assertEquals("body-too-large", code(announced));
    String chunk = "10000\r\n" + "#".repeat(0x10000) + "\r\n";
    String chunked = served.raw(request("POST /sparql", "Content-Type: " + QUERY + "\r\n", "Transfer-Encoding: chunked\r\n") + chunk.repeat(6) + "0\r\n\r\n");
    assertTrue(chunked.startsWith("HTTP/1.1 413 "), chunked);
    assertTrue(chunked.contains("\"body-too-large\""), chunked);
  }

  @Test
  void refusesPackedBodies() {
    HttpResponse<String> response = served.post("/sparql", QUERY, "ASK {}", "Content-Encoding", "gzip");
    assertEquals(415, response.statusCode());
    assertEquals("unsupported-encoding", code(response));
  }

  @Test
  void neverAnswersABrokenBodyAsIfItWereWhole() {
    String answer = served.raw(request("POST /sparql", "Content-Type: " + QUERY + "\r\n", "Transfer-Encoding: chunked\r\n") + "zz\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    assertTrue(answer.contains("\"bad-request\""), answer);
  }

  @Test
  void letsNoHeaderBeInjected() {
    for (String path : new String[] {"/id/a%0d%0aSet-Cookie:%20x=1", "/queries/honey?lang=en%0d%0aSet-Cookie:%20x=1", "/queries/honey?page_size=1&hive=%0d%0aSet-Cookie:%20x=1"}) {
      String head = served.raw(request("GET " + path)).replaceAll("(?s)\r\n\r\n.*", "");
      assertFalse(head.contains("\nSet-Cookie"), head);
    }
  }

  @Test
  void leavesTheConnectionInOrderAfterAnUnreadBody() {
    for (int round = 0; round < 20; round++) {
      assertEquals(400, served.post("/sparql", "application/sparql-update", "DROP ALL").statusCode());
      assertEquals(200, served.get("/health").statusCode());
    }
  }

  @Test
  void saysNothingOfTheServersSoftware() {
    assertEquals("", header(served.get("/"), "Server"));
    assertEquals("", header(served.get("/"), "X-Powered-By"));
  }
}
