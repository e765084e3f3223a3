package goldenbridge.check;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * What a check said in the end: its report as text, and how grave it was.
 *
 * @param gravest the severity of the gravest finding; empty when there is none
 * @param text the report in the form that was asked for
 */
public record Verdict(Optional<Severity> gravest, String text) {
  /** Findings that tell of the machine at that moment: another run may do better. */
  private static final Set<String> OF_THE_MOMENT = Set.of("timeout", "busy", "abandoned", "internal", BuiltIn.UNREADABLE.id());

  public static Verdict of(Report report, ReportWriter.Form form) {
    Optional<Severity> gravest = report.findings().stream().map(Finding::severity).max(Severity::compareTo);
    return new Verdict(gravest, ReportWriter.text(report, form));
  }

  /** Whether the same files would be judged the same at any time. */
  public static boolean lasts(Report report) {
    return report.findings().stream().noneMatch(finding -> OF_THE_MOMENT.contains(finding.rule()));
  }

  /** Whether there is a finding of that severity or a graver one. */
  public boolean failed(Severity failOn) {
    return gravest.filter(severity -> severity.compareTo(failOn) >= 0).isPresent();
  }

  byte[] bytes() {
    return (gravest.map(Severity::label).orElse("") + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }

  static Verdict read(byte[] bytes) {
    String all = new String(bytes, StandardCharsets.UTF_8);
    int end = all.indexOf('\n');
    return new Verdict(Optional.of(all.substring(0, end)).filter(label -> !label.isEmpty()).map(Severity::named), all.substring(end + 1));
  }
}
