package goldenbridge.http;

import static goldenbridge.http.Served.code;
import static goldenbridge.http.Served.error;
import static goldenbridge.http.Served.header;
import static goldenbridge.http.Served.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import goldenbridge.World;
import goldenbridge.graph.Home;
import goldenbridge.rdf.UrlPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  @Test
  void showsOnePartOfAPageInFull() {
    HttpResponse<String> keepers = served.get("/doc/id/ada?all=%5Ebee:keeper", "Accept", "text/html");
    assertEquals(200, keepers.statusCode(), keepers.body());
    assertTrue(keepers.body().contains("oak hive"), keepers.body());
    assertTrue(keepers.body().contains("The whole page"), keepers.body());
    HttpResponse<String> second = served.get("/doc/id/ada?all=%5Ebee:keeper&page_size=1&page=2", "Accept", "text/html");
    assertTrue(second.body().contains("rel=\"prev\""), second.body());
  }

  @Test
  void rejectsAPartThatThePageHasNot() {
    HttpResponse<String> response = served.get("/doc/id/ada?all=bee:nothing", "Accept", "text/html");
    assertEquals(400, response.statusCode());
    assertTrue(response.body().contains("names nothing that this page has"), response.body());
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

  @Test
  void leadsToTheOtherFormsAndToTheThingItself() {
    String link = header(served.get("/doc/source/gazette%23p1", "Accept", "text/html"), "Link");
    assertTrue(link.contains("<https://example.org/bees/source/gazette#p1>; rel=\"describes\""), link);
    String turtle = "/doc/source/gazette%23p1.ttl>; rel=\"alternate\"; type=\"text/turtle\"";
    assertTrue(link.contains(turtle), link);
    assertEquals(200, served.get("/doc/source/gazette%23p1.ttl").statusCode());
  }

  @Test
  void aSourceComesWithItsPassagesAndWhatTheyHold() {
    String quads = served.get("/doc/source/letter.nq").body();
    assertTrue(quads.contains("id/oak> <https://example.org/bees/ontology#honey> \"15.5\"^^<http://www.w3.org/2001/XMLSchema#decimal> <https://example.org/bees/source/letter#p1> ."), quads);
    assertTrue(quads.contains("<https://example.org/bees/source/letter#n1> <https://example.org/bees/ontology#concerns>"), quads);
    JsonObject told = json(served.get("/doc/source/letter.json"));
    assertEquals(2, told.getAsJsonArray("passages").size());
    JsonObject passage = json(served.get("/doc/source/letter%23p1.json")).getAsJsonObject("passage");
    assertEquals("Béla Drone", passage.get("speakerLabel").getAsString());
    assertEquals(4, passage.getAsJsonArray("holds").size());
    assertEquals("honey", passage.getAsJsonArray("holds").get(1).getAsJsonObject().get("property").getAsString().replaceAll(".*#", ""));
  }

  @Test
  void anEntityComesWithWhoSpeaksInItsPassages() {
    String quads = served.get("/doc/id/oak.nq").body();
    assertTrue(quads.contains("<https://example.org/bees/source/letter#p1> <https://example.org/bees/ontology#toldBy> <https://example.org/bees/id/bela>"), quads);
    assertTrue(served.get("/doc/ontology.ttl").body().contains("A hive in a living tree."), "the terms belong to the document of the ontology");
  }

  @Test
  void aNameThatWasGivenUpLeadsToItsSuccessor(@TempDir Path folder) throws IOException {
    Home home = World.copyTo(folder);
    World.edit(home, "data/reference/register.ttl", "id:oak a bee:Hive ;", """
        id:beech <http://www.w3.org/2002/07/owl#deprecated> true ; dcterms:isReplacedBy id:birch .
        id:birch <http://www.w3.org/2002/07/owl#deprecated> true ; dcterms:isReplacedBy id:oak .
        id:ash <http://www.w3.org/2002/07/owl#deprecated> true .
        id:pine <http://www.w3.org/2002/07/owl#deprecated> true ; dcterms:isReplacedBy id:fir .
        id:fir <http://www.w3.org/2002/07/owl#deprecated> true ; dcterms:isReplacedBy id:pine .
        id:yew <http://www.w3.org/2002/07/owl#deprecated> true ; dcterms:isReplacedBy id:oak, id:elm .
        id:oak a bee:Hive ;""");
    try (Served changed = Served.of(home, options -> options)) {
      HttpResponse<String> moved = changed.get("/doc/id/beech.ttl?lang=ko");
      assertEquals(308, moved.statusCode());
      assertEquals("../../doc/id/oak.ttl?lang=ko", header(moved, "Location"));
      assertEquals("../../doc/id/oak", header(changed.get("/doc/id/birch"), "Location"));
      assertEquals("gone", code(changed.get("/doc/id/ash")));
      assertEquals(410, changed.get("/doc/id/ash").statusCode());
      assertEquals(410, changed.get("/doc/id/pine").statusCode());
      assertEquals("use one of id:elm, id:oak", error(changed.get("/doc/id/yew")).get("hint").getAsString());
    }
  }

  @Test
  void marksWhatOthersContradict(@TempDir Path folder) throws IOException {
    Home home = World.copyTo(folder);
    World.edit(home, "data/dataset.ttl", "gb:labelLanguages", "gb:disputeQuery \"quarrels\" ;\n  gb:labelLanguages");
    Files.writeString(home.queries().resolve("quarrels.rq"), """
        #+ summary: Whose honey is in dispute?
        PREFIX bee: <https://example.org/bees/ontology#>
        SELECT ?subject ?property ?value1 ?value2 {
          VALUES ?property { bee:honey }
          ?subject ?property ?value1, ?value2 FILTER (?value1 < ?value2)
        } ORDER BY ?subject
        """);
    try (Served changed = Served.of(home, options -> options)) {
      JsonObject oak = json(changed.get("/doc/id/oak.json"));
      oak.getAsJsonArray("statements").forEach(statement -> assertEquals(statement.getAsJsonObject().get("property").getAsString().endsWith("honey"),
          statement.getAsJsonObject().get("disputed").getAsBoolean(), statement.toString()));
      String page = changed.get("/doc/id/oak", "Accept", "text/html").body();
      assertEquals(3, page.split("≠ Others say otherwise", -1).length, page);
      assertTrue(json(changed.get("/doc/id/elm.json")).toString().contains("\"disputed\":false"));
    }
  }

  @Test
  void everyNameBelowTheBaseHasAPageAndData() {
    Set<String> names = new TreeSet<>();
    served.live.current().dataset().find().forEachRemaining(quad -> Stream.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())
        .filter(Node::isURI).map(Node::getURI).filter(iri -> iri.startsWith(Served.BASE) && iri.length() > Served.BASE.length()).forEach(names::add));
    assertTrue(names.size() > 30, names.toString());
    names.forEach(name -> {
      String path = "/doc/" + UrlPath.of(name.substring(Served.BASE.length()));
      assertEquals(200, served.get(path, "Accept", "text/html").statusCode(), name);
      assertTrue(served.get(path, "Accept", "text/turtle").body().contains("a") && served.get(path, "Accept", "text/turtle").statusCode() == 200, name);
    });
  }
}
