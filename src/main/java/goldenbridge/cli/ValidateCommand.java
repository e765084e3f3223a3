package goldenbridge.cli;

import goldenbridge.check.Checker;
import goldenbridge.check.Report;
import goldenbridge.check.ReportWriter;
import goldenbridge.check.RulePage;
import goldenbridge.check.Severity;
import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import goldenbridge.graph.Home;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code validate [FILE…]}: checks syntax, shapes, rules and queries; findings decide the exit code. */
final class ValidateCommand extends Command {
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

  ValidateCommand(Cli cli) {
    super(cli, "validate", "Check the files of the graph: syntax, shapes, rules, queries and golden answers.");
  }

  @Override
  public Integer call() {
    ReportWriter.Form form = ReportWriter.Form.named(format.known());
    Severity gravity = Severity.named(failOn.known());
    if (Given.isSet(rules)) {
      String page = RulePage.text(Checker.rules(home.home()));
      WholeFile.write(cli.streams(), file.value().orElse(null), out -> new PrintStream(out, true, StandardCharsets.UTF_8).print(page));
      return ExitCode.DONE.number();
    }
    Report report = report(home.home());
    WholeFile.write(cli.streams(), file.value().orElse(null), out -> ReportWriter.write(report, form, out));
    return (report.failed(gravity) ? ExitCode.FINDINGS : ExitCode.DONE).number();
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
