package goldenbridge.cli;

import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.jena.sys.JenaSystem;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root command, and the one door where trouble becomes a line on stderr and an exit code. */
public final class Cli {
  private static final String COMPLETION = CompletionCommand.NAME;
  private static final List<String> COMMANDS = List.of("serve", "query", "queries", "sparql", "describe", "validate", "export", "new-source",
      "info", COMPLETION, RehearseCommand.NAME);

  /** Those that have something to do before they need Jena, and wait for it themselves. */
  private static final List<String> BEGINNING = List.of("query", "sparql", "serve", "validate");
  /** It may know its verdict and not need Jena at all. */
  private static final List<String> KNOWING = List.of("validate");
  private static final List<String> VERSION = List.of("-V", "--version");

  static {
    // All types that our words have are read by picocli's own code or by ours; it would load the rest, databases too, by reflection.
    System.setProperty("picocli.converters.excludes", "java[.].*");
    // There is one, so it need not be looked for; and nobody need be told.
    System.setProperty("slf4j.provider", "org.slf4j.simple.SimpleServiceProvider");
    System.setProperty("slf4j.internal.verbosity", "WARN");
  }

  private final Streams streams;
  private final CompletableFuture<Void> jena;

  private final CommandSpec root = CommandSpec.create();
  private final Given<Boolean> quiet = Given.flag(root, OptionSpec.builder("-q", "--quiet").scopeType(ScopeType.INHERIT)
      .description("Only results and errors."));
  private final Given<boolean[]> verbose = Given.repeated(root, OptionSpec.builder("-v", "--verbose").scopeType(ScopeType.INHERIT)
      .description("Say more; -vv shows the trace of a bug."));

  private Cli(Streams streams, CompletableFuture<Void> jena) {
    this.streams = streams;
    this.jena = jena;
    root.name("golden-bridge");
    root.usageMessage().description("Serves and queries a curated graph in which every statement names the passage that makes it.")
        .exitCodeListHeading("%nExit codes:%n").exitCodeList(ExitCode.meanings());
    Given.standard(root);
  }

  /** Runs one command line and returns its exit code. */
  public static int run(Streams streams, String... args) {
    List<String> commands = named(args);
    datesInTheLog(commands);
    boolean mayKnow = commands.equals(KNOWING) && !List.of(args).contains(ValidateCommand.FRESH);
    CompletableFuture<Void> jena = commands.size() == 1 && !mayKnow ? CompletableFuture.runAsync(Cli::beReady)
        : CompletableFuture.completedFuture(null);
    Cli cli = new Cli(streams, jena);
    int code = cli.line(commands).setExecutionStrategy(read -> {
      if (!BEGINNING.containsAll(commands)) {
        cli.awaitJena();
      }
      return new RunLast().execute(read);
    }).execute(args);
    streams.out().flush();
    return code;
  }

  private static void beReady() {
    JenaSystem.init();
    makeDecimals();
  }

  /** Java computes large powers when decimal numbers are first used, as in every query: done by whoever has nothing to do before. */
  static void makeDecimals() {
    BigDecimal.ONE.signum();
  }

  /** Jena is made ready while picocli reads the words. To be called before Jena is used: it takes itself for ready while another thread still makes it so. */
  void awaitJena() {
    jena.join();
    JenaSystem.init();
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
    return new Cli(streams, CompletableFuture.completedFuture(null)).line(COMMANDS);
  }

  /** Only what is named is made ready, because that takes a while; all when none is, for help and near names; none for the version. */
  private static List<String> named(String... args) {
    if (args.length == 1 && VERSION.contains(args[0])) {
      return List.of();
    }
    return Stream.of(args).filter(word -> !word.startsWith("-")).findFirst()
        .filter(COMMANDS::contains).filter(word -> !word.equals(COMPLETION)).map(List::of).orElse(COMMANDS);
  }

  private CommandLine line(List<String> commands) {
    commands.forEach(name -> root.addSubcommand(name, command(name)));
    return new CommandLine(root)
        .setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((trouble, command, parsed) -> failed(trouble))
        .setParameterExceptionHandler((wrong, given) -> misused(wrong));
  }

  private CommandSpec command(String name) {
    return switch (name) {
      case "serve" -> new ServeCommand(this).spec;
      case "query" -> new QueryCommand(this).spec;
      case "queries" -> new QueriesCommand(this).spec;
      case "sparql" -> new SparqlCommand(this).spec;
      case "describe" -> new DescribeCommand(this).spec;
      case "validate" -> new ValidateCommand(this).spec;
      case "export" -> new ExportCommand(this).spec;
      case "new-source" -> new NewSourceCommand(this).spec;
      case "info" -> new InfoCommand(this).spec;
      case RehearseCommand.NAME -> new RehearseCommand(this).spec;
      default -> new CompletionCommand(this).spec;
    };
  }

  Streams streams() {
    return streams;
  }

  /** Words for a person, unless they want quiet. */
  void say(String words) {
    if (!Given.isSet(quiet)) {
      streams.err().println(words);
    }
  }

  private int failed(Exception trouble) {
    if (trouble instanceof ProblemException known) {
      known.problems().forEach(this::complain);
      return ExitCode.of(known.problem()).number();
    }
    streams.err().println("golden-bridge: internal error: " + trouble + "; this is a bug"
        + (traced() ? "" : ", run again with -vv for its trace"));
    if (traced()) {
      trouble.printStackTrace(streams.err());
    }
    return ExitCode.BUG.number();
  }

  private boolean traced() {
    return verbose.value().filter(times -> times.length > 1).isPresent();
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
