package goldenbridge.http;

import static goldenbridge.http.Served.encode;
import static goldenbridge.http.Served.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageEndpointTest {
  private static Served served;

  @BeforeAll
  static void serve() {
    served = Served.world();
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void keepsTheChoiceAndGoesBack() {
    HttpResponse<String> response = served.get("/language?is=ko&to=" + encode("queries/honey?hive=oak+hive"));
    assertEquals(303, response.statusCode());
    assertEquals("./queries/honey?hive=oak+hive", header(response, "Location"));
    assertEquals("no-store", header(response, "Cache-Control"));
    String cookie = header(response, "Set-Cookie").replaceAll(";.*", "");
    assertEquals("language=ko", cookie);
    String page = served.get("/", "Cookie", cookie, "Accept-Language", "ru", "Accept", "text/html").body();
    assertTrue(page.contains("<html lang=\"ko\">") && page.contains("벌의 세계"), page);
    assertTrue(served.get("/?lang=en", "Cookie", cookie, "Accept", "text/html").body().contains("<html lang=\"en\">"), "the address wins");
  }

  @Test
  void aPageThatNamesItsLanguageLeadsToTheOthersWithoutIt() {
    assertTrue(served.get("/queries/honey?lang=ko&hive=id:oak", "Accept", "text/html").body()
        .contains("href=\"../language?is=ru&amp;to=queries%2Fhoney%3Fhive%3Did%253Aoak\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"//example.org/", "https://example.org/", "../../x", "/\\example.org", "javascript:alert(1)", "queries\r\nX: y"})
  void leadsNowhereElse(String page) {
    assertEquals("./", header(served.get("/language?is=ko&to=" + encode(page)), "Location"));
  }

  @Test
  void refusesALanguageThatTheGraphDoesNotHave() {
    assertEquals("parameter-value", Served.code(served.get("/language?is=xx")));
  }
}
