package goldenbridge.http;

import static goldenbridge.http.Served.encode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The program in a process of its own with little memory, under far more than it can do. */
@Timeout(300)
class OverloadTest {
  private static final List<String> HEAVY = List.of(
      "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
      "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d ?g",
      "SELECT DISTINCT ?a ?e ?i { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
      "SELECT ?a (GROUP_CONCAT(?f) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?a",
      "CONSTRUCT { ?a ?e ?i } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");

  @Test
  void survivesTwoHundredHeavyQueriesAndIsQuickAgain() throws Exception {
    try (Forked forked = Forked.world("-Xmx512m", "--timeout", "5")) {
      URI home = forked.address();
      HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
      String light = "queries/honey.csv";
      String known = get(client, home.resolve(light)).body();
      List<CompletableFuture<HttpResponse<String>>> heavy = IntStream.range(0, 200).mapToObj(number -> client.sendAsync(
          HttpRequest.newBuilder(home.resolve("sparql?query=" + encode(HEAVY.get(number % HEAVY.size()) + " #" + number))).build(), HttpResponse.BodyHandlers.ofString())).toList();
      for (int number = 0; number < 50; number++) {
        assertEquals(known, get(client, home.resolve(light)).body(), "what is known is answered meanwhile");
      }
      Map<Integer, Long> statuses = heavy.stream().map(CompletableFuture::join).peek(answer -> sound(answer, forked))
          .collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));
      assertTrue(statuses.getOrDefault(503, 0L) > 100, statuses.toString());
      assertTrue(forked.isAlive());
      assertEquals(200, get(client, home.resolve("sparql?query=" + encode("SELECT * { ?s ?p ?o } LIMIT 7"))).statusCode());
      String metrics = get(client, home.resolve("metrics")).body();
      assertTrue(metrics.contains("\nqueries_running 0.0\n"), metrics);
    }
  }

  @Test
  void endsTheQueryThatFillsTheMemoryBeforeOthersLackIt() throws Exception {
    try (Forked forked = Forked.world("-Xmx128m", "--timeout", "120")) {
      HttpResponse<String> full = get(HttpClient.newHttpClient(), forked.address().resolve("sparql?query=" + encode(HEAVY.get(1))));
      assertEquals(503, full.statusCode(), full.body());
      assertTrue(full.body().contains("the memory is full"), full.body());
      String log = forked.errors();
      assertTrue(log.contains("the query that took most was ended") && !log.contains("out of memory"), log);
    }
  }

  private static HttpResponse<String> get(HttpClient client, URI address) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Busy, too late, too many rows or out of memory for this one: always told, and when to come back. */
  private static void sound(HttpResponse<String> response, Forked forked) {
    assertTrue(List.of(200, 422, 503).contains(response.statusCode()), () -> response + response.body() + forked.errors());
    assertTrue(response.statusCode() != 503 || response.headers().firstValue("Retry-After").isPresent(), response.toString());
    assertTrue(response.statusCode() == 200 || response.body().contains("\"requestId\""), response.body());
  }
}
