package goldenbridge.http;

import static goldenbridge.http.Served.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which address the service gives as its own. */
class PublicAddressTest {
  private static Served world;

  @BeforeAll
  static void serve() {
    world = Served.world();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static String endpoint(HttpResponse<String> description) {
    Matcher found = Pattern.compile("<(http[^>]*/sparql)>").matcher(description.body());
    assertTrue(found.find(), description.body());
    return found.group(1);
  }

  @Test
  void isTheOneThatTheOperatorGives() {
    try (Served served = Served.world(options -> options.withBaseUrl("https://data.example.org/kg/"))) {
      assertEquals("https://data.example.org/kg/sparql", endpoint(served.get("/sparql", "Accept", "text/turtle")));
      assertEquals("https://data.example.org/kg/sparql", endpoint(served.get("/sparql", "Accept", "text/turtle", "X-Forwarded-Host", "other.example")));
    }
  }

  @Test
  void answersUnderItsPathAndWithoutIt() {
    try (Served served = Served.world(options -> options.withBaseUrl("https://data.example.org/kg"))) {
      assertEquals(served.get("/queries/honey.csv").body(), served.get("/kg/queries/honey.csv").body());
      assertEquals(200, served.get("/kg").statusCode());
      assertEquals(200, served.get("/kg/").statusCode());
      assertEquals(404, served.get("/kgx/").statusCode());
      assertEquals(404, served.get("/kg/kg/").statusCode());
      assertEquals("../doc/id/oak", header(served.get("/kg/id/oak"), "Location"));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "X-Forwarded-Host | a.example      | http://a.example/sparql",
      "Forwarded        | host=b.example;proto=https | https://b.example/sparql",
      "Forwarded        | for=\"[::1]:9\";Proto=https;HOST=\"c.example:8443\", host=d.example | https://c.example:8443/sparql",
      "Forwarded        | host=\"<evil>\";proto=gopher | http://127.0.0.1:PORT/sparql",
      "X-Forwarded-Prefix | /kg          | http://127.0.0.1:PORT/kg/sparql",
      "X-Forwarded-Prefix | /kg/         | http://127.0.0.1:PORT/kg/sparql",
      "X-Forwarded-Prefix | //evil.example/ | http://127.0.0.1:PORT/sparql",
      "X-Forwarded-Prefix | /a\"b        | http://127.0.0.1:PORT/sparql",
      "X-Forwarded-Prefix | /../x>       | http://127.0.0.1:PORT/sparql",
  })
  void isWhatAProxyOnThisMachineSays(String name, String value, String expected) {
    assertEquals(expected.replace("PORT", "" + world.service.port()), endpoint(world.get("/sparql", "Accept", "text/turtle", name, value)));
  }

  /** An answer that names one address is not given to who came by another. */
  @Test
  void keepsTheAnswersOfAddressesApart() {
    try (Served served = Served.world()) {
      for (int round = 0; round < 3; round++) {
        for (String host : new String[] {"a.example", "b.example:8080"}) {
          HttpResponse<String> response = served.get("/sparql", "Accept", "text/turtle", "X-Forwarded-Host", host, "X-Forwarded-Proto", "https");
          assertEquals("https://" + host + "/sparql", endpoint(response));
        }
      }
    }
  }

  /** A proxy that takes the path away, as most do; every link of every page must lead somewhere. */
  @Test
  void worksBehindAProxyUnderAPath() throws IOException, InterruptedException {
    try (Served served = Served.world()) {
      HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
      HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      proxy.createContext("/kg/", exchange -> {
        HttpResponse<String> inner = served.get(exchange.getRequestURI().toString().substring(3), "Accept", exchange.getRequestHeaders().getFirst("Accept"),
            "X-Forwarded-Host", "proxy.example", "X-Forwarded-Proto", "https", "X-Forwarded-Prefix", "/kg");
        byte[] body = inner.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        inner.headers().firstValue("Location").ifPresent(to -> exchange.getResponseHeaders().set("Location", to));
        exchange.getResponseHeaders().set("Content-Type", header(inner, "Content-Type"));
        exchange.sendResponseHeaders(inner.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
      });
      proxy.start();
      try {
        URI home = URI.create("http://127.0.0.1:" + proxy.getAddress().getPort() + "/kg/");
        Set<URI> seen = new HashSet<>(Set.of(home));
        Deque<URI> todo = new ArrayDeque<>(seen);
        int pages = 0;
        while (!todo.isEmpty() && pages++ < 120) {
          URI page = todo.remove();
          HttpResponse<String> response = client.send(HttpRequest.newBuilder(page).header("Accept", "text/html,*/*;q=0.5").build(), HttpResponse.BodyHandlers.ofString());
          assertEquals(200, response.statusCode(), page.toString());
          Matcher link = Pattern.compile(" (?:href|src|action)=\"([^\"#]+)").matcher(header(response, "Content-Type").startsWith("text/html") ? response.body() : "");
          while (link.find()) {
            String text = link.group(1).replace("&amp;", "&");
            URI to = response.uri().resolve(text.startsWith("?") ? response.uri().getRawPath() + text : text); // Java forgets the last part
            assertFalse(to.getHost().equals("127.0.0.1") && !to.getPath().startsWith("/kg/"), page + " leads out to " + to);
            if (to.getHost().equals("127.0.0.1") && !to.getPath().endsWith("/language") && seen.add(to)) {
              todo.add(to);
            }
          }
        }
        assertTrue(pages > 20, pages + " pages");
        assertTrue(client.send(HttpRequest.newBuilder(home.resolve("queries/honey?page=1&page_size=1")).header("Accept", "application/json").build(),
            HttpResponse.BodyHandlers.ofString()).body().contains("https://proxy.example/kg/queries/honey?page_size=1&page=2"));
      } finally {
        proxy.stop(0);
      }
    }
  }
}
