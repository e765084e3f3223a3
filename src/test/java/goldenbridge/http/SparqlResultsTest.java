package goldenbridge.http;

import static goldenbridge.http.Served.code;
import static goldenbridge.http.Served.encode;
import static goldenbridge.http.Served.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every result format, read back by Jena's own readers, with letters beyond ASCII. */
class SparqlResultsTest {
  private static final String LETTERS = "қазақ тілі · 한국어 · \"é\",\t😀";
  private static final String ROWS = "SELECT ?text ?none ?iri WHERE { VALUES (?text ?none ?iri) { ('''" + LETTERS.replace("\t", "\\t")
      + "'''@kk UNDEF <http://e/қ>) } }";
  private static final String TRIPLES = "CONSTRUCT { <http://e/қ> <http://e/p> '''" + LETTERS.replace("\t", "\\t") + "'''@ko } WHERE {}";

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
  @CsvSource({
      "application/sparql-results+json, application/sparql-results+json",
      "application/sparql-results+xml, application/sparql-results+xml",
      "text/tab-separated-values, text/tab-separated-values;charset=utf-8",
      "application/json, application/json",
      "application/xml, application/xml",
      "text/xml, text/xml;charset=utf-8",
  })
  void rowsComeWholeInEveryFormat(String accept, String contentType) {
    HttpResponse<String> response = served.ask(ROWS, "Accept", accept);
    assertEquals(contentType, header(response, "Content-Type"));
    assertEquals(Integer.toString(response.body().getBytes(StandardCharsets.UTF_8).length), header(response, "Content-Length"));
    Lang lang = accept.contains("json") ? ResultSetLang.RS_JSON : accept.contains("xml") ? ResultSetLang.RS_XML : ResultSetLang.RS_TSV;
    RowSetReader reader = RowSetReaderRegistry.getFactory(lang).create(lang);
    RowSet rows = reader.read(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)), Context.create());
    var row = rows.next();
    assertEquals(LETTERS, row.get(Var.alloc("text")).getLiteralLexicalForm());
    assertEquals("kk", row.get(Var.alloc("text")).getLiteralLanguage());
    assertEquals("http://e/қ", row.get(Var.alloc("iri")).getURI());
    assertEquals(null, row.get(Var.alloc("none")));
  }

  @Test
  void csvHasTheColumnsOfTheQueryAndNoOthers() {
    HttpResponse<String> response = served.ask(ROWS, "Accept", "text/csv");
    assertEquals("text/csv;charset=utf-8", header(response, "Content-Type"));
    assertEquals("text,none,iri\r\n\"" + LETTERS.replace("\"", "\"\"") + "\",,http://e/қ\r\n", response.body());
  }

  @ParameterizedTest
  @CsvSource({
      "text/turtle, text/turtle;charset=utf-8",
      "application/n-triples, application/n-triples",
      "application/rdf+xml, application/rdf+xml",
      "application/ld+json, application/ld+json",
  })
  void triplesComeWholeInEveryFormat(String accept, String contentType) {
    HttpResponse<String> response = served.ask(TRIPLES, "Accept", accept);
    assertEquals(contentType, header(response, "Content-Type"), response.body());
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(response.body(), RDFLanguages.contentTypeToLang(accept)).parse(graph);
    assertEquals(LETTERS, graph.find().next().getObject().getLiteralLexicalForm());
    assertEquals("http://e/қ", graph.find().next().getSubject().getURI());
  }

  @Test
  void truthHasNoCsv() {
    HttpResponse<String> response = served.ask("ASK {}", "Accept", "text/csv");
    assertEquals(406, response.statusCode());
    assertEquals("not-acceptable", code(response));
    assertTrue(Served.error(response).get("hint").getAsString().contains("application/sparql-results+xml"));
    assertTrue(served.ask("ASK {}", "Accept", "application/sparql-results+xml").body().contains("<boolean>true</boolean>"));
  }

  @Test
  void rdfXmlThatCannotSayAPropertyIsRefusedNotBroken() {
    HttpResponse<String> response = served.ask("CONSTRUCT { <http://e/s> <http://e/1> 2 } WHERE {}", "Accept", "application/rdf+xml");
    assertEquals(406, response.statusCode());
    assertEquals("not-acceptable", code(response));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "json", "xml", "srj", "srx", "text/csv", "html"})
  void takesTheFormatFromTheAddress(String format) {
    assertEquals(200, served.get("/sparql?format=" + encode(format) + "&query=" + encode(ROWS), "Accept", "image/png").statusCode());
    assertEquals(200, served.get("/sparql?output=" + encode(format) + "&query=" + encode(ROWS)).statusCode());
  }

  @Test
  void refusesAFormatThatDoesNotSuit() {
    assertEquals(406, served.get("/sparql?format=ttl&query=" + encode(ROWS)).statusCode());
    assertEquals(406, served.get("/sparql?format=csv&query=" + encode(TRIPLES)).statusCode());
    HttpResponse<String> unknown = served.get("/sparql?format=cvs&query=" + encode(ROWS));
    assertEquals(400, unknown.statusCode());
    assertEquals("unknown-format", code(unknown));
  }

  @Test
  void variesByAccept() {
    assertEquals("Accept, Accept-Encoding", header(served.ask(ROWS), "Vary"));
    assertEquals("Accept", header(served.ask("SELEC"), "Vary"));
  }

  @Test
  void aBrowserGetsAPage() {
    HttpResponse<String> response = served.ask("SELECT ?hive ('<script>alert(1)</script>' AS ?x) { ?hive a bee:Hive }",
        "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    assertEquals("text/html;charset=utf-8", header(response, "Content-Type"));
    assertTrue(response.body().contains("href=\"./doc/id/oak\""), response.body());
    assertTrue(response.body().contains("&lt;script&gt;alert(1)"), response.body());
  }
}
