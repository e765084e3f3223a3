package goldenbridge.http;

import static goldenbridge.http.Served.encode;
import static goldenbridge.http.Served.header;
import static goldenbridge.http.Served.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import goldenbridge.World;
import goldenbridge.graph.Passage;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service says of itself is true of the data, in the invented world and in the real graph. */
class SelfDescriptionTest {
  private static final String PREFIXES = "PREFIX void: <http://rdfs.org/ns/void#> PREFIX ext: <http://ldf.fi/void-ext#> PREFIX dcat: <http://www.w3.org/ns/dcat#> "
      + "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> PREFIX sh: <http://www.w3.org/ns/shacl#> "
      + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX spdx: <http://spdx.org/rdf/terms#> PREFIX dcterms: <http://purl.org/dc/terms/> ";

  private static Served world;
  private static Served real;

  @BeforeAll
  static void serve() {
    world = Served.of(World.home(), options -> options);
    real = Served.real();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  static List<Served> servers() {
    return List.of(world, real);
  }

  private static Graph graph(HttpResponse<String> response) {
    assertEquals(200, response.statusCode(), response.body());
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.create().source(new StringReader(response.body())).lang(Lang.TURTLE).parse(graph);
    return graph;
  }

  private static List<Binding> rows(Graph graph, String query) {
    List<Binding> rows = new ArrayList<>();
    try (QueryExec execution = QueryExec.newBuilder().dataset(DatasetGraphFactory.wrap(graph)).query(QueryFactory.create(PREFIXES + query)).build()) {
      execution.select().forEachRemaining(rows::add);
    }
    return rows;
  }

  private static long count(Served served, String pattern, String counted) {
    JsonObject answer = json(served.ask("SELECT (COUNT(" + counted + ") AS ?n) WHERE { " + pattern + " }"));
    return answer.getAsJsonObject("results").getAsJsonArray("bindings").get(0).getAsJsonObject().getAsJsonObject("n").get("value").getAsLong();
  }

  private static String term(Binding row, String variable) {
    return row.get(variable).isURI() ? "<" + row.get(variable).getURI() + ">" : row.get(variable).getLiteralLexicalForm();
  }

  private static void equal(List<String> wrong, Served served, Binding row, String number, String pattern, String counted) {
    long told = Long.parseLong(row.get(number).getLiteralLexicalForm());
    long actual = count(served, pattern, counted);
    if (told != actual) {
      wrong.add(told + " instead of " + actual + ": " + counted + " of " + pattern);
    }
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("servers")
  void everyCountIsThatOfTheData(Served served) {
    Graph told = graph(served.get("/.well-known/void"));
    List<String> wrong = new ArrayList<>();
    String dataset = "?d a void:Dataset ; void:uriSpace ?base . ";
    Binding whole = rows(told, "SELECT * { " + dataset + "?d void:triples ?t ; void:distinctSubjects ?s ; void:distinctObjects ?o ; "
        + "void:entities ?e ; void:classes ?c ; void:properties ?p }").get(0);
    equal(wrong, served, whole, "t", "?s ?p ?o", "*");
    equal(wrong, served, whole, "s", "?s ?p ?o", "DISTINCT ?s");
    equal(wrong, served, whole, "o", "?s ?p ?o", "DISTINCT ?o");
    equal(wrong, served, whole, "e", "?s ?p ?o", "DISTINCT ?s");
    equal(wrong, served, whole, "c", "?s a ?o", "DISTINCT ?o");
    equal(wrong, served, whole, "p", "?s ?p ?o", "DISTINCT ?p");
    List<Binding> properties = rows(told, "SELECT * { " + dataset
        + "?d void:propertyPartition [ void:property ?p ; void:triples ?t ; void:distinctSubjects ?s ; void:distinctObjects ?o ] }");
    assertEquals(count(served, "?s ?p ?o", "DISTINCT ?p"), properties.size());
    properties.forEach(row -> {
      equal(wrong, served, row, "t", "?s " + term(row, "p") + " ?o", "*");
      equal(wrong, served, row, "s", "?s " + term(row, "p") + " ?o", "DISTINCT ?s");
      equal(wrong, served, row, "o", "?s " + term(row, "p") + " ?o", "DISTINCT ?o");
    });
    List<Binding> classes = rows(told, "SELECT * { " + dataset + "?d void:classPartition [ void:class ?c ; void:entities ?e ; void:triples ?t ] }");
    assertEquals(count(served, "?s a ?c", "DISTINCT ?c"), classes.size());
    classes.forEach(row -> {
      equal(wrong, served, row, "e", "?s a " + term(row, "c"), "*");
      equal(wrong, served, row, "t", "?s a " + term(row, "c") + " ; ?p ?o", "*");
    });
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("servers")
  void everyCountOfASourceIsThatOfItsGraphs(Served served) {
    Graph told = graph(served.get("/.well-known/void"));
    String link = sourceLink(served);
    List<Binding> sources = rows(told, "SELECT * { ?d void:subset ?part . ?part dcterms:source ?source ; void:triples ?t ; void:distinctSubjects ?s ; "
        + "void:distinctObjects ?o ; void:properties ?p ; void:classes ?c } ORDER BY ?source");
    assertEquals(count(served, "?g " + link + " ?source", "DISTINCT ?source"), sources.size());
    List<String> wrong = new ArrayList<>();
    sources.stream().limit(25).forEach(row -> {
      String pattern = "?g " + link + " " + term(row, "source") + " . GRAPH ?g { ?s ?p ?o }";
      equal(wrong, served, row, "t", "{ SELECT DISTINCT ?s ?p ?o WHERE { " + pattern + " } }", "*");
      equal(wrong, served, row, "s", pattern, "DISTINCT ?s");
      equal(wrong, served, row, "o", pattern, "DISTINCT ?o");
      equal(wrong, served, row, "p", pattern, "DISTINCT ?p");
      equal(wrong, served, row, "c", pattern + " FILTER (?p = <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>)", "DISTINCT ?o");
    });
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("servers")
  void eachSourceLeadsToItsClassesAndPropertiesGraphByGraph(Served served) {
    List<Binding> links = rows(graph(served.get("/.well-known/void")), "SELECT * { ?d void:subset [ dcterms:source ?source ; rdfs:seeAlso ?page ] } ORDER BY ?source");
    assertEquals(count(served, "?g " + sourceLink(served) + " ?source", "DISTINCT ?source"), links.size());
    List<String> wrong = new ArrayList<>();
    links.stream().limit(served == world ? 8 : 1).forEach(link -> {
      Graph told = graph(served.get(below(link.get("page").getURI()) + ".ttl"));
      String source = term(link, "source");
      List<Binding> graphs = rows(told, "SELECT * { ?named a sd:NamedGraph ; sd:name ?g ; sd:graph ?content . ?content void:triples ?t }");
      Set<Node> named = served.live.current().evidence().ofSource(link.get("source")).stream().map(Passage::iri).collect(Collectors.toSet());
      named.add(link.get("source")); // what a source says of itself
      assertEquals(named, graphs.stream().map(row -> row.get("g")).collect(Collectors.toSet()));
      graphs.forEach(row -> {
        equal(wrong, served, row, "t", "GRAPH " + term(row, "g") + " { ?s ?p ?o }", "*");
        parts(wrong, served, told, "<" + row.get("content").getURI() + ">", patterns -> "GRAPH " + term(row, "g") + " { " + String.join(" . ", patterns) + " }");
      });
      Binding part = rows(told, "SELECT * { ?part dcterms:source " + source + " }").get(0);
      parts(wrong, served, told, term(part, "part"), patterns -> "{ SELECT DISTINCT ?s ?o { " + IntStream.range(0, patterns.size())
          .mapToObj(i -> "?g" + i + " " + sourceLink(served) + " " + source + " . GRAPH ?g" + i + " { " + patterns.get(i) + " }").collect(Collectors.joining(" ")) + " } }");
    });
    assertEquals(List.of(), wrong);
  }

  /** The partitions of a whole, compared with what the data says within a graph. */
  private static void parts(List<String> wrong, Served served, Graph told, String whole, Function<List<String>, String> within) {
    List<Binding> properties = rows(told, "SELECT * { " + whole + " void:propertyPartition [ void:property ?p ; void:triples ?t ; void:distinctSubjects ?s ; void:distinctObjects ?o ] }");
    properties.forEach(row -> {
      equal(wrong, served, row, "t", within.apply(List.of("?s " + term(row, "p") + " ?o")), "*");
      equal(wrong, served, row, "s", within.apply(List.of("?s " + term(row, "p") + " ?o")), "DISTINCT ?s");
      equal(wrong, served, row, "o", within.apply(List.of("?s " + term(row, "p") + " ?o")), "DISTINCT ?o");
    });
    equal(wrong, served, rows(told, "SELECT * { " + whole + " void:properties ?n }").get(0), "n", within.apply(List.of("?s ?o ?any")), "DISTINCT ?o");
    assertEquals(rows(told, "SELECT * { " + whole + " void:properties ?n }").get(0).get("n").getLiteralLexicalForm(), Integer.toString(properties.size()), whole);
    rows(told, "SELECT * { " + whole + " void:classPartition ?part . ?part void:class ?c ; void:entities ?e }").forEach(row ->
        equal(wrong, served, row, "e", within.apply(List.of("?s a " + term(row, "c"))), "DISTINCT ?s"));
    rows(told, "SELECT * { " + whole + " void:classPartition [ void:class ?c ; void:propertyPartition [ void:property ?p ; void:triples ?t ] ] }").forEach(row ->
        equal(wrong, served, row, "t", within.apply(List.of("?s a " + term(row, "c"), "?s " + term(row, "p") + " ?o")), "*"));
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("servers")
  void eachGraphLeadsToAPageThatTellsOfIt(Served served) {
    List<Binding> links = rows(graph(served.get("/sparql", "Accept", "text/turtle")), "SELECT * { [] sd:name ?g ; sd:graph [ rdfs:seeAlso ?page ] } ORDER BY ?page ?g");
    assertEquals(served.live.current().dataset().size(), links.size());
    for (int i = 0; i < links.size(); i += Math.max(1, links.size() / 25)) {
      String name = term(links.get(i), "g");
      Graph told = graph(served.get(below(links.get(i).get("page").getURI()), "Accept", "text/turtle"));
      assertEquals(1, rows(told, "SELECT * { [] sd:name " + name + " ; sd:graph [ void:properties ?any ] }").size(), name);
    }
  }

  @Test
  void noSuchSourceHasNearNames() {
    HttpResponse<String> missing = world.get("/.well-known/void/source/gazete");
    assertEquals(404, missing.statusCode());
    assertEquals("unknown-entity", Served.code(missing));
    assertTrue(Served.error(missing).get("hint").getAsString().startsWith("did you mean"), missing.body());
  }

  private static String below(String address) {
    return address.substring(address.indexOf("/.well-known/"));
  }

  private static String sourceLink(Served served) {
    return "<" + served.live.current().description().evidence().source().getURI() + ">";
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("servers")
  void everyCountOfTheValuesOfAClassIsThatOfTheData(Served served) {
    Graph told = graph(served.get("/.well-known/void"));
    List<String> wrong = new ArrayList<>();
    String start = "?part void:class ?c ; void:propertyPartition ?pp . ?pp void:property ?p . ";
    rows(told, "SELECT * { " + start + "?pp void:triples ?t ; void:distinctSubjects ?s ; void:distinctObjects ?o }").forEach(row -> {
      String pattern = "?s a " + term(row, "c") + " ; " + term(row, "p") + " ?o";
      equal(wrong, served, row, "t", pattern, "*");
      equal(wrong, served, row, "s", pattern, "DISTINCT ?s");
      equal(wrong, served, row, "o", pattern, "DISTINCT ?o");
    });
    rows(told, "SELECT * { " + start + "?pp void:classPartition [ void:class ?x ; void:triples ?t ] }").forEach(row ->
        equal(wrong, served, row, "t", "?s a " + term(row, "c") + " ; " + term(row, "p") + " ?o . ?o a " + term(row, "x"), "*"));
    rows(told, "SELECT * { " + start + "?pp ext:datatypePartition [ ext:datatype ?x ; void:triples ?t ] }").forEach(row ->
        equal(wrong, served, row, "t", "?s a " + term(row, "c") + " ; " + term(row, "p") + " ?o FILTER (DATATYPE(?o) = " + term(row, "x") + ")", "*"));
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("servers")
  void everyGraphIsToldWithItsSize(Served served) {
    Graph told = graph(served.get("/sparql", "Accept", "text/turtle"));
    List<Binding> graphs = rows(told, "SELECT * { ?d a sd:Dataset ; sd:namedGraph [ sd:name ?g ; sd:graph ?content ] . ?content void:triples ?t ; void:entities ?e ; "
        + "void:classes ?c ; void:properties ?p }");
    assertEquals(served.live.current().dataset().size(), graphs.size());
    List<String> wrong = new ArrayList<>();
    graphs.stream().limit(25).forEach(row -> {
      equal(wrong, served, row, "t", "GRAPH " + term(row, "g") + " { ?s ?p ?o }", "*");
      equal(wrong, served, row, "e", "GRAPH " + term(row, "g") + " { ?s ?p ?o }", "DISTINCT ?s");
      equal(wrong, served, row, "c", "GRAPH " + term(row, "g") + " { ?s a ?o }", "DISTINCT ?o");
      equal(wrong, served, row, "p", "GRAPH " + term(row, "g") + " { ?s ?p ?o }", "DISTINCT ?p");
    });
    assertEquals(List.of(), wrong);
    Binding union = rows(told, "SELECT * { ?d sd:defaultGraph [ void:triples ?t ] }").get(0);
    assertEquals(served.live.current().dataset().triples(), Long.parseLong(union.get("t").getLiteralLexicalForm()));
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("servers")
  void everyFileHasTheSizeAndChecksumThatAreTold(Served served) throws Exception {
    Graph told = graph(served.get("/", "Accept", "text/turtle"));
    List<Binding> files = rows(told, "SELECT * { ?d dcat:distribution [ dcat:downloadURL ?url ; dcat:byteSize ?size ; dcat:mediaType ?type ; "
        + "spdx:checksum [ spdx:algorithm spdx:checksumAlgorithm_sha256 ; spdx:checksumValue ?sha ] ] }");
    assertTrue(files.size() >= 10, files.toString());
    for (Binding file : files) {
      String url = file.get("url").getURI();
      HttpResponse<String> response = served.get(url.substring(url.indexOf("/data/")));
      byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
      assertEquals(file.get("size").getLiteralLexicalForm(), Integer.toString(bytes.length), url);
      assertEquals(file.get("sha").getLiteralLexicalForm(), HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)), url);
      assertTrue(file.get("type").getURI().endsWith(header(response, "Content-Type").replaceAll(";.*", "")), url);
      assertTrue(served.get("/data/SHA256SUMS").body().contains(file.get("sha").getLiteralLexicalForm()), url);
    }
    assertEquals(1, rows(told, "SELECT * { ?s a dcat:DataService ; dcat:endpointURL ?url ; dcat:servesDataset ?d ; dcterms:title ?title FILTER (LANG(?title) = 'en') }").size());
  }

  @Test
  void aFileMayBeLargerThanAnAnswerInMemory() throws Exception {
    try (Served small = Served.world(options -> options.withMaxAnswerBytes(4096))) {
      HttpResponse<String> plain = small.get("/data/all.nq");
      assertEquals(200, plain.statusCode());
      assertTrue(plain.body().length() > 4096);
      assertEquals(world.get("/data/all.nq").body(), plain.body());
      String packed = small.raw("GET /data/all.nq HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n");
      assertTrue(packed.contains("Content-Encoding: gzip") && packed.length() < plain.body().length(), packed.substring(0, 400));
      assertEquals("", small.send("HEAD", "/data/all.nq", java.net.http.HttpRequest.BodyPublishers.noBody()).body());
      assertEquals(304, small.get("/data/all.nq", "If-None-Match", header(plain, "ETag")).statusCode());
    }
  }

  /** As an editor does: it asks the endpoint, and when that knows nothing the description that stands at the same address. */
  private static List<Binding> found(Served served, String query) {
    JsonObject asked = json(served.get("/sparql?ac=1&query=" + encode(PREFIXES + query), "Accept", "application/sparql-results+json"));
    boolean nothing = asked.getAsJsonObject("results").getAsJsonArray("bindings").isEmpty();
    return rows(nothing ? graph(served.get("/sparql", "Accept", "text/turtle, application/n-triples;q=0.5")) : dataset(served), query);
  }

  private static Graph dataset(Served served) {
    return served.live.current().dataset().getDefaultGraph();
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("servers")
  void aClientThatKnowsOnlyTheAddressFindsExamplesPrefixesAndClasses(Served served) {
    List<Binding> prefixes = found(served, "SELECT DISTINCT ?prefix ?namespace { [] sh:namespace ?namespace ; sh:prefix ?prefix }");
    assertEquals(served.live.current().prefixes().byPrefix().size(), prefixes.size());
    List<Binding> examples = found(served, "SELECT DISTINCT ?example ?comment ?query { ?example a sh:SPARQLExecutable ; rdfs:comment ?comment ; "
        + "sh:select|sh:ask|sh:construct|sh:describe ?query }");
    assertEquals(served.live.current().queries().names().size(), examples.size());
    for (Binding example : examples) {
      HttpResponse<String> answer = served.ask(example.get("query").getLiteralLexicalForm());
      assertEquals(200, answer.statusCode(), example + answer.body());
      assertTrue(!json(answer).getAsJsonObject("results").getAsJsonArray("bindings").isEmpty(), "no rows: " + example);
    }
    List<Binding> values = found(served, "SELECT DISTINCT ?class ?property ?valueClass ?datatype { ?part void:class ?class ; void:propertyPartition ?pp . "
        + "?pp void:property ?property OPTIONAL { { ?pp void:classPartition [ void:class ?valueClass ] } UNION { ?pp ext:datatypePartition [ ext:datatype ?datatype ] } } }");
    assertEquals(count(served, "[] a ?class", "DISTINCT ?class"), values.stream().map(row -> row.get("class")).distinct().count());
    assertTrue(values.stream().anyMatch(row -> row.contains("valueClass")) && values.stream().anyMatch(row -> row.contains("datatype")));
  }

  @Test
  void anExampleStandsAtItsOwnAddress() {
    Graph one = graph(world.get("/.well-known/sparql-examples/swarms", "Accept", "text/turtle"));
    List<Binding> rows = rows(one, "SELECT * { ?example rdfs:comment ?comment ; sh:select ?query ; <https://schema.org/target> ?target ; sh:prefixes ?prefixes }");
    assertEquals(1, rows.size());
    assertTrue(rows.get(0).get("query").getLiteralLexicalForm().contains("1921"), rows.toString());
    assertEquals(3, rows(one, "SELECT * { ?example dcterms:description ?text }").size());
    assertEquals("unknown-query", Served.code(world.get("/.well-known/sparql-examples/swamps")));
    assertEquals(3, rows(graph(world.get("/.well-known/sparql-examples.ttl")), "SELECT * { ?e a sh:SPARQLExecutable }").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/.well-known/void", "/.well-known/sparql-examples", "/ontology", "/shapes", "/data"})
  void everyFormIsThereBySuffixParameterAndHeader(String path) {
    for (String[] form : new String[][] {{"ttl", "text/turtle;charset=utf-8"}, {"nt", "application/n-triples"}, {"jsonld", "application/ld+json"},
        {"rdf", "application/rdf+xml"}, {"html", "text/html;charset=utf-8"}}) {
      for (HttpResponse<String> response : List.of(world.get(path + "." + form[0]), world.get(path + "?format=" + form[0]),
          world.get(path, "Accept", form[1].replaceAll(";.*", "")))) {
        assertEquals(200, response.statusCode(), response.uri() + response.body());
        assertEquals(form[1], header(response, "Content-Type"), response.uri().toString());
        assertTrue(response.body().length() > 200, response.body());
      }
    }
    assertEquals(406, world.get(path, "Accept", "image/png").statusCode());
    assertEquals("unknown-format", Served.code(world.get(path + ".png")));
  }

  @Test
  void thePageOfTermsHasAPlaceForEach() {
    String page = world.get("/ontology.html").body();
    assertTrue(page.contains("id=\"TreeHive\"") && page.contains("A hive in a living tree."), page);
    assertTrue(world.get("/ontology.html?lang=ko").body().contains("나무 벌통"));
    assertTrue(world.get("/shapes.ttl").body().contains("sh:property") || world.get("/shapes.ttl").body().contains("shacl#property"));
  }

  @Test
  void theListOfFilesIsJsonToo() {
    JsonObject list = json(world.get("/data"));
    assertEquals(world.live.current().version(), list.get("content").getAsString());
    assertEquals("unknown-route", Served.code(world.get("/data/all.ng")));
    assertEquals("did you mean all.nq?", Served.error(world.get("/data/all.ng")).get("hint").getAsString());
    assertTrue(world.get("/data/..%2F..%2Fetc%2Fpasswd").statusCode() >= 400);
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("servers")
  void theHomePageTellsSearchEnginesOfTheDataset(Served served) {
    Matcher script = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL).matcher(served.get("/?format=html").body());
    assertTrue(script.find());
    JsonObject told = JsonParser.parseString(script.group(1)).getAsJsonObject();
    assertEquals("Dataset", told.get("@type").getAsString());
    assertEquals("https://creativecommons.org/licenses/by/4.0/", told.get("license").getAsString());
    told.getAsJsonArray("distribution").forEach(file -> {
      String url = file.getAsJsonObject().get("contentUrl").getAsString();
      assertEquals(200, served.get(url.substring(url.indexOf("/data/"))).statusCode(), url);
    });
  }
}
