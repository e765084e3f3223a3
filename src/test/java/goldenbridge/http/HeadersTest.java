package goldenbridge.http;

import static goldenbridge.http.Served.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
  private static Served served;

  @BeforeAll
  static void serve() {
    served = Served.world();
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sparql", "/queries/honey", "/health", "/nothing", "/web/style.css"})
  void everyAnswerMayBeReadFromAnyOriginWithoutCredentials(String path) {
    HttpResponse<String> response = served.get(path, "Origin", "https://elsewhere.example");
    assertEquals("*", header(response, "Access-Control-Allow-Origin"));
    assertEquals("", header(response, "Access-Control-Allow-Credentials"));
    assertEquals("ETag, Link, Retry-After, Accept-Ranges, Content-Range, Dataset-Version, X-Request-Id", header(response, "Access-Control-Expose-Headers"));
    assertTrue(header(response, "Content-Security-Policy").contains("default-src 'self'"));
    assertTrue(header(response, "Content-Security-Policy").contains("frame-ancestors 'none'"));
    assertEquals("nosniff", header(response, "X-Content-Type-Options"));
    assertEquals(served.live.current().version(), header(response, "Dataset-Version"));
    assertTrue(header(response, "X-Request-Id").matches("[0-9a-f]{16}"));
  }

  @Test
  void answersAPreflight() {
    String answer = served.raw("OPTIONS /sparql HTTP/1.1\r\nHost: x\r\nOrigin: https://elsewhere.example\r\n"
        + "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: content-type\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 204 "), answer);
    assertTrue(answer.contains("Access-Control-Allow-Origin: *\r\n"), answer);
    assertTrue(answer.contains("Access-Control-Allow-Methods: GET, HEAD, POST, OPTIONS\r\n"), answer);
    assertTrue(answer.contains("Content-Type"), answer);
    assertTrue(answer.contains("Access-Control-Max-Age: "), answer);
  }

  @Test
  void anAnswerHoldsAsLongAsTheSnapshot() {
    HttpResponse<String> first = served.get("/queries/honey.csv");
    assertEquals("public, max-age=300, stale-while-revalidate=86400", header(first, "Cache-Control"));
    HttpResponse<String> again = served.get("/queries/honey.csv", "If-None-Match", header(first, "ETag"));
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
    assertEquals(header(first, "ETag"), header(again, "ETag"));
    assertEquals(header(first, "Cache-Control"), header(again, "Cache-Control"));
    assertEquals(header(first, "Vary"), header(again, "Vary"));
    assertEquals(200, served.get("/queries/honey.csv", "If-None-Match", "\"other\"").statusCode());
  }

  @Test
  void theTagTellsRequestsFormsAndLanguagesApart() {
    String tag = header(served.get("/queries/honey"), "ETag");
    assertEquals(tag, header(served.get("/queries/honey"), "ETag"));
    assertNotEquals(tag, header(served.get("/queries/honey", "Accept", "text/csv"), "ETag"));
    assertNotEquals(tag, header(served.get("/queries/honey", "Accept-Language", "ko"), "ETag"));
    assertNotEquals(tag, header(served.get("/queries/honey?page=1"), "ETag"));
    assertNotEquals(tag, header(served.get("/queries/hives"), "ETag"));
  }

  /** Were it run, the answer would be 503 after a second. */
  @Test
  void aTaggedQueryIsNotRunAgain() {
    String path = "/sparql?timeout=1&query=" + Served.encode(Served.HEAVY);
    assertEquals(503, served.get(path).statusCode());
    HttpResponse<String> known = served.get(path, "If-None-Match", "*");
    assertEquals(304, known.statusCode());
  }

  @Test
  void aPostHasNoTag() {
    HttpResponse<String> response = served.send("POST", "/sparql", BodyPublishers.ofString("ASK {}"), "Content-Type", Served.QUERY);
    assertEquals("", header(response, "ETag"));
    assertEquals("no-store", header(response, "Cache-Control"));
  }
}
