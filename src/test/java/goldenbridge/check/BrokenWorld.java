package goldenbridge.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.graph.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the invented world in which a test breaks one thing. */
final class BrokenWorld {
  private static final Path ORIGINAL = Path.of("src/test/resources/world");

  private final Path root;

  private BrokenWorld(Path root) {
    this.root = root;
  }

  static BrokenWorld in(Path folder) {
    Path root = folder.resolve("world");
    try (Stream<Path> all = Files.walk(ORIGINAL)) {
      for (Path from : all.toList()) {
        Files.copy(from, root.resolve(ORIGINAL.relativize(from).toString()));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return new BrokenWorld(root);
  }

  Home home() {
    return new Home(root);
  }

  Path path(String file) {
    return root.resolve(file);
  }

  String read(String file) {
    try {
      return Files.readString(path(file));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  BrokenWorld write(String file, String text) {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  BrokenWorld write(String file, byte[] bytes) {
    try {
      Files.createDirectories(path(file).getParent());
      Files.write(path(file), bytes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return this;
  }

  /** Replaces a text that must be there. */
  BrokenWorld replace(String file, String old, String fresh) {
    String text = read(file);
    assertTrue(text.contains(old), () -> file + " holds no " + old);
    return write(file, text.replace(old, fresh));
  }

  BrokenWorld append(String file, String text) {
    return write(file, read(file) + text);
  }

  BrokenWorld delete(String file) {
    try {
      Files.delete(path(file));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return this;
  }

  /** Adds {@code queries/try.rq} with a full header of five lines, so that the body begins in line 6. */
  BrokenWorld query(String body) {
    return write("queries/try.rq", """
        #+ summary: A question
        #+ description: What it asks.
        #+ tags: [tests]
        #+ translations: {ko: {summary: 질문, description: 설명}, ru: {summary: Вопрос, description: О чём}}
        PREFIX bee: <https://example.org/bees/ontology#>
        """ + body);
  }

  /** The findings of a whole check, as text; golden answers that a test does not bring along are no matter. */
  List<String> found() {
    return Checker.all(home()).findings().stream().filter(finding -> !finding.rule().equals("golden-missing"))
        .map(Finding::toString).toList();
  }

  /** The findings of one rule, as text. */
  List<String> found(String rule) {
    return Checker.all(home()).findings().stream().filter(finding -> finding.rule().equals(rule)).map(Finding::toString)
        .toList();
  }
}
