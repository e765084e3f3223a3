package goldenbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import goldenbridge.graph.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve --watch} in a process of its own, as a curator sees it. */
@Timeout(120)
class WatchOptionTest {
  @TempDir
  private Path folder;
  private Process server;

  @AfterEach
  void stop() {
    server.destroyForcibly();
  }

  private static BufferedReader reader(java.io.InputStream stream) {
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  /** The first line that fits; what stands before it is passed over. */
  private static String line(BufferedReader words, String pattern) throws IOException {
    String line = words.readLine();
    while (line != null && !Pattern.compile(pattern).matcher(line).find()) {
      line = words.readLine();
    }
    assertNotNull(line, "never said: " + pattern);
    return line;
  }

  private static String get(String address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  @Test
  void servesWhatConformsAndTellsWhatDoesNot() throws Exception {
    Home home = World.copyTo(folder.resolve("world"));
    server = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
        System.getProperty("java.class.path"), "goldenbridge.Main", "serve", "--watch", "--port", "0", "--home", home.root().toString())).start();
    BufferedReader words = reader(server.getErrorStream());
    Matcher address = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/").matcher(line(reader(server.getInputStream()), "http://"));
    assertTrue(address.find());
    line(words, "175 triples checked and served; edits are served when they conform; CTRL-C stops");
    String before = get(address.group() + "queries/honey.csv");

    World.edit(home, "data/sources/gazette.trig", "bee:honey 12.0", "bee:honey 12");
    line(words, "^data/sources/gazette\\.trig:24:\\d+: violation Hive-honey: ");
    line(words, "the edit is not served");
    assertEquals(before, get(address.group() + "queries/honey.csv"));
    assertTrue(get(address.group() + "health").contains("\"data/sources/gazette.trig:24:"));

    World.edit(home, "data/sources/gazette.trig", "bee:honey 12", "bee:honey 12.5");
    line(words, "edit read: 175 triples checked and served");
    assertEquals(before.replace(",12.0,", ",12.5,"), get(address.group() + "queries/honey.csv"));

    server.destroy();
    assertTrue(server.waitFor(20, TimeUnit.SECONDS), "does not stop");
    assertEquals(143, server.exitValue());
  }
}
