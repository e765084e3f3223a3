package goldenbridge.check;

import goldenbridge.graph.Home;
import goldenbridge.graph.Snapshot;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a check of a home found.
 *
 * @param findings sorted by place, each once
 * @param snapshot what could be loaded; empty when the dataset description itself is unusable
 * @param rules the rules that were applied, for those who ask what a finding means
 */
public record Report(Home home, List<Finding> findings, Optional<Snapshot> snapshot, RuleBook rules) {

  static Report of(Home home, Collection<Finding> findings, Optional<Snapshot> snapshot, RuleBook rules) {
    return new Report(home, findings.stream().distinct().sorted().toList(), snapshot, rules);
  }

  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** Whether there is a finding of that severity or a graver one. */
  public boolean failed(Severity failOn) {
    return findings.stream().anyMatch(finding -> finding.severity().compareTo(failOn) >= 0);
  }

  /** The findings of both; the snapshot and the rules are this one's. */
  public Report with(Report other) {
    return of(home, Stream.concat(findings.stream(), other.findings.stream()).toList(), snapshot, rules);
  }

  /** Why the graph is not served: the files that cannot be read, since other findings may follow from these; else all violations. */
  Report reasons() {
    List<Finding> violations = findings.stream().filter(finding -> finding.severity() == Severity.VIOLATION).toList();
    List<Finding> unread = violations.stream().filter(Report::isAboutAFile).toList();
    return of(home, unread.isEmpty() ? violations : unread, snapshot, rules);
  }

  private static boolean isAboutAFile(Finding finding) {
    return BuiltIn.find(finding.rule()).filter(rule -> rule.text().kind().equals("syntax")).isPresent();
  }

  /** Only the findings that stand in files of these names, or below such folders, as {@link Home#show} gives them. */
  Report in(Set<String> files) {
    return of(home, findings.stream().filter(finding -> files.stream().anyMatch(
        file -> finding.place().file().equals(file) || finding.place().file().startsWith(file + "/")))
            .toList(), snapshot, rules);
  }
}
