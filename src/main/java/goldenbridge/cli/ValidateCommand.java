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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code validate [FILE…]}: checks syntax, shapes, rules and queries; findings decide the exit code. */
@Command(name = "validate", description = "Check the files of the graph: syntax, shapes, rules, queries and golden answers.", mixinStandardHelpOptions = true, addMethodSubcommands = false)
final class ValidateCommand implements Callable<Integer> {
  @ParentCommand
  private Cli cli;

  @Mixin
  private HomeOption home;

  @Option(names = {"-f", "--format"}, paramLabel = "FORMAT", defaultValue = "text", description = "text, json, sarif, github, junit or markdown (default: ${DEFAULT-VALUE}).")
  private String format;

  @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write to a file instead of stdout; it appears whole or not at all.")
  private Path file;

  @Option(names = "--fail-on", paramLabel = "SEVERITY", defaultValue = "violation", description = "End with 1 from this severity on: info, warning or violation (default: ${DEFAULT-VALUE}).")
  private String failOn;

  @Option(names = "--examples", description = "Also check every example of every shape and rule.")
  private boolean examples;

  @Option(names = "--rules", description = "Instead of checking, write what each rule means, in Markdown.")
  private boolean rules;

  @Parameters(paramLabel = "FILE", description = "Tell only the findings of these files; all are read, so that they can be judged.")
  private List<Path> files = new ArrayList<>();

  @Override
  public Integer call() {
    ReportWriter.Form form = ReportWriter.Form.named(format);
    Severity gravity = Severity.named(failOn);
    if (rules) {
      String page = RulePage.text(Checker.rules(home.home()));
      WholeFile.write(cli.streams(), file, out -> new PrintStream(out, true, StandardCharsets.UTF_8).print(page));
      return ExitCode.DONE.number();
    }
    Report report = report(home.home());
    WholeFile.write(cli.streams(), file, out -> ReportWriter.write(report, form, out));
    return (report.failed(gravity) ? ExitCode.FINDINGS : ExitCode.DONE).number();
  }

  private Report report(Home folder) {
    files.forEach(ValidateCommand::mustExist);
    Report report = files.isEmpty() ? Checker.all(folder) : Checker.ofFiles(folder, files);
    return examples ? report.with(Checker.examples(folder)) : report;
  }

  private static void mustExist(Path file) {
    if (!Files.exists(file)) {
      throw Problem.badData("unreadable", "there is no such file", Place.of(file.toString()), "check its name").raise();
    }
  }
}
