package goldenbridge.cli;

import goldenbridge.fault.Problem;
import goldenbridge.query.Limits;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How long a query may run and how much it may answer. */
final class LimitOption {
  private final Given<Double> timeout;
  private final Given<Integer> maxRows;

  LimitOption(CommandSpec command) {
    timeout = Given.option(command, Double.class, OptionSpec.builder("--timeout").paramLabel("SECONDS").defaultValue("30")
        .description("Stop a query after this time (default: ${DEFAULT-VALUE})."));
    maxRows = Given.option(command, Integer.class, OptionSpec.builder("--max-rows").paramLabel("N").defaultValue("100000")
        .description("Keep at most this many rows or triples of an answer (default: ${DEFAULT-VALUE})."));
  }

  Limits limits() {
    double seconds = timeout.known();
    int rows = maxRows.known();
    if (!(seconds > 0) || seconds > 86_400) {
      throw Problem.badInput("usage", "--timeout " + seconds + " is no time to wait", "give seconds above 0, at most 86400").raise();
    }
    if (rows < 1) {
      throw Problem.badInput("usage", "--max-rows " + rows + " leaves no row", "give 1 or more").raise();
    }
    return new Limits(Duration.ofNanos((long) (seconds * 1e9)), rows);
  }
}
