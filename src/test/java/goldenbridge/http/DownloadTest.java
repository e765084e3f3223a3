package goldenbridge.http;

import static goldenbridge.http.Served.code;
import static goldenbridge.http.Served.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of the files under {@code /data}. */
class DownloadTest {
  private static final String FILE = "/data/SHA256SUMS"; // ASCII, so that letters are bytes

  private static Served served;
  private static String whole;

  @BeforeAll
  static void serve() {
    served = Served.world();
    whole = served.get(FILE).body();
    assertEquals(whole.length(), served.get(FILE).headers().firstValueAsLong("Content-Length").orElse(0));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static HttpResponse<String> part(String range, String... more) {
    String[] headers = new String[more.length + 2];
    System.arraycopy(more, 0, headers, 2, more.length);
    headers[0] = "Range";
    headers[1] = range;
    return served.get(FILE, headers);
  }

  @ParameterizedTest
  @CsvSource({"bytes=0-0, 0, 1", "bytes=5-104, 5, 105", "bytes=100-, 100, -1", "BYTES = 7-9, 7, 10", "bytes=3-999999999999, 3, -1"})
  void aPartOfAFile(String range, int from, int to) {
    HttpResponse<String> response = part(range);
    int end = to < 0 ? whole.length() : to;
    assertEquals(206, response.statusCode());
    assertEquals(whole.substring(from, end), response.body());
    assertEquals("bytes " + from + "-" + (end - 1) + "/" + whole.length(), header(response, "Content-Range"));
  }

  @Test
  void theEndOfAFile() {
    assertEquals(whole.substring(whole.length() - 20), part("bytes=-20").body());
    HttpResponse<String> more = part("bytes=-99999999");
    assertEquals(206, more.statusCode());
    assertEquals(whole, more.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=99999999-", "bytes=-0"})
  void nothingLiesBehindTheEnd(String range) {
    HttpResponse<String> response = part(range);
    assertEquals(416, response.statusCode());
    assertEquals("range-not-satisfiable", code(response));
    assertEquals("bytes */" + whole.length(), header(response, "Content-Range"));
  }

  /** As the RFC allows for what cannot be understood, and for several parts at once. */
  @ParameterizedTest
  @ValueSource(strings = {"bytes=", "bytes=-", "bytes=9-5", "bytes=a-b", "lines=1-2", "bytes=0-1,4-5", "bytes=-1-2"})
  void otherRangesGiveTheWhole(String range) {
    HttpResponse<String> response = part(range);
    assertEquals(200, response.statusCode());
    assertEquals(whole, response.body());
    assertEquals("bytes", header(response, "Accept-Ranges"));
  }

  @Test
  void goesOnWithTheSameFileOnly() {
    String tag = header(served.get(FILE), "ETag");
    assertEquals(206, part("bytes=5-9", "If-Range", tag).statusCode());
    assertEquals(200, part("bytes=5-9", "If-Range", "\"other\"").statusCode());
    assertEquals(200, part("bytes=5-9", "If-Range", "Sat, 21 Nov 2026 00:00:00 GMT").statusCode());
    assertEquals(304, part("bytes=5-9", "If-None-Match", tag).statusCode());
  }

  @Test
  void thePackedFormHasPartsOfItsOwn() {
    String range = served.raw("GET /data/all.nq HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\nRange: bytes=0-1\r\nConnection: close\r\n\r\n");
    assertTrue(range.startsWith("HTTP/1.1 206 ") && range.contains("Content-Encoding: gzip") && range.contains("Content-Length: 2\r\n"), range);
  }

  @Test
  void aHeadHasNoParts() {
    HttpResponse<String> head = served.send("HEAD", FILE, BodyPublishers.noBody(), "Range", "bytes=0-1");
    assertEquals(200, head.statusCode());
    assertEquals("bytes", header(head, "Accept-Ranges"));
  }
}
