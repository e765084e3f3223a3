package goldenbridge.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntSupplier;

/** One engine under measure. */
interface Peer extends AutoCloseable {
  String name();

  /** Makes a question ready; running it gives the number of rows, each read whole. */
  IntSupplier prepare(Question question);

  @Override
  default void close() {}

  /** Loads the files of a home into an engine of its own. */
  interface Maker {
    Peer load(Path home) throws IOException;
  }

  static List<Path> files(Path home) throws IOException {
    try (var walk = java.nio.file.Files.walk(home.resolve("data"))) {
      return walk.filter(file -> file.toString().endsWith(".trig")).sorted().toList();
    }
  }
}
