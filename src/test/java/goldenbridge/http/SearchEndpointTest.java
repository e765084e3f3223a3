package goldenbridge.http;

import static goldenbridge.http.Served.code;
import static goldenbridge.http.Served.encode;
import static goldenbridge.http.Served.error;
import static goldenbridge.http.Served.header;
import static goldenbridge.http.Served.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchEndpointTest {
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
  void tellsWhatFitsLikeTheRowsOfAQuery() {
    JsonObject body = json(served.get("/search?q=" + encode("дубовый") + "&lang=ko"));
    JsonObject first = body.getAsJsonArray("rows").get(0).getAsJsonObject();
    assertEquals(Served.BASE + "id/oak", first.get("entity").getAsString());
    assertEquals("참나무 벌통", first.get("entityLabel").getAsString());
    assertEquals(Served.BASE + "ontology#Hive", first.get("class").getAsString());
    assertEquals("дубовый улей", first.get("name").getAsString());
    assertEquals("ru", first.get("language").getAsString());
    assertEquals("exact", first.get("match").getAsString());
    assertEquals(body.getAsJsonArray("rows").size(), body.get("total").getAsInt());
    assertEquals(served.live.current().version(), body.get("version").getAsString());
  }

  @ParameterizedTest
  @CsvSource({
      "json, application/json", "csv, text/csv;charset=utf-8", "tsv, text/tab-separated-values;charset=utf-8",
      "srj, application/sparql-results+json", "srx, application/sparql-results+xml", "html, text/html;charset=utf-8",
  })
  void hasTheFormsOfRows(String format, String contentType) {
    assertEquals(contentType, header(served.get("/search." + format + "?q=oak"), "Content-Type"));
    HttpResponse<String> response = served.get("/search?q=oak&format=" + format);
    assertEquals(200, response.statusCode());
    assertEquals(contentType, header(response, "Content-Type"));
    assertTrue(response.body().contains("oak"), response.body());
  }

  @Test
  void comesInPagesWithATotal() {
    HttpResponse<String> all = served.get("/search?q=hive");
    int total = json(all).get("total").getAsInt();
    assertTrue(total > 2, all.body());
    HttpResponse<String> page = served.get("/search?q=hive&page_size=2&page=2");
    assertEquals(total, json(page).get("total").getAsInt());
    assertEquals(json(all).getAsJsonArray("rows").get(2), json(page).getAsJsonArray("rows").get(0));
    assertTrue(header(page, "Link").contains("rel=\"prev\""), header(page, "Link"));
  }

  @Test
  void findsOnlyAClassAndThoseBelowIt() {
    JsonObject body = json(served.get("/search?q=hive&type=bee:Hive"));
    assertEquals(2, body.get("total").getAsInt(), body.toString());
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertEquals("missing-parameter", code(served.get("/search")));
    HttpResponse<String> misspelt = served.get("/search?q=oak&tpye=bee:Hive");
    assertEquals("unknown-parameter", code(misspelt));
    assertTrue(error(misspelt).get("hint").getAsString().contains("type"), misspelt.body());
    assertEquals("parameter-value", code(served.get("/search?q=" + "a".repeat(300))));
    assertEquals(404, served.get("/search?q=oak&type=bee:Hiev").statusCode());
    assertEquals(406, served.get("/search?q=oak", "Accept", "image/png").statusCode());
  }

  @Test
  void thePageHasAForm() {
    String page = served.get("/search", "Accept", "text/html").body();
    assertTrue(page.contains("name=\"q\""), page);
    assertTrue(served.get("/search?q=%3Cb%3E&format=html").body().contains("value=\"&lt;b&gt;\""));
  }
}
