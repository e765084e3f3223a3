package goldenbridge.check;

import goldenbridge.fault.Nearest;
import goldenbridge.fault.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Writes a report in one of several forms, in UTF-8; equal reports give equal bytes. */
public final class ReportWriter {
  private ReportWriter() {}

  /** For whom a report is written. */
  public enum Form {
    /** For a person: each finding with its source line, a caret and a hint; counts at the end. */
    TEXT(report -> new TextReport(report).text()),
    /** For programs. */
    JSON(JsonReport::text),
    /** For code scanners: <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>. */
    SARIF(SarifReport::text),
    /** Annotations of GitHub's workflow commands. */
    GITHUB(GithubReport::text),
    /** For test runners: a test case a rule. */
    JUNIT(JunitReport::text),
    /** Tables for a comment or a page. */
    MARKDOWN(MarkdownReport::text);

    private final Function<Report, String> text;

    Form(Function<Report, String> text) {
      this.text = text;
    }

    /** The name of the form in options. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The form of that name.
     *
     * @throws goldenbridge.fault.ProblemException with code {@code unknown-format}
     */
    public static Form named(String name) {
      return Arrays.stream(values()).filter(form -> form.label().equalsIgnoreCase(name)).findFirst()
          .orElseThrow(() -> Problem.badInput("unknown-format", "report format \"" + name + "\" is unknown",
              Nearest.hint(name, labels(), "choose one of " + String.join(", ", labels()))).raise());
    }

    public static List<String> labels() {
      return Arrays.stream(values()).map(Form::label).toList();
    }
  }

  /** The report as text, with a line end after its last line. */
  public static String text(Report report, Form form) {
    return form.text.apply(report);
  }

  /** Writes and flushes; the stream stays open. */
  public static void write(Report report, Form form, OutputStream out) {
    try {
      out.write(text(report, form).getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** {@code 2 violations, 1 warning, 0 infos}. */
  static String counts(Report report) {
    return counted(report.count(Severity.VIOLATION), "violation") + ", "
        + counted(report.count(Severity.WARNING), "warning")
        + ", " + counted(report.count(Severity.INFO), "info");
  }

  private static String counted(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
