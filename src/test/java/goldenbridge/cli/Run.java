package goldenbridge.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** One run of the command line with what it printed. */
public record Run(int code, String out, String err) {

  /** Runs a command on the world of bees, unless the arguments name another home. */
  public static Run of(String... args) {
    return withInput("", args);
  }

  static Run withInput(String input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Cli.run(Streams.of(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err), args);
    return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
