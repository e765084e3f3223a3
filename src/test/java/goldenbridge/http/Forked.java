package goldenbridge.http;

import goldenbridge.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code serve} with the invented world in a process of its own, on a free port. */
record Forked(Process process, URI address, Path log) implements AutoCloseable {

  /** @param option of the JVM */
  static Forked world(String option, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), option, "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), "goldenbridge.Main", "serve", "--port", "0", "--home", World.home().root().toString()));
    command.addAll(List.of(words));
    Path log = Files.createTempFile("log", ".txt");
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    String line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    return new Forked(process, URI.create(line.replaceAll(".*?(http://[^ ]*/) and.*", "$1")), log);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The log but for its lines on requests. */
  String errors() {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> !line.contains("INFO")).limit(200).collect(Collectors.joining("\n"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.delete(log);
  }
}
