package goldenbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import goldenbridge.graph.Home;
import goldenbridge.graph.SnapshotLoader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own: its exit code and what signals do are part of the promise. */
@Timeout(120)
class ServeCommandTest {
  private static final String WORLD = World.home().root().toString();
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

  private static Process start(String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
        "-cp", System.getProperty("java.class.path"), "goldenbridge.Main"));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static String address(Process server) throws IOException {
    BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    Matcher address = ADDRESS.matcher(String.valueOf(out.readLine()));
    assertTrue(address.find(), "no address printed");
    return address.group();
  }

  private static HttpResponse<String> ask(String address, String query) throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address + "sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
        .header("Accept", "text/csv").build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void printsItsAddressAnswersAndStopsAtSigterm() throws Exception {
    Process server = start("serve", "--port", "0", "--home", WORLD);
    String address = address(server);
    HttpResponse<String> answer = ask(address, "SELECT ?h WHERE { ?x <https://example.org/bees/ontology#honey> ?h } ORDER BY ?h");
    assertEquals("h\r\n4.0\r\n12.0\r\n15.5\r\n", answer.body());
    server.destroy();
    assertTrue(server.waitFor(20, TimeUnit.SECONDS), "does not stop");
    assertEquals(143, server.exitValue());
  }

  @Test
  void finishesARequestThatIsUnderWayBeforeItStops() throws Exception {
    Process server = start("serve", "--port", "0", "--home", WORLD, "--timeout", "4");
    String address = address(server);
    CompletableFuture<Integer> slow = CompletableFuture.supplyAsync(() -> {
      try {
        return ask(address, "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }").statusCode();
      } catch (IOException | InterruptedException gone) {
        throw new IllegalStateException(gone);
      }
    });
    // The slow one was sent first; once another is answered on the same port, it is with the server.
    assertEquals(200, ask(address, "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1").statusCode());
    server.destroy();
    assertEquals(503, slow.get(30, TimeUnit.SECONDS));
    assertTrue(server.waitFor(20, TimeUnit.SECONDS), "does not stop");
  }

  @Test
  void stopsAtSigtermWhileLoading() throws Exception {
    Process server = start("serve", "--port", "0", "--home", WORLD);
    server.destroy();
    assertTrue(server.waitFor(20, TimeUnit.SECONDS), "does not stop");
    assertEquals(143, server.exitValue());
  }

  @Test
  void endsWithFiveWhenThePortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Run run = Run.of("serve", "--home", WORLD, "--port", String.valueOf(taken.getLocalPort()));
      assertEquals(5, run.code());
      assertTrue(run.err().contains("port " + taken.getLocalPort() + " on 127.0.0.1 is in use"), run.err());
      assertTrue(run.err().contains("--port 0"), run.err());
    }
  }

  @Test
  void servesNothingThatDoesNotConform(@TempDir Path folder) throws Exception {
    Home home = World.copyTo(folder);
    World.edit(home, "data/sources/gazette.trig", "bee:honey 12.0", "bee:honey 12");
    Run run = Run.of("serve", "--home", folder.toString(), "--port", "0");
    assertEquals(1, run.code());
    assertTrue(run.err().contains("data/sources/gazette.trig:24:"), run.err());
    assertTrue(run.err().contains("the graph is not served"), run.err());
    assertFalse(run.out().contains("http://"), run.out());
  }

  @Test
  void rejectsPortsThatAreNone() {
    assertEquals(2, Run.of("serve", "--home", WORLD, "--port", "70000").code());
    assertEquals(2, Run.of("serve", "--home", WORLD, "--port", "many").code());
  }

  @Test
  void checksAContentOnceAndSaysSo(@TempDir Path temp) throws Exception {
    Home home = World.copyTo(temp.resolve("home"));
    Path kept = Files.createDirectories(temp.resolve("kept"));
    assertTrue(words(home, kept).contains("checked and served"));
    assertTrue(words(home, kept).contains("served; the same content was checked before"));
    Path letter = home.root().resolve("data/sources/letter.trig");
    FileTime time = Files.getLastModifiedTime(letter);
    World.edit(home, "data/sources/letter.trig", "bee:honey 4.0 ;", "bee:honey 4.5 ;");
    Files.setLastModifiedTime(letter, time);
    assertTrue(words(home, kept).contains("checked and served"), "another content");
    World.edit(home, "data/sources/letter.trig", "bee:honey 4.5 ;", "bee:honey 4.0 ;");
    assertTrue(words(home, kept).contains("checked before"), "the content of the beginning");
    Files.writeString(home.ontology().resolve("rules/new.rq"), "broken");
    Process refused = start(kept, "serve", "--port", "0", "--home", home.root().toString());
    assertEquals(1, refused.waitFor());
  }

  @Test
  void tellsTheVersionOfTheContentAlsoWhenItWasCheckedBefore(@TempDir Path temp) throws Exception {
    Home home = World.copyTo(temp.resolve("home"));
    Path kept = Files.createDirectories(temp.resolve("kept"));
    String version = SnapshotLoader.load(home).version();
    for (String how : List.of("checked and served", "checked before")) {
      Process server = start(kept, "serve", "--port", "0", "--home", home.root().toString());
      try (BufferedReader said = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
        String address = said.readLine().replaceFirst(".*(http://[^ ]+/) and .*", "$1");
        assertTrue(said.readLine().contains(how));
        HttpResponse<String> health = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address + "health")).build(), BodyHandlers.ofString());
        assertTrue(health.body().contains(version), health.body());
      } finally {
        server.destroy();
        server.waitFor();
      }
    }
  }

  @Test
  void cannotBeStoppedByWhatOnlyTestsRead(@TempDir Path temp) throws Exception {
    Home home = World.copyTo(temp.resolve("home"));
    Path kept = Files.createDirectories(temp.resolve("kept"));
    assertTrue(words(home, kept).contains("checked and served"));
    Path golden = home.queries().resolve("test/hives.csv");
    assertTrue(Files.exists(golden));
    Files.write(golden, new byte[] {(byte) 0xFF});
    assertTrue(words(home, kept).contains("checked before"));
    World.edit(home, "data/sources/letter.trig", "bee:honey 4.0 ;", "bee:honey 4.5 ;");
    assertTrue(words(home, kept).contains("checked and served"));
  }

  /** What a server says when it is ready. */
  private static String words(Home home, Path kept) throws Exception {
    Process server = start(kept, "serve", "--port", "0", "--home", home.root().toString());
    BufferedReader said = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    String line = said.readLine();
    while (line != null && !line.contains(" triples ")) {
      line = said.readLine();
    }
    server.destroy();
    server.waitFor();
    return String.valueOf(line);
  }

  private static Process start(Path kept, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
        "-D" + HomeOption.KEPT + "=" + kept, "-cp", System.getProperty("java.class.path"), "goldenbridge.Main"));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
