package goldenbridge.http;

import static goldenbridge.http.Served.FORM;
import static goldenbridge.http.Served.QUERY;
import static goldenbridge.http.Served.encode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import goldenbridge.graph.Home;
import goldenbridge.graph.LiveSnapshot;
import goldenbridge.query.Limits;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says of HTTP is what a running server does: routes, parameters, headers, statuses, codes and recipes. */
class HttpReferenceTest {
  private static final String README = read();
  private static final Pattern WORD = Pattern.compile("`([^`]+)`");

  @TempDir
  private static Path folder;
  private static Served served;
  private static Served narrow;

  @BeforeAll
  static void serve() throws IOException {
    Home home = World.copyTo(folder);
    World.edit(home, "data/reference/register.ttl", "id:oak a bee:Hive ;", """
        id:beech <http://www.w3.org/2002/07/owl#deprecated> true ; dcterms:isReplacedBy id:oak .
        id:ash <http://www.w3.org/2002/07/owl#deprecated> true ; <http://www.w3.org/2004/02/skos/core#altLabel> "twin"@en .
        id:elm <http://www.w3.org/2004/02/skos/core#altLabel> "twin"@en .
        id:oak a bee:Hive ;""");
    served = Served.of(home, options -> options);
    narrow = Served.world(options -> options.withLimits(new Limits(Duration.ofMillis(300), 2)).withMaxAnswerBytes(2000));
  }

  @AfterAll
  static void stop() {
    served.close();
    narrow.close();
  }

  private static String read() {
    try {
      return Files.readString(Path.of("README.md"));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  /** The first cells of a table of the README, with the words in code that each names. */
  private static Map<String, List<String>> table(String head) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    README.substring(README.indexOf("| " + head + " |")).lines().skip(2).takeWhile(line -> line.startsWith("|")).forEach(line -> {
      String first = line.replace("\\|", "/").split("\\|")[1];
      rows.put(line, WORD.matcher(first).results().map(word -> word.group(1)).toList());
    });
    assertTrue(rows.size() > 3, head);
    return rows;
  }

  private static Set<String> words(String head) {
    return table(head).values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String example(String route) {
    return route.replaceAll("\\?.*", "").replace("/queries/{name}", "/queries/honey").replace("{name}", "honey").replace("{path}", "id/oak").replace("{file}", "all.nq");
  }

  @Test
  void tellsEveryRouteAndNoOther() {
    Set<String> told = words("route").stream().filter(route -> route.startsWith("/")).collect(Collectors.toCollection(TreeSet::new));
    LiveSnapshot live = new LiveSnapshot(World.snapshot());
    Set<String> there = new TreeSet<>(((Routes) Site.of(live, HttpOptions.DEFAULT, new Meters(live), new Templates(),
        new ErrorBody(new Templates(), live)).endpoint()).paths());
    there.remove(AssetEndpoint.PATH); // what pages are made of
    assertEquals(there, told.stream().map(route -> route.replaceAll("\\{.*|\\?.*", "")).collect(Collectors.toCollection(TreeSet::new)));
    told.forEach(route -> assertEquals(204, served.send("OPTIONS", example(route), BodyPublishers.noBody()).statusCode(), route));
  }

  @Test
  void everyFormOfARouteIsThere() {
    List<String> wrong = new ArrayList<>();
    table("route").forEach((line, routes) -> WORD.matcher(line.substring(line.indexOf('|', 2))).results().map(word -> word.group(1))
        .filter(word -> word.matches("\\.[a-z]+")).forEach(suffix -> routes.stream().filter(route -> !route.equals("/data/{file}")).forEach(route -> {
          String path = example(route) + suffix + (route.contains("search") ? "?q=oak" : "");
          int status = served.get(path).statusCode();
          // A question has rows or triples, not both.
          if (status != 200 && !(status == 406 && route.startsWith("/queries/"))) {
            wrong.add(path + " " + status);
          }
        })));
    assertEquals(List.of(), wrong);
  }

  @Test
  void tellsEveryParameter() {
    Set<String> told = words("parameter");
    Set<String> missing = new TreeSet<>(Ask.RESERVED);
    missing.removeAll(told);
    assertEquals(Set.of(), missing);
    Map<String, String> examples = new TreeMap<>(Map.of("format", "json", "output", "json", "lang", "ko", "evidence", "on", "embed", "off", "bom", "on",
        "page", "1", "page_size", "2", "timeout", "5", "q", "oak"));
    examples.put("all", "bee:honey");
    examples.putAll(Map.of("type", "bee:Hive", "query", "ASK {}", "default-graph-uri", "http://e/g", "named-graph-uri", "http://e/g"));
    assertEquals(told, examples.keySet());
    table("parameter").forEach((line, names) -> names.forEach(name -> WORD.matcher(line.split("\\|")[2]).results().map(word -> word.group(1)).forEach(route -> {
      String needed = route.equals("/search") ? "q=oak&" : route.equals("/sparql") ? "query=ASK%7B%7D&" : "";
      String address = example(route) + "?" + (needed.startsWith(name + "=") ? "" : needed) + name + "=" + encode(examples.get(name));
      assertEquals(200, served.get(address).statusCode(), address + served.get(address).body());
    })));
  }

  @Test
  void tellsEveryHeaderOfAnAnswer() {
    List<HttpResponse<String>> answers = new ArrayList<>(requests().values().stream().map(Supplier::get).toList());
    answers.add(served.get("/queries/honey?page_size=1", "Accept-Encoding", "gzip"));
    answers.add(served.get("/openapi.json", "Accept-Encoding", "gzip"));
    answers.add(served.get("/doc/id/oak", "Accept", "text/html"));
    answers.add(served.get("/queries/honey.bib"));
    Set<String> seen = new TreeSet<>();
    answers.forEach(answer -> seen.addAll(answer.headers().map().keySet()));
    Set<String> told = words("header of an answer").stream().filter(word -> !word.contains("/") && Character.isUpperCase(word.charAt(0)))
        .map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(TreeSet::new));
    Set<String> untold = new TreeSet<>(seen);
    untold.removeAll(told);
    untold.removeIf(name -> name.startsWith(":"));
    assertEquals(Set.of(), untold);
    told.removeAll(seen);
    told.removeAll(Set.of("connection", "date"));
    assertEquals(Set.of(), told, "told, but never seen");
  }

  @Test
  void everyHeaderOfARequestHasItsEffect() {
    Map<String, Boolean> effects = new LinkedHashMap<>();
    effects.put("Accept", served.get("/queries/honey", "Accept", "text/csv").headers().firstValue("Content-Type").orElse("").startsWith("text/csv"));
    effects.put("Accept-Language", served.get("/queries/honey", "Accept-Language", "ko").body().contains("참나무"));
    effects.put("Accept-Encoding", served.get("/openapi.json", "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding").isPresent());
    effects.put("If-None-Match", served.get("/queries/honey", "If-None-Match", served.get("/queries/honey").headers().firstValue("ETag").orElse("")).statusCode() == 304);
    effects.put("Range", served.get("/data/all.nq", "Range", "bytes=2-5").body().length() == 4);
    effects.put("If-Range", served.get("/data/all.nq", "Range", "bytes=2-5", "If-Range", "\"other\"").statusCode() == 200);
    effects.put("X-Request-Id", served.get("/health", "X-Request-Id", "abc-1").headers().firstValue("X-Request-Id").orElse("").equals("abc-1"));
    String forwarded = served.get("/openapi.json", "Forwarded", "host=a.example;proto=https").body();
    effects.put("Forwarded", forwarded.contains("https://a.example/queries"));
    String prefixed = served.get("/openapi.json", "X-Forwarded-Host", "b.example", "X-Forwarded-Proto", "https", "X-Forwarded-Prefix", "/bees").body();
    Stream.of("Host", "Proto", "Prefix").forEach(name -> effects.put("X-Forwarded-" + name, prefixed.contains("https://b.example/bees/queries")));
    effects.forEach((name, seen) -> assertTrue(seen, name));
    assertEquals(words("header of a request").stream().filter(word -> Character.isUpperCase(word.charAt(0)) && !word.equals("ETag")).collect(Collectors.toCollection(TreeSet::new)), new TreeSet<>(effects.keySet()));
  }

  /** Requests by the code of the problem that they meet. */
  private static Map<String, Supplier<HttpResponse<String>>> requests() {
    Map<String, Supplier<HttpResponse<String>>> requests = new LinkedHashMap<>();
    requests.put("200", () -> served.get("/queries/honey"));
    requests.put("204", () -> served.send("OPTIONS", "/sparql", BodyPublishers.noBody()));
    requests.put("206", () -> served.get("/data/all.nq", "Range", "bytes=0-9"));
    requests.put("range-not-satisfiable", () -> served.get("/data/all.nq", "Range", "bytes=99999999-"));
    requests.put("304", () -> served.get("/queries/honey", "If-None-Match", "*"));
    requests.put("303", () -> served.get("/language?is=ko&to=queries"));
    requests.put("308", () -> served.get("/doc/id/beech"));
    requests.put("gone", () -> served.get("/doc/id/ash"));
    requests.put("unknown-query", () -> served.get("/queries/hony"));
    requests.put("unknown-parameter", () -> served.get("/queries/honey?hvie=1"));
    requests.put("missing-parameter", () -> served.get("/queries/swarms"));
    requests.put("repeated-parameter", () -> served.get("/queries/honey?hive=id:oak&hive=id:elm"));
    requests.put("parameter-type", () -> served.get("/queries/honey?least=much"));
    requests.put("parameter-value", () -> served.get("/queries/honey?evidence=maybe"));
    requests.put("unknown-entity", () -> served.get("/doc/id/oakk"));
    requests.put("ambiguous-entity", () -> served.get("/queries/honey?hive=twin"));
    requests.put("unknown-prefix", () -> served.ask("SELECT * { ?s foaf:name ?o }"));
    requests.put("sparql-syntax", () -> served.ask("SELECT * WHERE { ?s ?p }"));
    requests.put("query-too-deep", () -> served.post("/sparql", QUERY, "ASK " + "{".repeat(60_000) + "}".repeat(60_000)));
    requests.put("unknown-function", () -> served.ask("PREFIX f: <http://e/> SELECT (f:x(1) AS ?y) {}"));
    requests.put("service-off", () -> served.ask("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"));
    requests.put("read-only", () -> served.post("/sparql", "application/sparql-update", "DROP ALL"));
    requests.put("unknown-format", () -> served.get("/queries/honey.xlsx"));
    requests.put("not-acceptable", () -> served.get("/queries/honey", "Accept", "image/png"));
    requests.put("method-not-allowed", () -> served.send("DELETE", "/sparql", BodyPublishers.noBody()));
    requests.put("unknown-route", () -> served.get("/querys"));
    requests.put("bad-encoding", () -> served.get("/queries/honey?hive=%ff"));
    requests.put("bad-request", () -> served.get("/queries/%ff"));
    requests.put("missing-query", () -> served.post("/sparql", FORM, "a=b"));
    requests.put("unsupported-media-type", () -> served.post("/sparql", "text/plain", "ASK {}"));
    requests.put("unsupported-encoding", () -> served.post("/sparql", QUERY, "ASK {}", "Content-Encoding", "gzip"));
    requests.put("body-too-large", () -> served.post("/sparql", QUERY, "#".repeat(300_000)));
    requests.put("uri-too-long", () -> served.get("/" + "a".repeat(70_000)));
    requests.put("headers-too-large", () -> served.get("/", "X-Long", "a".repeat(70_000)));
    requests.put("timeout", () -> narrow.ask(Served.HEAVY));
    requests.put("row-limit", () -> narrow.ask("SELECT * { ?s ?p ?o }"));
    requests.put("answer-too-large", () -> narrow.get("/openapi.json"));
    return requests;
  }

  @Test
  void everyCodeIsThatOfTheRunningServer() {
    Set<String> told = words("code");
    List<String> wrong = new ArrayList<>();
    requests().forEach((code, request) -> {
      HttpResponse<String> answer = request.get();
      if (code.matches("\\d+")) {
        assertEquals(Integer.parseInt(code), answer.statusCode(), answer.uri().toString());
      } else if (!Served.code(answer).equals(code)) {
        wrong.add(code + ": " + answer.body());
      } else if (!told.contains(code)) {
        wrong.add(code + " is not told");
      }
    });
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyStatusIsThatOfTheRunningServer() {
    Set<Integer> told = new TreeSet<>();
    table("status").keySet().forEach(line -> Pattern.compile("\\d{3}").matcher(line.split("\\|")[1]).results().forEach(status -> told.add(Integer.valueOf(status.group()))));
    Set<Integer> seen = new HashSet<>();
    requests().values().forEach(request -> seen.add(request.get().statusCode()));
    Set<Integer> untold = new TreeSet<>(seen);
    untold.removeAll(told);
    assertEquals(Set.of(), untold);
    told.removeAll(seen);
    assertEquals(Set.of(408, 500), told, "that slow, or that broken, tests of their own make it");
  }

  @Test
  void everyAddressOfTheRecipesWorks() {
    Served real = Served.real();
    Set<String> addresses = Pattern.compile("http://127\\.0\\.0\\.1:3030(/[^\\s'\"`]*)").matcher(README).results().map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(addresses.size() > 10, addresses.toString());
    addresses.forEach(path -> {
      HttpResponse<String> answer = real.get(path.equals("/search") ? "/search?q=" + encode("Токаев") : path);
      assertEquals(200, answer.statusCode(), path + " " + answer.body());
      assertTrue(answer.body().length() > 10, path);
    });
  }
}
