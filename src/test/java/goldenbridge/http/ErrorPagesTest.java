package goldenbridge.http;

import static goldenbridge.http.Served.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import goldenbridge.graph.Home;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see of an error. */
class ErrorPagesTest {
  private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

  @TempDir
  static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    Home home = World.copyTo(folder);
    Files.writeString(folder.resolve("queries/endless.rq"), "#+ summary: How many ways are there?\n" + Served.HEAVY + "\n");
    served = Served.of(home, options -> options);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static String title(String page) {
    return page.replaceAll("(?s).*<h1>(.*?)</h1>.*", "$1");
  }

  private static void isIn(String language, HttpResponse<String> response) {
    assertTrue(response.body().contains("<html lang=\"" + language + "\">"), response.body());
    assertEquals(language, header(response, "Content-Language"));
    assertEquals(Words.in(language).or("status." + response.statusCode(), "?"), title(response.body()));
    assertEquals("no-store", header(response, "Cache-Control"));
  }

  @Test
  void aTimeoutIsAPageWithAdvice() {
    HttpResponse<String> response = served.get("/queries/endless?timeout=0.2", "Accept", HTML);
    assertEquals(503, response.statusCode());
    assertEquals("text/html;charset=utf-8", header(response, "Content-Type"));
    assertEquals("30", header(response, "Retry-After"));
    isIn("en", response);
    String advice = Words.in("en").or("advice.503", "");
    assertFalse(advice.isEmpty());
    assertTrue(response.body().contains(advice), response.body());
    assertTrue(response.body().contains("<code>timeout</code>"), response.body());
    assertTrue(response.body().contains("0.2 s"), response.body());
    assertTrue(response.body().contains(header(response, "X-Request-Id")), response.body());
    isIn("ko", served.get("/queries/endless?timeout=0.2&evidence=off&lang=ko", "Accept", HTML));
  }

  @Test
  void speaksTheLanguageThatTheAddressNames() {
    isIn("ru", served.get("/nothing?lang=ru", "Accept", HTML, "Accept-Language", "ko"));
    isIn("ko", served.get("/doc/id/nobody?x=1&lang=ko-KR", "Accept", HTML));
    isIn("en", served.get("/nothing?lang=xx", "Accept", HTML));
  }

  @Test
  void elseTheOneKept() {
    isIn("ko", served.get("/nothing", "Accept", HTML, "Accept-Language", "ru", "Cookie", "a=b; language=ko"));
    isIn("ru", served.get("/nothing?lang=ru", "Accept", HTML, "Cookie", "language=ko"));
  }

  @Test
  void elseThatOfTheBrowser() {
    isIn("ru", served.get("/nothing", "Accept", HTML, "Accept-Language", "fr, ru;q=0.8, ko;q=0.5"));
  }

  @Test
  void aLanguageTagThatIsNoneIsTheError() {
    HttpResponse<String> response = served.get("/ontology?lang=%3Cru%3E", "Accept", HTML);
    assertEquals(400, response.statusCode());
    isIn("en", response);
  }
}
