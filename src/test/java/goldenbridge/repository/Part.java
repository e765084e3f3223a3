package goldenbridge.repository;

import goldenbridge.graph.Home;
import goldenbridge.graph.Snapshot;
import goldenbridge.graph.SnapshotLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole register and the sources that {@code src/test/peers/part} names, in {@code target/part}: enough for another engine to show
 * whether it reads a query as we do. Some take many minutes for all the sources.
 */
final class Part {
  private static final Path NAMES = Path.of("src", "test", "peers", "part");
  static final Path FOLDER = made(Path.of("target", "part"));
  static final Snapshot SNAPSHOT = SnapshotLoader.load(Home.of(FOLDER));

  private Part() {}

  private static Path made(Path part) {
    try {
      clear(part);
      List<String> names = Files.readAllLines(NAMES);
      for (Path file : files(Path.of("data")).toList()) {
        boolean source = file.startsWith(Path.of("data", "sources"));
        if (!source || names.contains(file.getFileName().toString().replace(".trig", ""))) {
          copy(file, part);
        }
      }
      for (String folder : new String[] {"ontology", "queries"}) {
        for (Path file : files(Path.of(folder)).toList()) {
          copy(file, part);
        }
      }
      return part;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path file, Path part) throws IOException {
    Path target = part.resolve(file);
    Files.createDirectories(target.getParent());
    Files.copy(file, target);
  }

  private static Stream<Path> files(Path folder) throws IOException {
    return Files.walk(folder).filter(Files::isRegularFile).sorted();
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path each : Files.walk(folder).sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
