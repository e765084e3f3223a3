package goldenbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import goldenbridge.graph.LiveSnapshot;
import goldenbridge.http.HttpOptions;
import goldenbridge.http.HttpService;
import goldenbridge.query.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointOptionTest {
  private static final String WORLD = World.home().root().toString();
  private static HttpService service;

  @BeforeAll
  static void serve() {
    service = HttpService.start(new LiveSnapshot(World.snapshot()), HttpOptions.DEFAULT.withPort(0).withLimits(new Limits(Duration.ofSeconds(2), 1000)));
  }

  @AfterAll
  static void stop() {
    service.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "table", "srj", "tsv"})
  void answersAsTheGraphAtHandDoes(String format) {
    for (String[] call : new String[][] {{"hives"}, {"honey", "hive=oak hive"}, {"honey", "least=12.5"}, {"swarms", "year=1921"}, {"hives", "keeper=id:ada", "keeper=id:bela"}}) {
      Run here = Run.of(with(call, "-f", format, "--home", WORLD));
      Run there = Run.of(with(call, "-f", format, "--home", WORLD, "--endpoint", service.address() + "sparql"));
      assertEquals(0, there.code(), there.err());
      assertEquals(here.out(), there.out());
    }
  }

  private static String[] with(String[] call, String... options) {
    String[] all = new String[call.length + options.length + 1];
    all[0] = "query";
    System.arraycopy(call, 0, all, 1, call.length);
    System.arraycopy(options, 0, all, call.length + 1, options.length);
    return all;
  }

  @Test
  void runsAnyFormOfQueryThere() {
    String endpoint = service.address() + "sparql";
    assertEquals("true\n", Run.of("sparql", "ASK { id:oak ?p ?o }", "--home", WORLD, "--endpoint", endpoint).out());
    assertTrue(Run.of("sparql", "CONSTRUCT WHERE { ?s bee:keeper ?k }", "--home", WORLD, "--endpoint", endpoint).out().contains("id:ada"));
  }

  @Test
  void tellsWhyAnEndpointDoesNotAnswer() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      free = socket.getLocalPort();
    }
    Run unreachable = Run.of("query", "hives", "--home", WORLD, "--endpoint", "http://127.0.0.1:" + free + "/sparql");
    assertEquals(5, unreachable.code());
    assertTrue(unreachable.err().contains("cannot reach http://127.0.0.1:" + free), unreachable.err());
    Run wrong = Run.of("query", "hives", "--home", WORLD, "--endpoint", service.address() + "nothing");
    assertEquals(5, wrong.code());
    assertTrue(wrong.err().contains("answered with status 404"), wrong.err());
    assertEquals(2, Run.of("query", "hives", "--home", WORLD, "--endpoint", "ftp://127.0.0.1/").code());
    assertEquals(2, Run.of("query", "hives", "--home", WORLD, "--evidence", "--endpoint", service.address() + "sparql").code());
  }

  @Test
  void endsWithFourWhenTheEndpointIsTooSlow() {
    Run slow = Run.of("sparql", "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", "--home", WORLD, "--timeout", "0.5",
        "--endpoint", service.address() + "sparql");
    assertEquals(4, slow.code());
    assertTrue(slow.err().contains("took longer than 0.5 s"), slow.err());
  }
}
