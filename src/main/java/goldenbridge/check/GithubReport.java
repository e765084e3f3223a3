package goldenbridge.check;

import goldenbridge.fault.Place;
import java.util.stream.Collectors;

/** Findings as annotations of a pull request, by GitHub's workflow commands. */
final class GithubReport {
  private GithubReport() {}

  static String text(Report report) {
    return report.findings().stream().map(GithubReport::line).collect(Collectors.joining())
        + ReportWriter.counts(report) + "\n";
  }

  private static String line(Finding finding) {
    Place place = finding.place();
    String where = (place.isKnown() ? "file=" + property(place.file()) + "," : "")
        + (place.line() > 0 ? "line=" + place.line() + "," : "") + (place.column() > 0 ? "col=" + place.column() + ","
        : "");
    String message = finding.message() + (finding.hint().isEmpty() ? "" : "\n" + finding.hint());
    return "::" + command(finding.severity()) + " " + where + "title=" + property(finding.rule()) + "::"
        + data(message) + "\n";
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case VIOLATION -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
