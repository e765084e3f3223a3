package goldenbridge.cli;

import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** Output that appears whole or not at all. */
final class WholeFile {
  private WholeFile() {}

  /**
   * Hands a stream to the writer: stdout when no file is named, else a file beside its place that is moved there when whole.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code unwritable}
   */
  static void write(Streams streams, Path file, Consumer<OutputStream> writer) {
    if (file == null) {
      writer.accept(streams.out());
      return;
    }
    Path target = file.toAbsolutePath();
    try {
      Path part = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".part");
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
          writer.accept(out);
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException | UncheckedIOException full) {
      throw Problem.badData("unwritable", "cannot write the file (" + full + ")", Place.of(file.toString()),
          "check that the folder exists, its permissions and the free space").raise();
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
