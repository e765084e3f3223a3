package goldenbridge;

import goldenbridge.graph.Home;
import goldenbridge.graph.Snapshot;
import goldenbridge.graph.SnapshotLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The invented world of bees on which the program is tested: it proves that no domain is built in. */
public final class World {
  private static final Path ORIGINAL = Path.of("src/test/resources/world");

  private World() {}

  /** The world itself; tests must not change it. */
  public static Home home() {
    return Home.of(ORIGINAL);
  }

  public static Snapshot snapshot() {
    return SnapshotLoader.load(home());
  }

  /** A copy that a test may break. */
  public static Home copyTo(Path folder) {
    try (Stream<Path> files = Files.walk(ORIGINAL)) {
      for (Path file : files.toList()) {
        Path target = folder.resolve(ORIGINAL.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return Home.of(folder);
  }

  /** Replaces a text that must occur in a file of a home. */
  public static void edit(Home home, String file, String from, String to) throws IOException {
    Path path = home.root().resolve(file);
    String text = Files.readString(path, StandardCharsets.UTF_8);
    if (!text.contains(from)) {
      throw new IllegalArgumentException(file + " does not hold: " + from);
    }
    Files.writeString(path, text.replace(from, to), StandardCharsets.UTF_8);
  }
}
