package goldenbridge.cli;

import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root command, and the one door where trouble becomes a line on stderr and an exit code. */
@Command(
    name = "golden-bridge",
    description = "Serves and queries a curated graph in which every statement names the passage that makes it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
        ServeCommand.class, QueryCommand.class, QueriesCommand.class, SparqlCommand.class, DescribeCommand.class, ValidateCommand.class,
        ExportCommand.class, NewSourceCommand.class, InfoCommand.class,
        AutoComplete.GenerateCompletion.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
        "0:done", "1:findings at or above --fail-on", "2:usage: unknown flag, parameter or name",
        "3:input that cannot be read or parsed", "4:timeout or limit", "5:cannot bind or connect", "70:a bug"
    })
public final class Cli {
  private final Streams streams;

  @Option(names = {"-q", "--quiet"}, scope = ScopeType.INHERIT, description = "Only results and errors.")
  private boolean quiet;

  @Option(names = {"-v", "--verbose"}, scope = ScopeType.INHERIT, description = "Say more; -vv shows the trace of a bug.")
  private boolean[] verbose = {};

  private Cli(Streams streams) {
    this.streams = streams;
  }

  /** Runs one command line and returns its exit code. */
  public static int run(Streams streams, String... args) {
    int code = line(streams).execute(args);
    streams.out().flush();
    return code;
  }

  /** All commands, ready to run. */
  static CommandLine line(Streams streams) {
    Cli cli = new Cli(streams);
    CommandLine line = new CommandLine(cli)
        .setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((trouble, command, parsed) -> cli.failed(trouble))
        .setParameterExceptionHandler((wrong, given) -> cli.misused(wrong));
    line.getSubcommands().get("generate-completion").getCommandSpec().usageMessage().hidden(true);
    return line;
  }

  Streams streams() {
    return streams;
  }

  /** Words for a person, unless they want quiet. */
  void say(String words) {
    if (!quiet) {
      streams.err().println(words);
    }
  }

  private int failed(Exception trouble) {
    if (trouble instanceof ProblemException known) {
      known.problems().forEach(this::complain);
      return ExitCode.of(known.problem()).number();
    }
    streams.err().println("golden-bridge: internal error: " + trouble + "; this is a bug"
        + (verbose.length > 1 ? "" : ", run again with -vv for its trace"));
    if (verbose.length > 1) {
      trouble.printStackTrace(streams.err());
    }
    return ExitCode.BUG.number();
  }

  private int misused(ParameterException wrong) {
    List<String> near = wrong instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    complain(Problem.badInput("usage", wrong.getMessage(),
        near.isEmpty() ? "see " + command + " --help" : "did you mean " + String.join(", ", near) + "?"));
    return ExitCode.USAGE.number();
  }

  /** Trouble, in one line. */
  void complain(Problem problem) {
    streams.err().println("golden-bridge: " + problem);
  }
}
