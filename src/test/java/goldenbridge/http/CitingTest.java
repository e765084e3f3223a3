package goldenbridge.http;

import static goldenbridge.http.Served.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import goldenbridge.World;
import goldenbridge.graph.Home;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer can be cited, and shown in a page elsewhere. */
class CitingTest {
  private static final Pattern FIELD = Pattern.compile("  ([a-z]+) = \\{(.*)\\},?");
  private static final String HTML = "text/html,*/*;q=0.8";

  @TempDir
  static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    Home home = World.copyTo(folder);
    World.edit(home, "data/dataset.ttl", "  owl:versionInfo", "  dcterms:publisher \"Bees & {friends}\" ;\n  dcterms:issued \"2024-05-06\"^^xsd:date ;\n  owl:versionInfo");
    served = Served.of(home, options -> options);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static String content() {
    return served.live.current().version().substring(0, 12);
  }

  @Test
  void asBibtexWithVersionAndDate() {
    HttpResponse<String> response = served.get("/queries/honey.bib?hive=oak+hive&page=1");
    assertEquals(200, response.statusCode());
    assertTrue(header(response, "Content-Type").startsWith("application/x-bibtex"));
    String[] lines = response.body().split("\n");
    assertEquals("@misc{honey,", lines[0]);
    assertEquals("}", lines[lines.length - 1]);
    Map<String, String> fields = new TreeMap<>();
    for (int i = 1; i < lines.length - 1; i++) {
      Matcher field = FIELD.matcher(lines[i]);
      assertTrue(field.matches(), lines[i]);
      assertEquals(i < lines.length - 2, lines[i].endsWith(","), lines[i]);
      fields.put(field.group(1), field.group(2));
    }
    assertEquals(Map.of("title", "How much honey, and who says so?", "author", "{Bees \\& friends}", "howpublished", "A world of bees", "year", "2024",
        "date", "2024-05-06", "version", "1.0.0", "note", "content " + content(), "url", served.service.address() + "queries/honey?hive=oak+hive"), fields);
  }

  /** The required parts and types of csl-data.json, schema of version 1.0.2. */
  @Test
  void asAnItemOfCslWithVersionAndDate() {
    HttpResponse<String> response = served.get("/queries/honey.csl?lang=ko");
    assertTrue(header(response, "Content-Type").startsWith("application/vnd.citationstyles.csl+json"));
    JsonArray items = JsonParser.parseString(response.body()).getAsJsonArray();
    assertEquals(1, items.size());
    JsonObject item = items.get(0).getAsJsonObject();
    assertEquals("dataset", item.get("type").getAsString());
    assertEquals("honey", item.get("id").getAsString());
    assertEquals("Bees & {friends}", item.getAsJsonArray("author").get(0).getAsJsonObject().get("literal").getAsString());
    assertEquals("벌의 세계", item.get("container-title").getAsString());
    assertEquals("1.0.0", item.get("version").getAsString());
    assertEquals("content " + content(), item.get("note").getAsString());
    assertEquals("[[2024,5,6]]", item.getAsJsonObject("issued").getAsJsonArray("date-parts").toString());
    assertEquals(served.service.address() + "queries/honey?lang=ko", item.get("URL").getAsString());
  }

  @Test
  void theAddressThatIsCitedGivesTheSameAnswer() {
    String address = JsonParser.parseString(served.get("/queries/honey.csl?hive=oak+hive").body()).getAsJsonArray().get(0).getAsJsonObject().get("URL").getAsString();
    String path = address.substring(served.service.address().toString().length() - 1);
    assertEquals(served.get("/queries/honey.csv?hive=oak+hive").body(), served.get(path, "Accept", "text/csv").body());
  }

  @Test
  void thePageHoldsBothAndTheAddressToEmbed() {
    String page = served.get("/queries/honey?hive=oak+hive", "Accept", HTML).body();
    assertTrue(page.contains("@misc{honey,"), page);
    assertTrue(page.contains("&quot;type&quot;: &quot;dataset&quot;"), page);
    assertTrue(page.contains("queries/honey?hive=oak+hive&amp;embed=on"), page);
  }

  @Test
  void onlyAnAnswerToEmbedMayStandInAFrame() {
    HttpResponse<String> embedded = served.get("/queries/honey?embed=on", "Accept", HTML);
    assertEquals(200, embedded.statusCode());
    assertTrue(header(embedded, "Content-Security-Policy").contains("frame-ancestors *"), header(embedded, "Content-Security-Policy"));
    assertTrue(header(embedded, "Content-Security-Policy").contains("default-src 'self'"));
    assertEquals("", header(embedded, "X-Frame-Options"));
    assertFalse(embedded.body().contains("<form"), embedded.body());
    assertTrue(embedded.body().contains("<table"), embedded.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/queries", "/queries/honey", "/queries/honey?embed=off", "/queries/nothing?embed=on", "/doc/id/oak?embed=on", "/search?q=oak&embed=on", "/ontology", "/sparql"})
  void noOtherPageMay(String path) {
    assertTrue(header(served.get(path, "Accept", HTML), "Content-Security-Policy").contains("frame-ancestors 'none'"), path);
  }
}
