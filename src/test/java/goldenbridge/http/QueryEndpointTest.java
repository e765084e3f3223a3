package goldenbridge.http;

import static goldenbridge.http.Served.code;
import static goldenbridge.http.Served.encode;
import static goldenbridge.http.Served.error;
import static goldenbridge.http.Served.header;
import static goldenbridge.http.Served.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import goldenbridge.query.Limits;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryEndpointTest {
  private static Served served;

  @BeforeAll
  static void serve() {
    served = Served.world();
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static JsonArray rows(HttpResponse<String> response) {
    assertEquals(200, response.statusCode(), response.body());
    return json(response).getAsJsonArray("rows");
  }

  /** The same bytes as the command line's golden answers, but for the line ends. */
  @ParameterizedTest
  @CsvSource({
      "hives, hives.csv", "hives, hives.csv?keeper=", "hives.of-bela, hives.csv?keeper=B%C3%A9la+Drone", "hives.of-bela, hives.csv?keeper=id:bela",
      "honey, honey.csv", "honey.of-oak, honey.csv?hive=oak+hive", "honey.plenty, honey.csv?least=12.5", "swarms.in-1921, swarms.csv?year=1921",
  })
  void answersAsTheGoldenFilesSay(String golden, String call) throws IOException {
    String wanted = Files.readString(Path.of("src/test/resources/world/queries/test", golden + ".csv"));
    assertEquals(wanted.replace("\r\n", "\n"), served.get("/queries/" + call).body().replace("\r\n", "\n"));
  }

  @Test
  void givesValuesAndNamesInJson() {
    HttpResponse<String> response = served.get("/queries/honey?hive=" + encode("참나무 벌통") + "&lang=ko");
    JsonObject body = json(response);
    assertEquals("application/json", header(response, "Content-Type"));
    assertEquals("ko", header(response, "Content-Language"));
    assertEquals("honey", body.get("query").getAsString());
    assertEquals(served.live.current().version(), body.get("version").getAsString());
    assertEquals("{\"hive\":\"참나무 벌통\"}", body.get("params").toString());
    JsonObject first = rows(response).get(0).getAsJsonObject();
    assertEquals(Served.BASE + "id/oak", first.get("hive").getAsString());
    assertEquals("참나무 벌통", first.get("hiveLabel").getAsString());
    assertEquals("12.0", first.get("honey").toString());
    assertFalse(body.get("truncated").getAsBoolean());
    assertTrue(body.get("next").isJsonNull());
  }

  @Test
  void takesSeveralValues() {
    assertEquals(2, rows(served.get("/queries/hives?keeper=id:ada&keeper=id:bela")).size());
    assertEquals(1, rows(served.get("/queries/hives?keeper=id:ada")).size());
  }

  @ParameterizedTest
  @CsvSource({"ko, 느릅나무 벌통", "ko-KR, 느릅나무 벌통", "'fr;q=0.9, ko;q=0.5', 느릅나무 벌통", "fr, elm hive", "*, elm hive", "'ko;q=0, en', elm hive"})
  void namesThingsInTheReadersLanguage(String accepted, String label) {
    HttpResponse<String> response = served.get("/queries/hives", "Accept-Language", accepted);
    assertEquals(label, rows(response).get(0).getAsJsonObject().get("hiveLabel").getAsString());
    assertEquals("Accept, Accept-Language, Cookie, Accept-Encoding", header(response, "Vary"));
  }

  @ParameterizedTest
  @CsvSource({
      "json, application/json", "csv, text/csv;charset=utf-8", "tsv, text/tab-separated-values;charset=utf-8", "srj, application/sparql-results+json",
      "srx, application/sparql-results+xml", "html, text/html;charset=utf-8", "rq, application/sparql-query;charset=utf-8",
  })
  void hasAFormForEachSuffix(String suffix, String contentType) {
    HttpResponse<String> bySuffix = served.get("/queries/honey." + suffix, "Accept", "image/png");
    assertEquals(contentType, header(bySuffix, "Content-Type"));
    assertEquals(content(bySuffix), content(served.get("/queries/honey?format=" + suffix)));
    assertEquals(contentType, header(served.get("/queries/honey", "Accept", contentType), "Content-Type"));
  }

  @Test
  void prefersTheSuffixToTheFormatAndTheFormatToAccept() {
    assertEquals("text/csv;charset=utf-8", header(served.get("/queries/honey.csv?format=json", "Accept", "text/html"), "Content-Type"));
    assertEquals("application/json", header(served.get("/queries/honey?format=json", "Accept", "text/html"), "Content-Type"));
    assertEquals("application/json", header(served.get("/queries/honey"), "Content-Type"));
  }

  @Test
  void leavesTheW3CFormsAsTheyAre() {
    assertEquals("[\"hive\",\"honey\",\"passage\"]", json(served.get("/queries/honey.srj")).getAsJsonObject("head").get("vars").toString());
  }

  @Test
  void givesTheQueryItself() throws IOException {
    assertEquals(Files.readString(Path.of("src/test/resources/world/queries/honey.rq")), served.get("/queries/honey.rq").body());
  }

  @Test
  void refusesWhatItCannotGive() {
    HttpResponse<String> triples = served.get("/queries/honey.ttl");
    assertEquals(406, triples.statusCode());
    assertEquals("not-acceptable", code(triples));
    assertEquals(406, served.get("/queries/honey", "Accept", "image/png").statusCode());
    assertEquals("unknown-format", code(served.get("/queries/honey.xlsx")));
  }

  @Test
  void namesTheNearestQuery() {
    HttpResponse<String> response = served.get("/queries/hony");
    assertEquals(404, response.statusCode());
    assertEquals("unknown-query", code(response));
    assertEquals("did you mean honey?", error(response).get("hint").getAsString());
    assertEquals(404, served.get("/queries/..honey").statusCode());
  }

  @ParameterizedTest
  @CsvSource({
      "hives?keper=id:ada,        unknown-parameter,  keper,  400",
      "honey?least=much,          parameter-type,     least,  400",
      "honey?least=1&least=2,     repeated-parameter, least,  400",
      "swarms,                    missing-parameter,  year,   400",
      "swarms?year=21,            parameter-type,     year,   400",
      "honey?hive=id:ook,         unknown-entity,     hive,   400",
      "honey?page=0,              parameter-type,     page,   400",
      "honey?evidence=maybe,      parameter-value,    evidence, 400",
      "honey?timeout=soon,        parameter-type,     timeout, 400",
      "honey?lang=korean-language-please!, parameter-value, lang, 400",
  })
  void namesTheParameterThatIsWrong(String call, String code, String parameter, int status) {
    HttpResponse<String> response = served.get("/queries/" + call);
    assertEquals(status, response.statusCode(), response.body());
    assertEquals(code, code(response));
    assertEquals(parameter, error(response).get("param").getAsString());
    assertFalse(error(response).get("hint").getAsString().isEmpty());
  }

  @Test
  void namesAllParametersThatAreWrong() {
    assertEquals(2, json(served.get("/queries/honey?least=much&hiv=x")).getAsJsonArray("errors").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"id:oak } INSERT", "\"; DROP ALL #", "<https://example.org/bees/id/oak> . ?x ?y ?z"})
  void takesAValueForAValueOnly(String text) {
    assertEquals("unknown-entity", code(served.get("/queries/honey?hive=" + encode(text))).replace("unknown-prefix", "unknown-entity"));
  }

  @Test
  void givesOnePageAfterTheOther() {
    HttpResponse<String> first = served.get("/queries/honey?page_size=2");
    String next = json(first).get("next").getAsString();
    assertTrue(json(first).get("truncated").getAsBoolean());
    assertEquals(2, rows(first).size());
    assertEquals(3, json(first).get("total").getAsInt(), "on each page");
    assertEquals(3, json(served.get("/queries/honey?page_size=2&page=9")).get("total").getAsInt(), "also behind the last");
    assertEquals("<" + next + ">; rel=\"next\"", header(first, "Link"));
    HttpResponse<String> second = served.get(next.substring(next.indexOf("/queries")));
    assertEquals(1, rows(second).size());
    assertEquals(3, json(second).get("total").getAsInt());
    assertEquals(3, json(served.get("/queries/honey")).get("total").getAsInt());
    assertFalse(json(second).get("truncated").getAsBoolean());
    assertTrue(json(second).get("next").isJsonNull());
    assertTrue(header(second, "Link").contains("rel=\"prev\"") && header(second, "Link").contains("rel=\"first\""), header(second, "Link"));
    assertEquals(0, rows(served.get("/queries/honey?page=9&page_size=2")).size());
  }

  /** Without the addresses of the other forms, which tell how a page was asked for. */
  private static String content(HttpResponse<String> response) {
    return response.body().replaceAll("(?s)^<!DOCTYPE.*<main", "").replaceAll("honey[.?][^\"]*", "");
  }

  @Test
  void citesThePassagesOfEachRow() {
    JsonArray all = rows(served.get("/queries/hives?evidence=on&lang=ko"));
    JsonObject cited = all.get(0).getAsJsonObject().getAsJsonArray("evidence").get(0).getAsJsonObject();
    assertEquals(Served.BASE + "source/letter#p1", cited.get("passage").getAsString());
    assertEquals("벨라 드론", cited.get("speakerLabel").getAsString());
    assertTrue(served.get("/queries/hives.csv?evidence=on").body().startsWith("hive,hiveLabel,keeper,keeperLabel,evidence,evidenceLabel"));
    String page = served.get("/queries/hives.html?evidence=on").body();
    assertTrue(page.contains("A letter to the guild, ¶ 1</a> — says <a"), page);
    assertTrue(served.get("/queries/hives.html").body().contains("href=\"#note-1\""), "people see the evidence unless they ask for a page without it");
    assertFalse(served.get("/queries/hives.html?evidence=off").body().contains("href=\"#note-1\""));
    assertFalse(served.get("/queries/hives").body().contains("\"evidence\""));
  }

  @Test
  void marksTheTextForSpreadsheetsOnRequest() {
    assertTrue(served.get("/queries/honey.csv?bom=on").body().startsWith("\uFEFFhive,"));
    assertTrue(served.get("/queries/honey.csv").body().startsWith("hive,"));
  }

  /** Only a form that can say so may leave rows out. */
  @Test
  void saysWhenThereIsMore() {
    try (Served small = Served.world(options -> options.withLimits(new Limits(Duration.ofSeconds(10), 1)))) {
      assertTrue(json(small.get("/queries/hives")).get("truncated").getAsBoolean());
      HttpResponse<String> csv = small.get("/queries/hives.csv");
      assertEquals(422, csv.statusCode());
      assertEquals("row-limit", code(csv));
    }
  }

  @Test
  void listsAllQueries() {
    JsonArray queries = json(served.get("/queries")).getAsJsonArray("queries");
    assertEquals(3, queries.size());
    JsonObject honey = queries.get(1).getAsJsonObject();
    assertEquals("honey", honey.get("name").getAsString());
    assertEquals("How much honey, and who says so?", honey.get("summary").getAsString());
    assertEquals("decimal", honey.getAsJsonArray("params").get(1).getAsJsonObject().get("type").getAsString());
    assertEquals("꿀은 얼마나 되고 누가 그렇게 말하는가?",
        json(served.get("/queries", "Accept-Language", "ko")).getAsJsonArray("queries").get(1).getAsJsonObject().get("summary").getAsString());
  }
}
