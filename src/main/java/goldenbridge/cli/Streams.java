package goldenbridge.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where a command reads and writes: results go to {@code out}, words to {@code err}; both in UTF-8. */
public record Streams(InputStream in, PrintStream out, PrintStream err) {

  public static Streams of(InputStream in, OutputStream out, OutputStream err) {
    return new Streams(in, utf8(out), utf8(err));
  }

  private static PrintStream utf8(OutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
