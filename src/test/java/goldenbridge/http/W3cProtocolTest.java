package goldenbridge.http;

import static goldenbridge.http.Served.FORM;
import static goldenbridge.http.Served.QUERY;
import static goldenbridge.http.Served.encode;
import static goldenbridge.http.Served.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The query part of the W3C's <a href="https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/">protocol tests</a>, case by
 * case by their names there, with this world's graphs for those on the web that the tests name. The update part does not apply.
 */
class W3cProtocolTest {
  private static final String ONE = Served.BASE + "source/gazette#p1";
  private static final String TWO = Served.BASE + "source/letter#p1";
  private static final String ASK = "ASK {}";
  private static final String RESULTS = "application/sparql-results+xml, application/sparql-results+json";
  private static final String RDF = "application/rdf+xml, text/turtle";

  private record Case(String name, Supplier<HttpResponse<String>> request, int status, String type, String holds) {}

  private static Case good(String name, Supplier<HttpResponse<String>> request, String type) {
    return new Case(name, request, 200, type, "");
  }

  private static Case yes(String name, Supplier<HttpResponse<String>> request) {
    return new Case(name, request, 200, "application/sparql-results\\+(xml|json)", "true");
  }

  private static Case bad(String name, int status, Supplier<HttpResponse<String>> request) {
    return new Case(name, request, status, "application/problem\\+json", "");
  }

  private static String bothNamed(String more) {
    return "ASK { GRAPH <" + ONE + "> { ?s ?p ?o } GRAPH <" + TWO + "> { ?t ?q ?u } " + more + "}";
  }

  private static String dataset(String kind, String... graphs) {
    StringBuilder text = new StringBuilder();
    for (String graph : graphs) {
      text.append("&").append(kind).append("-graph-uri=").append(encode(graph));
    }
    return text.toString();
  }

  private static final String MERGED = "PREFIX bee: <https://example.org/bees/ontology#> ASK { { SELECT (COUNT(DISTINCT ?honey) AS ?n) { ?hive bee:honey ?honey } } FILTER (?n = 3) "
      + "FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } }";
  private static final String FULL = "PREFIX bee: <https://example.org/bees/ontology#> ASK { ?hive bee:honey 12.0 . GRAPH <" + TWO + "> { ?other bee:honey ?honey } "
      + "FILTER NOT EXISTS { GRAPH <" + ONE + "> { ?s ?p ?o } } FILTER NOT EXISTS { ?x bee:honey 4.0 } }";

  private static Stream<Case> cases(Served served) {
    String get = "/sparql?query=";
    return Stream.of(
        bad("bad_query_method", 405, () -> served.send("PUT", get + encode(ASK), BodyPublishers.noBody())),
        bad("bad_multiple_queries", 400, () -> served.get(get + encode(ASK) + "&query=" + encode("SELECT * {}"))),
        bad("bad_query_wrong_media_type", 415, () -> served.post("/sparql", "text/plain", ASK)),
        bad("bad_query_missing_form_type", 415, () -> served.send("POST", "/sparql", BodyPublishers.ofString("query=" + encode(ASK)))),
        bad("bad_query_missing_direct_type", 415, () -> served.send("POST", "/sparql", BodyPublishers.ofString(ASK))),
        bad("bad_query_non_utf8", 415, () -> served.send("POST", "/sparql", BodyPublishers.ofByteArray(ASK.getBytes(StandardCharsets.UTF_16)),
            "Content-Type", QUERY + "; charset=UTF-16")),
        bad("bad_query_syntax", 400, () -> served.get(get + encode("ASK {"))),
        yes("query_get", () -> served.get(get + encode(ASK), "Accept", RESULTS)),
        yes("query_post_form", () -> served.post("/sparql", FORM, "query=" + encode(ASK), "Accept", RESULTS)),
        yes("query_post_direct", () -> served.post("/sparql", QUERY, ASK, "Accept", RESULTS)),
        yes("query_dataset_default_graphs_get", () -> served.get(get + encode(MERGED) + dataset("default", ONE, TWO), "Accept", RESULTS)),
        yes("query_dataset_default_graphs_post", () -> served.post("/sparql", FORM, "query=" + encode(MERGED) + dataset("default", ONE, TWO), "Accept", RESULTS)),
        yes("query_dataset_named_graphs_get", () -> served.get(get + encode(bothNamed("FILTER NOT EXISTS { ?x ?y ?z }")) + dataset("named", ONE, TWO), "Accept", RESULTS)),
        yes("query_dataset_named_graphs_post", () -> served.post("/sparql?" + dataset("named", ONE, TWO).substring(1), QUERY,
            bothNamed("FILTER NOT EXISTS { ?x ?y ?z }"), "Accept", RESULTS)),
        yes("query_dataset_full", () -> served.post("/sparql", FORM, "query=" + encode(FULL) + dataset("default", ONE) + dataset("named", TWO), "Accept", RESULTS)),
        yes("query_multiple_dataset", () -> served.get(get + encode(FULL.replace("ASK {", "ASK FROM <" + TWO + "> FROM NAMED <" + ONE + "> {"))
            + dataset("default", ONE) + dataset("named", TWO), "Accept", RESULTS)),
        good("query_content_type_select", () -> served.get(get + encode("SELECT (1 AS ?value) {}"), "Accept", RESULTS + ", text/tab-separated-values, text/csv"),
            "(application/sparql-results\\+(xml|json)|text/(tab-separated-values|csv)).*"),
        good("query_content_type_ask", () -> served.get(get + encode(ASK), "Accept", RESULTS), "application/sparql-results\\+(xml|json)"),
        good("query_content_type_describe", () -> served.get(get + encode("DESCRIBE <" + Served.BASE + "id/oak>"), "Accept", RDF), "(application/rdf\\+xml|text/turtle).*"),
        good("query_content_type_construct", () -> served.get(get + encode("CONSTRUCT { <s> <p> 1 } WHERE {}"), "Accept", RDF), "(application/rdf\\+xml|text/turtle).*"));
  }

  @TestFactory
  Stream<DynamicTest> queryPart() {
    Served served = Served.world();
    return cases(served).map(one -> DynamicTest.dynamicTest(one.name, () -> {
      HttpResponse<String> response = one.request.get();
      assertEquals(one.status, response.statusCode(), response.body());
      assertTrue(header(response, "Content-Type").matches(one.type), header(response, "Content-Type"));
      assertTrue(response.body().contains(one.holds), response.body());
    })).onClose(served::close);
  }
}
