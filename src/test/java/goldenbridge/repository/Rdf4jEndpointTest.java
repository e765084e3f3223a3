package goldenbridge.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import goldenbridge.cli.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.query.resultio.sparqlxml.SPARQLResultsXMLWriter;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --endpoint} gives the same answers from an endpoint over another engine. */
class Rdf4jEndpointTest {
  private static SailRepository repository;
  private static HttpServer server;

  @BeforeAll
  static void serve() throws IOException {
    repository = Rdf4jTest.filled();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/sparql", Rdf4jEndpointTest::answer);
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
    repository.shutDown();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String sent = exchange.getRequestMethod().equals("POST")
        ? new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8) : exchange.getRequestURI().getRawQuery();
    String query = URLDecoder.decode(sent.replaceAll("(^|.*&)query=([^&]*).*", "$2"), StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+xml");
    exchange.sendResponseHeaders(200, 0);
    try (RepositoryConnection connection = repository.getConnection()) {
      connection.prepareTupleQuery(query).evaluate(new SPARQLResultsXMLWriter(exchange.getResponseBody()));
    }
    exchange.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"visits", "visits.of-tokayev", "figures-compared.companies", "disputed-values", "plan-fates", "entity-statements.tokayev", "timeline"})
  void givesTheSameAnswer(String name) {
    Catalogue.Case one = Catalogue.cases().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    List<String> words = new ArrayList<>(List.of("query", one.query().name(), "--home", Part.FOLDER.toString(), "--format", "csv"));
    for (Map.Entry<String, List<String>> argument : one.arguments().entrySet()) {
      words.add(argument.getKey() + "=" + argument.getValue().get(0));
    }
    Run here = Run.of(words.toArray(String[]::new));
    words.addAll(List.of("--endpoint", "http://127.0.0.1:" + server.getAddress().getPort() + "/sparql"));
    Run there = Run.of(words.toArray(String[]::new));
    assertEquals(0, there.code(), there.err());
    assertTrue(here.out().lines().count() > 1, here.out());
    assertEquals(here.out(), there.out());
  }
}
