package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.query.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Random questions from a fixed seed: each gets an answer or an error in the right form, and none is a bug. */
class FuzzTest {
  private static final List<String> WORDS = List.of("SELECT * { ?s ?p ?o }", "{", "}", "(", ")", "[", "]", "?s", "?x", "<a>", "bee:honey", "\"қ\"@kk", "'한'", "1.5", "-1e9",
      "FILTER", "OPTIONAL", "UNION", "MINUS", "GRAPH ?g", "BIND", "AS", "VALUES", "UNDEF", "GROUP BY", "ORDER BY", "HAVING", "LIMIT 3", "OFFSET 1", "DISTINCT", ".", ";", ",",
      "/", "|", "^", "*", "+", "!", "=", "<", "&&", "||", "IN", "NOT EXISTS", "a", "PREFIX", "SERVICE", "ASK", "DESCRIBE", "CONSTRUCT", "WHERE", "FROM", "\u0000", "😀");
  private static final List<String> LEAVES = List.of("?s", "?o", "?none", "1", "1.5", "'қ'", "'a'@en", "<http://a>", "true", "'x'^^xsd:date", "'2020-01-01'^^xsd:date", "''", "bee:honey");
  private static final List<String> CALLS = List.of("STR(%s)", "STRLEN(%s)", "UCASE(%s)", "IRI(%s)", "ABS(%s)", "YEAR(%s)", "TZ(%s)", "TIMEZONE(%s)", "MD5(%s)", "(!%s)", "(-%s)",
      "LANG(%s)", "DATATYPE(%s)", "BNODE(%s)", "SUBSTR(%s, %s)", "CONCAT(%s, %s)", "REGEX(%s, %s)", "REPLACE(%s, %s, %s)", "IF(%s, %s, %s)", "COALESCE(%s, %s)", "(%s + %s)", "(%s / %s)",
      "(%s < %s)", "(%s = %s)", "(%s IN (%s, %s))", "STRDT(%s, %s)", "STRLANG(%s, %s)", "xsd:integer(%s)", "xsd:dateTime(%s)", "STRAFTER(%s, %s)", "sameTerm(%s, %s)", "LANGMATCHES(%s, %s)");
  private static final List<String> FORMS = List.of("SELECT * { ?s ?p ?o FILTER (%s) }", "SELECT (%s AS ?r) { ?s ?p ?o }", "SELECT * { ?s ?p ?o BIND (%s AS ?r) } ORDER BY ?r",
      "SELECT ?s (SUM(%s) AS ?r) { ?s ?p ?o } GROUP BY ?s", "SELECT (GROUP_CONCAT(%s) AS ?r) { ?s ?p ?o }", "SELECT * { ?s ?p ?o } ORDER BY %s",
      "CONSTRUCT { ?s ?p ?r } WHERE { ?s ?p ?o BIND (%s AS ?r) }", "DESCRIBE ?r { ?s ?p ?o BIND (%s AS ?r) }", "ASK { ?s ?p ?o } HAVING (COUNT(%s) > 1)");
  private static final List<String> ACCEPT = List.of("*/*", "text/csv", "application/sparql-results+xml", "text/tab-separated-values", "text/html", "text/turtle", "application/rdf+xml", "application/ld+json", ";;q=,,");

  private final Random random = new Random(20_190_421);

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String expression(int depth) {
    String text = depth == 0 ? "%s" : one(CALLS);
    while (text.contains("%s")) {
      text = text.replaceFirst("%s", java.util.regex.Matcher.quoteReplacement(depth == 0 ? one(LEAVES) : expression(depth - 1)));
    }
    return text;
  }

  private String query() {
    if (random.nextInt(3) == 0) {
      return IntStream.range(0, 1 + random.nextInt(20)).mapToObj(number -> one(WORDS)).collect(Collectors.joining(" "));
    }
    return one(FORMS).replace("%s", expression(random.nextInt(4)));
  }

  private String parameters() {
    return IntStream.range(0, random.nextInt(4)).mapToObj(number -> one(List.of("hive", "least", "page", "page_size", "lang", "format", "timeout", "bom", "x", "%", "%ED%95"))
        + "=" + one(List.of("", "1", "-1", "oak+hive", "id:oak", "%3C", "%", "ko", "csv", "%D2%9B", "99999999999999999999", "%00", "<>"))).collect(Collectors.joining("&"))
        .replace("<>", "%3C%3E");
  }

  @Test
  void noRequestFindsABug() {
    try (Served served = Served.world(options -> options.withLimits(new Limits(Duration.ofSeconds(2), 2_000)))) {
      for (int number = 0; number < 1_500; number++) {
        String query = query();
        sound(served.post("/sparql", Served.FORM, "query=" + Served.encode(query), "Accept", one(ACCEPT)), query);
      }
      for (int number = 0; number < 500; number++) {
        String line = "GET /" + one(List.of("queries/honey", "queries/hives.csv", "queries/", "doc/id/oak", "sparql", "id/", "web/", "search", "data", "ontology", "openapi.json", "")) + "?" + parameters();
        String answer = served.raw(line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept: " + one(ACCEPT) + "\r\n\r\n");
        assertTrue(answer.matches("(?s)HTTP/1.1 (200|303|400|404|406|422) .*"), line + " " + answer);
      }
    }
  }

  /** Requests with a few bytes changed, lost or doubled, and nonsense; each ends in an answer that is no 500, or in none. */
  @Test
  void noBytesFindABugOrStayBehind() throws IOException {
    List<String> sound = List.of(
        "GET /queries/honey.csv?hive=id:oak&page=1 HTTP/1.1\r\nHost: x\r\nAccept: text/csv;q=0.9, */*;q=0.1\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n",
        "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 34\r\nConnection: close\r\n\r\nSELECT * { ?s ?p '한국' } LIMIT 3",
        "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\nf\r\nquery=ASK%20%7B%7D\r\n0\r\n\r\n",
        "GET /doc/id/oak.ttl HTTP/1.1\r\nHost: x\r\nForwarded: host=a.example;proto=https\r\nIf-None-Match: W/\"a\", *\r\nCookie: language=ko\r\nConnection: close\r\n\r\n",
        "OPTIONS /sparql HTTP/1.1\r\nHost: x\r\nOrigin: null\r\nX-Request-Id: a\r\nX-Forwarded-Prefix: /kg\r\nConnection: close\r\n\r\n");
    try (Served served = Served.world(options -> options.withLimits(new Limits(Duration.ofSeconds(2), 2_000)))) {
      for (int number = 0; number < 2_000; number++) {
        byte[] request = damaged(one(sound).getBytes(StandardCharsets.UTF_8));
        String answer = exchange(served, request);
        assertFalse(answer.startsWith("HTTP/1.1 500"), () -> new String(request, StandardCharsets.ISO_8859_1) + "\n" + answer);
      }
      String counted = served.get("/metrics").body();
      assertFalse(counted.contains("status=\"500\""), counted);
      assertTrue(counted.contains("\nqueries_running 0.0\n"), counted);
      assertTrue(counted.lines().filter(line -> line.startsWith("jetty_threads_current")).allMatch(line -> Double.parseDouble(line.split(" ")[1]) <= 64), counted);
    }
  }

  private byte[] damaged(byte[] request) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int rate = 5 + random.nextInt(100);
    for (byte octet : request) {
      switch (random.nextInt(rate)) {
        case 0 -> out.write(random.nextInt(256));
        case 1 -> { }
        case 2 -> {
          for (int times = random.nextInt(50); times > 0; times--) {
            out.write(octet);
          }
        }
        default -> out.write(octet);
      }
    }
    return out.toByteArray();
  }

  private static String exchange(Served served, byte[] request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", served.service.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (SocketException reset) {
      return "";
    }
  }

  private static void sound(HttpResponse<String> response, String query) {
    boolean expected = List.of(200, 400, 406, 422).contains(response.statusCode()) || response.statusCode() == 503 && response.body().contains("timeout");
    assertTrue(expected, query + " " + response.statusCode() + " " + response.body());
  }
}
