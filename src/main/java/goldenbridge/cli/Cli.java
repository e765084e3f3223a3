package goldenbridge.cli;

import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.sys.JenaSystem;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root command, and the one door where trouble becomes a line on stderr and an exit code. */
@Command(
    name = "golden-bridge",
    description = "Serves and queries a curated graph in which every statement names the passage that makes it.",
    mixinStandardHelpOptions = true,
    addMethodSubcommands = false,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
        "0:done", "1:findings at or above --fail-on", "2:usage: unknown flag, parameter or name",
        "3:input that cannot be read or parsed", "4:timeout or limit", "5:cannot bind or connect", "70:a bug"
    })
public final class Cli {
  private static final String COMPLETION = "generate-completion";
  private static final List<String> COMMANDS = List.of("serve", "query", "queries", "sparql", "describe", "validate", "export", "new-source",
      "info", COMPLETION);

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
    List<String> commands = named(args);
    datesInTheLog(commands);
    CompletableFuture<Void> jena = commands.size() == 1 ? ahead() : CompletableFuture.completedFuture(null);
    int code = line(streams, commands).setExecutionStrategy(read -> {
      jena.join();
      return new RunLast().execute(read);
    }).execute(args);
    streams.out().flush();
    return code;
  }

  /**
   * Jena is made ready while picocli reads the words; what the command does begins when both are done. And every query carries the
   * present time: to tell it, a JVM loads its calendars first.
   */
  private static CompletableFuture<Void> ahead() {
    CompletableFuture<Void> jena = CompletableFuture.runAsync(JenaSystem::init);
    jena.thenRunAsync(NodeFactoryExtra::nowAsDateTime);
    return jena;
  }

  /** The log of a server tells the time; a command that is over in a moment need not load a calendar for that. */
  private static void datesInTheLog(List<String> commands) {
    if (commands.contains("serve")) {
      System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
      System.setProperty("org.slf4j.simpleLogger.dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    }
  }

  /** All commands, ready to run. */
  static CommandLine line(Streams streams) {
    return line(streams, COMMANDS);
  }

  /** Only what is named is made ready, because that takes a while; all when none is, for help and near names. */
  private static List<String> named(String... args) {
    return Stream.of(args).filter(word -> !word.startsWith("-")).findFirst()
        .filter(COMMANDS::contains).filter(word -> !word.equals(COMPLETION)).map(List::of).orElse(COMMANDS);
  }

  private static CommandLine line(Streams streams, List<String> commands) {
    Cli cli = new Cli(streams);
    CommandLine line = new CommandLine(cli);
    commands.forEach(name -> line.addSubcommand(name, command(name)));
    if (commands.contains(COMPLETION)) {
      line.getSubcommands().get(COMPLETION).getCommandSpec().usageMessage().hidden(true);
    }
    return line
        .setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((trouble, command, parsed) -> cli.failed(trouble))
        .setParameterExceptionHandler((wrong, given) -> cli.misused(wrong));
  }

  private static Object command(String name) {
    return switch (name) {
      case "serve" -> new ServeCommand();
      case "query" -> new QueryCommand();
      case "queries" -> new QueriesCommand();
      case "sparql" -> new SparqlCommand();
      case "describe" -> new DescribeCommand();
      case "validate" -> new ValidateCommand();
      case "export" -> new ExportCommand();
      case "new-source" -> new NewSourceCommand();
      case "info" -> new InfoCommand();
      default -> new AutoComplete.GenerateCompletion();
    };
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
