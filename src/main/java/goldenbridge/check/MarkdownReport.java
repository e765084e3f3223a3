package goldenbridge.check;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report as tables, the gravest findings first, for a comment or a page. */
final class MarkdownReport {
  private MarkdownReport() {}

  static String text(Report report) {
    return "**" + ReportWriter.counts(report) + "**\n" + Stream.of(Severity.VIOLATION, Severity.WARNING, Severity.INFO)
        .map(severity -> section(report, severity)).collect(Collectors.joining());
  }

  private static String section(Report report, Severity severity) {
    List<Finding> findings = report.findings().stream().filter(finding -> finding.severity() == severity).toList();
    return findings.isEmpty() ? "" : "\n### " + severity.label() + " (" + findings.size()
        + ")\n\n| place | rule | finding | hint |\n|---|---|---|---|\n"
        + findings.stream().map(MarkdownReport::row).collect(Collectors.joining());
  }

  private static String row(Finding finding) {
    String place = finding.place().isKnown() ? "`" + finding.place() + "`" : "";
    return "| " + cell(place) + " | [`" + finding.rule() + "`](" + RulePage.link(finding.rule()) + ") | " + cell(escaped(finding.message())) + " | "
        + cell(escaped(finding.hint())) + " |\n";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  /** A message is text: names in angle brackets and stars are no markup. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replaceAll("[*_`<>\\[\\]#]", "\\\\$0");
  }
}
