package goldenbridge.cli;

import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Output that appears whole or not at all. */
final class WholeFile {
  private WholeFile() {}

  /**
   * Hands a stream to the writer: stdout when no file is named, else a file beside its place that is moved there when whole. What
   * is no file but a device, a pipe or a terminal is written to, not replaced; behind a link it is the file that is replaced.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code unwritable}
   */
  static void write(Streams streams, Path file, Consumer<OutputStream> writer) {
    if (file == null) {
      writer.accept(streams.out());
      return;
    }
    try {
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        fill(target, writer, StandardOpenOption.WRITE);
      } else {
        replace(target, writer);
      }
    } catch (IOException | UncheckedIOException full) {
      throw Problem.badData("unwritable", "cannot write the file (" + full + ")", Place.of(file.toString()),
          "check that the folder exists, its permissions and the free space").raise();
    }
  }

  /** A plain file, so that it is readable for those for whom the user's new files are; a temporary one would be for nobody else. */
  private static void replace(Path target, Consumer<OutputStream> writer) throws IOException {
    Path part = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      fill(part, writer, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW); // never through a link that another user laid there
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void fill(Path file, Consumer<OutputStream> writer, OpenOption... how) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, how))) {
      writer.accept(out);
    }
  }

  /** Writes the text as UTF-8. */
  static void print(OutputStream out, String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
