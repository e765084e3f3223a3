package goldenbridge.cli;

import goldenbridge.check.CheckedBefore;
import goldenbridge.check.Checker;
import goldenbridge.check.HomeStamp;
import goldenbridge.check.KeptVerdicts;
import goldenbridge.check.Report;
import goldenbridge.check.ReportWriter;
import goldenbridge.check.RulePage;
import goldenbridge.check.Severity;
import goldenbridge.check.Verdict;
import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import goldenbridge.graph.Home;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code validate [FILE…]}: checks syntax, shapes, rules and queries; findings decide the exit code. */
final class ValidateCommand extends Command {
  static final String FRESH = "--fresh";

  private final HomeOption home = new HomeOption(spec);

  private final Given<String> format = Given.option(spec, String.class, OptionSpec.builder("-f", "--format").paramLabel("FORMAT").defaultValue("text")
      .description("text, json, sarif, github, junit or markdown (default: ${DEFAULT-VALUE})."));

  private final Given<Path> file = Given.path(spec, OptionSpec.builder("-o", "--output").paramLabel("FILE")
      .description("Write to a file instead of stdout; it appears whole or not at all."));

  private final Given<String> failOn = Given.option(spec, String.class, OptionSpec.builder("--fail-on").paramLabel("SEVERITY").defaultValue("violation")
      .description("End with 1 from this severity on: info, warning or violation (default: ${DEFAULT-VALUE})."));

  private final Given<Boolean> examples = Given.flag(spec, OptionSpec.builder("--examples")
      .description("Also check every example of every shape and rule."));

  private final Given<Boolean> rules = Given.flag(spec, OptionSpec.builder("--rules")
      .description("Instead of checking, write what each rule means, in Markdown."));

  private final Given<List<Path>> files = Given.words(spec, Path.class, PositionalParamSpec.builder().index("0..*").converters(Path::of)
      .paramLabel("FILE").description("Tell only the findings of these files; all are read, so that they can be judged."));

  private final Given<Boolean> fresh = Given.flag(spec, OptionSpec.builder(FRESH)
      .description("Check again what was checked before, byte for byte."));

  ValidateCommand(Cli cli) {
    super(cli, "validate", "Check the files of the graph: syntax, shapes, rules, queries and golden answers.");
  }

  @Override
  public Integer call() {
    ReportWriter.Form form = ReportWriter.Form.named(format.known());
    Severity gravity = Severity.named(failOn.known());
    if (Given.isSet(rules)) {
      cli.awaitJena();
      String page = RulePage.text(Checker.rules(home.home()));
      WholeFile.write(cli.streams(), file.value().orElse(null), out -> new PrintStream(out, true, StandardCharsets.UTF_8).print(page));
      return ExitCode.DONE.number();
    }
    Verdict verdict = verdict(home.home(), form);
    WholeFile.write(cli.streams(), file.value().orElse(null), out -> WholeFile.print(out, verdict.text()));
    return (verdict.failed(gravity) ? ExitCode.FINDINGS : ExitCode.DONE).number();
  }

  /** The verdict on the whole home, said again when it was found before. */
  private Verdict verdict(Home folder, ReportWriter.Form form) {
    HomeStamp read = HomeStamp.of(folder);
    Optional<Path> kept = HomeOption.kept().filter(any -> files.value().isEmpty());
    Optional<KeptVerdicts.Question> question = kept.flatMap(any -> CheckedBefore.hash(folder)).map(content ->
        new KeptVerdicts.Question(folder, content, read, form, Given.isSet(examples) ? KeptVerdicts.Scope.ALL_AND_EXAMPLES : KeptVerdicts.Scope.ALL));
    Optional<Verdict> before = question.filter(any -> !Given.isSet(fresh)).flatMap(asked -> new KeptVerdicts(kept.orElseThrow()).find(asked));
    if (before.isPresent()) {
      cli.say("golden-bridge: the same content was checked before; --fresh checks it again");
      return before.get();
    }
    cli.awaitJena();
    CompletableFuture<Boolean> steady = CompletableFuture.supplyAsync(() -> question.isPresent() && !CheckedBefore.mayChange(folder));
    Report report = report(folder);
    Verdict verdict = Verdict.of(report, form);
    question.filter(any -> Verdict.lasts(report) && steady.join() && HomeStamp.of(folder).equals(read))
        .ifPresent(asked -> new KeptVerdicts(kept.orElseThrow()).keep(asked, verdict));
    return verdict;
  }

  private Report report(Home folder) {
    List<Path> told = files.value().orElse(List.of());
    told.forEach(ValidateCommand::mustExist);
    Report report = told.isEmpty() ? Checker.all(folder) : Checker.ofFiles(folder, told);
    return Given.isSet(examples) ? report.with(Checker.examples(folder)) : report;
  }

  private static void mustExist(Path file) {
    if (!Files.exists(file)) {
      throw Problem.badData("unreadable", "there is no such file", Place.of(file.toString()), "check its name").raise();
    }
  }
}
