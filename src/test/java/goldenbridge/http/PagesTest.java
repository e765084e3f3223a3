package goldenbridge.http;

import static goldenbridge.http.Served.encode;
import static goldenbridge.http.Served.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import goldenbridge.graph.Home;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages, as far as a test can look at them. */
class PagesTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");
  private static final String HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  private static Served served;

  @BeforeAll
  static void serve() {
    served = Served.world();
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static String page(String path) {
    HttpResponse<String> response = served.get(path, "Accept", HTML);
    assertEquals(200, response.statusCode(), path + " " + response.body());
    assertEquals("text/html;charset=utf-8", header(response, "Content-Type"), path);
    return response.body();
  }

  @Test
  void theOntologyPageTellsWhatTheShapesDemandOfEachTerm() {
    String ontology = page("/ontology");
    String hive = ontology.substring(ontology.indexOf("id=\"Hive\""), ontology.indexOf("</article>", ontology.indexOf("id=\"Hive\"")));
    assertTrue(hive.contains("What the data must fit"), hive);
    assertTrue(hive.contains("1..*"), hive);
    assertTrue(hive.contains("Name a keeper of the register."), hive);
    String honey = ontology.substring(ontology.indexOf("id=\"honey\""), ontology.indexOf("</article>", ontology.indexOf("id=\"honey\"")));
    assertTrue(honey.contains("xsd:decimal"), honey);
    assertTrue(honey.contains("Write the honey as a decimal in kilograms."), honey);
  }

  @Test
  void theHomePageTellsWhatThereIs() {
    String home = page("/");
    assertTrue(home.contains("<h1>A world of bees</h1>"), home);
    assertTrue(home.contains("Two reports on two hives, invented for tests."), home);
    assertTrue(home.contains("<dt>statements</dt><dd>" + served.live.current().dataset().triples() + "</dd>"), home);
    for (String link : new String[] {"./queries/honey", "./queries/swarms", "./sparql", "./doc/ontology%23Hive", "./doc/source/letter"}) {
      assertTrue(home.contains("\"" + link + "\""), link);
    }
    assertTrue(served.get("/?lang=ko").body().contains("<h1>벌의 세계</h1>"));
    assertTrue(served.get("/", "Accept-Language", "ru").body().contains("lang=\"ru\""));
  }

  @Test
  void theHomeIsTheDescriptionForAReaderOfRdf() {
    HttpResponse<String> response = served.get("/", "Accept", "text/turtle");
    assertEquals("text/turtle;charset=utf-8", header(response, "Content-Type"));
    assertTrue(response.body().contains("\"벌의 세계\"@ko"), response.body());
    assertTrue(response.body().contains("/sparql>"), response.body());
  }

  @Test
  void aQueryHasAFormAnAnswerAndItsText() {
    String page = page("/queries/honey?hive=oak+hive");
    assertTrue(page.contains("<h1>How much honey, and who says so?</h1>"), page);
    assertTrue(page.contains("value=\"oak hive\""), page);
    assertTrue(page.contains("href=\"../doc/id/oak\""), page);
    assertTrue(page.contains("title=\"id:oak\">oak hive</a>"), page);
    assertTrue(page.contains("<td class=\"number\"><data value=\"15.5\">15.5</data></td>"), page);
    assertTrue(page.contains("href=\"honey.csv?hive=oak+hive\""), page);
    assertTrue(page.contains("GRAPH ?passage { ?hive bee:honey ?honey }"), page);
    assertFalse(page.contains(">4.0<"), page);
  }

  @Test
  void aQueryThatNeedsAValueAsksForIt() {
    String page = page("/queries/swarms");
    assertTrue(page.contains("name=\"year\"") && page.contains("required"), page);
    assertFalse(page.contains("<table"), page);
    assertTrue(page("/queries/swarms?year=1921").contains("<time datetime=\"1921-05-03\">3 May 1921</time>"));
  }

  @Test
  void aWrongValueIsToldInTheForm() {
    HttpResponse<String> response = served.get("/queries/swarms?year=%22%3E%3Cb%3E", "Accept", HTML);
    assertEquals(400, response.statusCode());
    assertTrue(response.body().contains("is not a year"), response.body());
    assertTrue(response.body().contains("value=\"&quot;&gt;&lt;b&gt;\""), response.body());
    assertEquals("", header(response, "ETag"));
  }

  @Test
  void aPageLeadsToTheNext() {
    String page = page("/queries/honey?page_size=2&lang=ko");
    assertTrue(page.contains("rel=\"next\" href=\"honey?page_size=2&amp;lang=ko&amp;page=2\""), page);
    assertTrue(page("/queries/honey?page_size=2&page=2").contains("rel=\"prev\" href=\"honey?page_size=2\""));
  }

  @Test
  void thePagesOfAnAnswerLeadToTheSameFilesWithAllOfIt() {
    for (String asked : List.of("page_size=2", "page=2&page_size=2", "evidence=off&page_size=2&page=2")) {
      assertTrue(page("/queries/honey?" + asked).contains("href=\"honey.csv?page_size=10000\""), asked);
    }
    assertTrue(page("/queries/honey").contains("href=\"honey.csv\""));
    assertTrue(page("/queries/honey?page=2&page_size=2").contains("href=\"honey?page_size=2&amp;evidence=off&amp;page=2\""));
  }

  /** Follows every link that stays here: none is broken, and no page needs another server. */
  @Test
  void noLinkIsBroken() {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(Set.of("/"));
    while (!open.isEmpty() && seen.size() < 400) {
      String path = open.poll();
      if (!seen.add(path)) {
        continue;
      }
      HttpResponse<String> response = served.get(path, "Accept", "text/html,*/*;q=0.1");
      assertTrue(response.statusCode() < 400, path + " " + response.statusCode());
      if (header(response, "Content-Type").startsWith("text/html")) {
        Matcher link = LINK.matcher(response.body());
        while (link.find()) {
          URI to = resolve(path, link.group(1).replace("&amp;", "&"));
          if (to.getHost().equals("here")) {
            open.add(to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()));
          }
        }
      }
    }
    assertTrue(seen.size() > 60, seen.toString());
  }

  /** As a browser does; Java's own resolution drops the last step of the path before a bare query. */
  private static URI resolve(String path, String link) {
    return URI.create("http://here" + path).resolve(link.isEmpty() || link.startsWith("?") ? path.replaceAll("\\?.*", "") + link : link);
  }

  @Test
  void aPageLoadsNothingFromElsewhere() {
    for (String path : new String[] {"/", "/queries", "/queries/honey", "/sparql", "/doc/id/oak"}) {
      String page = page(path);
      assertFalse(Pattern.compile("<script(?! type=\"application/ld.json\")[^>]*>[^<]|<style|\\sstyle=\"|\\son[a-z]+=\"").matcher(page).find(), page);
      assertFalse(Pattern.compile("(?:\\ssrc|<link[^>]*href)=\"(?:https?:)?//").matcher(page).find(), page);
    }
    assertEquals("text/css;charset=utf-8", header(served.get("/web/style.css"), "Content-Type"));
    assertEquals("image/svg+xml", header(served.get("/web/icon.svg"), "Content-Type"));
    assertEquals(404, served.get("/web/secret").statusCode());
  }

  /** A broken file is told where it is asked for and stands in nobody else's way. */
  @Test
  void aBrokenQueryIsLeftOut(@TempDir Path folder) throws IOException {
    Home home = World.copyTo(folder);
    Files.writeString(folder.resolve("queries/broken.rq"), "#+ summary: Broken?\nSELECT * { ?s ?p }\n");
    World.edit(home, "queries/hives.rq", "Which hives are there", "Which <hives> are there");
    try (Served other = Served.of(home, options -> options)) {
      assertTrue(other.get("/").body().contains("Which &lt;hives&gt; are there"));
      assertFalse(other.get("/").body().contains("Broken"));
      HttpResponse<String> response = other.get("/queries/broken");
      assertEquals(503, response.statusCode());
      assertEquals("sparql-syntax", Served.code(response));
      assertEquals("", header(response, "Retry-After"));
    }
  }

  @Test
  void aFormOffersWhatAQueryFinds(@TempDir Path folder) throws IOException {
    Home home = World.copyTo(folder);
    World.edit(home, "queries/hives.rq", "#+     type: entity\n", "#+     type: entity\n#+     enumQuery: SELECT ?k { ?k a bee:Keeper } ORDER BY ?k\n");
    try (Served other = Served.of(home, options -> options)) {
      String page = other.get("/queries/hives?lang=ko&keeper=" + encode(Served.BASE + "id/ada"), "Accept", HTML).body();
      assertTrue(page.contains("<option value=\"" + Served.BASE + "id/ada\" selected>아다 콤</option>"), page);
      assertTrue(page.contains("<option value=\"" + Served.BASE + "id/bela\">벨라 드론</option>"), page);
    }
  }

  @Test
  void aFormShowsWhatIsAskedWhenNothingIsGiven(@TempDir Path folder) throws IOException {
    Home home = World.copyTo(folder);
    Files.writeString(folder.resolve("queries/keepers.rq"), """
        #+ summary: Who keeps it?
        #+ params:
        #+   hive:
        #+     type: entity
        #+     description: The hive.
        #+     default: id:oak
        PREFIX bee: <https://example.org/bees/ontology#>
        SELECT ?keeper { ?_hive_iri bee:keeper ?keeper } ORDER BY ?keeper
        """);
    try (Served other = Served.of(home, options -> options)) {
      assertTrue(other.get("/queries/keepers", "Accept", HTML).body().contains("value=\"oak hive\""));
      assertTrue(other.get("/queries/keepers?hive=id:elm", "Accept", HTML).body().contains("value=\"id:elm\""));
    }
  }

  @Test
  void aTableLeavesOutEmptyColumnsAndTonesDownWhatTheRowBeforeSays(@TempDir Path folder) throws IOException {
    Home home = World.copyTo(folder);
    Files.writeString(folder.resolve("queries/days.rq"), """
        #+ summary: Which days?
        PREFIX id: <https://example.org/bees/id/>
        SELECT ?hive ?nothing ?day { VALUES (?hive ?nothing ?day) { (id:oak UNDEF "1921-05-03") (id:oak UNDEF "1921-05") (id:elm UNDEF "1921") } }
        """);
    try (Served other = Served.of(home, options -> options)) {
      String page = other.get("/queries/days", "Accept", HTML).body();
      assertFalse(page.contains("data-column=\"nothing\""), page);
      assertTrue(page.contains("<time datetime=\"1921-05-03\">3 May 1921</time>") && page.contains("<time datetime=\"1921-05\">"), page);
      assertTrue(page.contains(">1921</td>"), page);
      assertEquals(2, page.split("<td class=\"again\">").length, page);
    }
  }

  @Test
  void aPointIsShownInDegreesAndKeptForTheMap(@TempDir Path folder) throws IOException {
    Home home = World.copyTo(folder);
    Files.writeString(folder.resolve("queries/where.rq"), """
        #+ summary: Where are the hives?
        #+ view: Map
        PREFIX id: <https://example.org/bees/id/>
        SELECT ?hive ?place { VALUES (?hive ?place) { (id:oak "POINT(-71.434 51.126)") } }
        """);
    try (Served other = Served.of(home, options -> options)) {
      String page = other.get("/queries/where", "Accept", HTML).body();
      assertTrue(page.contains("<data value=\"POINT(-71.434 51.126)\">51.13°N 71.43°W</data>"), page);
      assertTrue(page.contains("web/map.js\""), page);
    }
  }

  @Test
  void takesItsPublicAddressFromTheOptions() {
    try (Served other = Served.world(options -> options.withBaseUrl("https://bees.example/graph/"))) {
      assertEquals("<https://bees.example/graph/queries/honey?page_size=2&page=2>; rel=\"next\"", header(other.get("/queries/honey?page_size=2"), "Link"));
      assertTrue(other.get("/sparql").body().contains("<https://bees.example/graph/sparql>"));
    }
  }
}
