package goldenbridge.http;

import static goldenbridge.http.Served.code;
import static goldenbridge.http.Served.error;
import static goldenbridge.http.Served.header;
import static goldenbridge.http.Served.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityEndpointTest {
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
  @CsvSource({"/id/oak, ../doc/id/oak", "/id/oak.ttl, ../doc/id/oak.ttl", "/id/id/oak, ../../doc/id/oak", "/id/source/gazette%23p1, ../../doc/source/gazette%23p1", "/id/id/%EB%B2%8C?lang=ko, ../../doc/id/%EB%B2%8C?lang=ko"})
  void aNameLeadsToItsPage(String name, String location) {
    HttpResponse<String> response = served.get(name);
    assertEquals(303, response.statusCode());
    assertEquals(location, header(response, "Location"));
  }

  @Test
  void tellsEveryStatementAndWhoMakesIt() {
    String page = served.get("/doc/id/oak", "Accept", "text/html").body();
    assertTrue(page.contains("<h1>oak hive</h1>"), page);
    assertTrue(page.contains("The Hive Gazette, ¶ 1"), page);
    assertTrue(page.contains("A letter to the guild, ¶ 1</a> — says <a"), page);
    String keeper = served.get("/doc/id/ada", "Accept", "text/html").body();
    assertTrue(keeper.contains("Where it is named"), keeper);
  }

  @ParameterizedTest
  @CsvSource({
      "ttl, text/turtle;charset=utf-8", "nt, application/n-triples", "jsonld, application/ld+json", "rdf, application/rdf+xml",
      "trig, application/trig", "nq, application/n-quads", "html, text/html;charset=utf-8",
  })
  void hasAFormForEachSuffix(String suffix, String contentType) {
    assertEquals(contentType, header(served.get("/doc/id/oak." + suffix), "Content-Type"));
    assertEquals(contentType, header(served.get("/doc/id/oak?format=" + suffix), "Content-Type"));
  }

  @Test
  void keepsTheGraphsInTheFormsThatHaveThem() {
    String quads = served.get("/doc/id/oak.nq").body();
    assertTrue(quads.contains("ontology#honey> \"15.5\"^^<http://www.w3.org/2001/XMLSchema#decimal> <https://example.org/bees/source/letter#p1> ."), quads);
  }

  @Test
  void isJsonOnRequest() {
    assertEquals("참나무 벌통", json(served.get("/doc/id/oak?lang=ko", "Accept", "application/json;q=1, text/turtle;q=0.1")).get("label").getAsString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/doc/source/gazette", "/doc/source/gazette%23p1", "/doc/ontology%23Hive", "/doc/dataset"})
  void passagesSourcesAndTermsArePagesToo(String path) {
    assertEquals(200, served.get(path, "Accept", "text/html").statusCode());
  }

  @Test
  void namesTheNearestWhenThereIsNoSuchThing() {
    HttpResponse<String> response = served.get("/doc/id/oakk");
    assertEquals(404, response.statusCode());
    assertEquals("unknown-entity", code(response));
    assertTrue(error(response).get("hint").getAsString().contains("id:oak"), response.body());
  }
}
