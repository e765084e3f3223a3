package goldenbridge.http;

import static goldenbridge.http.Served.encode;
import static goldenbridge.http.Served.header;
import static goldenbridge.http.Served.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Home;
import goldenbridge.graph.LiveSnapshot;
import goldenbridge.graph.Snapshot;
import goldenbridge.graph.SnapshotLoader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpServiceTest {
  private static LiveSnapshot world() {
    return new LiveSnapshot(World.snapshot());
  }

  @Test
  void tellsWhereItListens() {
    try (Served served = Served.world()) {
      assertEquals("http://127.0.0.1:" + served.service.port() + "/", served.service.address().toString());
      assertEquals(200, served.get("/").statusCode());
    }
  }

  @Test
  void namesThePortThatIsInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      HttpOptions options = HttpOptions.DEFAULT.withPort(taken.getLocalPort());
      Problem problem = assertThrows(ProblemException.class, () -> HttpService.start(world(), options)).problem();
      assertEquals("port-in-use", problem.code());
      assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
      assertTrue(problem.message().contains(Integer.toString(taken.getLocalPort())), problem.message());
      assertTrue(problem.hint().contains("--port 0"), problem.hint());
    }
  }

  @Test
  void namesAnAddressThatIsNotOfThisMachine() {
    for (String host : List.of("192.0.2.1", "no-such-host.invalid")) {
      HttpOptions options = HttpOptions.DEFAULT.withPort(0).withHost(host);
      Problem problem = assertThrows(ProblemException.class, () -> HttpService.start(world(), options)).problem();
      assertEquals("cannot-bind", problem.code());
      assertTrue(problem.message().contains(host), problem.message());
    }
  }

  @Test
  void listensOnTheLoopbackAddressOnly() throws IOException {
    try (Served served = Served.world()) {
      InetAddress other = InetAddress.getByName("127.0.0.2");
      assertThrows(IOException.class, () -> new Socket(other, served.service.port()).close());
    }
  }

  @Test
  void saysHowItIs() {
    try (Served served = Served.world()) {
      var health = json(served.get("/health"));
      assertEquals("ok", health.get("status").getAsString());
      assertEquals(served.live.current().version(), health.get("version").getAsString());
      assertEquals(served.live.current().dataset().triples(), health.get("triples").getAsLong());
      assertEquals("no-store", header(served.get("/health"), "Cache-Control"));
    }
  }

  /** The server has begun with the request when it asks for the body; it is stopped while the query runs, and still answers. */
  @Test
  void finishesWhatIsUnderWayBeforeItStops() throws Exception {
    Served served = Served.world();
    try (Socket socket = new Socket("127.0.0.1", served.service.port())) {
      socket.setSoTimeout(30_000);
      String query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
      send(socket, "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nAccept: text/csv\r\nExpect: 100-continue\r\nContent-Length: "
          + query.length() + "\r\n\r\n");
      BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertEquals("HTTP/1.1 100 Continue", answer.readLine());
      send(socket, query);
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(served.service::stop);
      String rest = answer.lines().reduce("", (text, line) -> text + line + "\n");
      assertTrue(rest.contains("HTTP/1.1 200 OK") && rest.contains("\nn\n5359375\n"), rest);
      assertTimeout(Duration.ofSeconds(10), stopped::join);
      assertThrows(IOException.class, () -> new Socket("127.0.0.1", served.service.port()).close());
    }
  }

  @Test
  void stopsInTimeWhenAQueryGoesOn() throws Exception {
    Served served = Served.world(options -> options.withStopTime(Duration.ofSeconds(1)));
    try (Socket socket = new Socket("127.0.0.1", served.service.port())) {
      socket.setSoTimeout(20_000);
      send(socket, "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nExpect: 100-continue\r\nContent-Length: "
          + Served.HEAVY.length() + "\r\n\r\n");
      assertEquals("HTTP/1.1 100 Continue", new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine());
      send(socket, Served.HEAVY);
      assertTimeout(Duration.ofSeconds(10), served.service::stop);
    }
  }

  @Test
  void mayBeStoppedTwice() {
    Served served = Served.world();
    served.service.stop();
    served.service.stop();
  }

  @Test
  void answersManyAtOnceEachTheSame() {
    ExecutorService clients = Executors.newFixedThreadPool(16);
    try (Served served = Served.world()) {
      List<String> paths = List.of("/queries/honey.csv", "/queries/hives?lang=ko", "/sparql?query=" + encode("SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o"), "/", "/doc/id/oak.nt");
      Map<String, String> alone = new ConcurrentHashMap<>();
      paths.forEach(path -> alone.put(path, served.get(path).body()));
      List<CompletableFuture<Void>> all = IntStream.range(0, 200).mapToObj(number -> CompletableFuture.runAsync(() -> {
        String path = paths.get(number % paths.size());
        assertEquals(alone.get(path), served.get(path).body());
      }, clients)).toList();
      all.forEach(CompletableFuture::join);
    } finally {
      clients.shutdownNow();
    }
  }

  /** While snapshots change, every answer is of one of them: its version and its rows fit. */
  @Test
  void neverMixesTwoSnapshots(@TempDir Path folder) throws IOException {
    Snapshot before = World.snapshot();
    Snapshot after = SnapshotLoader.load(grown(folder));
    ExecutorService clients = Executors.newFixedThreadPool(4);
    try (Served served = Served.world()) {
      Map<String, String> rows = Map.of(before.version(), "n\r\n3\r\n", after.version(), "n\r\n4\r\n");
      List<CompletableFuture<Void>> all = IntStream.range(0, 120).mapToObj(number -> CompletableFuture.runAsync(() -> {
        served.live.replace(number % 2 == 0 ? after : before);
        var response = served.get("/sparql?format=csv&query=" + encode("SELECT (COUNT(*) AS ?n) { ?hive bee:honey ?honey }"));
        assertEquals(rows.get(header(response, "Dataset-Version")), response.body());
      }, clients)).toList();
      all.forEach(CompletableFuture::join);
    } finally {
      clients.shutdownNow();
    }
  }

  private static Home grown(Path folder) throws IOException {
    Home home = World.copyTo(folder);
    World.edit(home, "data/sources/letter.trig", "bee:honey 4.0", "bee:honey 4.0, 4.5");
    return home;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }
}
