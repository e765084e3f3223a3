package goldenbridge.check;

import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Home;
import goldenbridge.graph.QueryFiles;
import goldenbridge.graph.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** Reads a home again while it is being served, off to the side, and judges whether it can be served as it is now. */
final class Reload {
  private Reload() {}

  /**
   * What {@link Checker#gate} finds, and the query files that cannot be read. A query that is broken just as it was when it
   * was served first is no reason to refuse what else was edited.
   */
  static Report of(Home home, Snapshot served) {
    Report gate = Checker.gate(home);
    List<Finding> findings = new ArrayList<>(gate.findings());
    problems(home, gate, served).forEach(problem -> findings.add(Finding.of(problem)));
    return Report.of(home, findings, gate.snapshot(), gate.rules());
  }

  private static List<Problem> problems(Home home, Report gate, Snapshot served) {
    List<Problem> problems = new ArrayList<>();
    try {
      QueryFiles edited = gate.snapshot().map(Snapshot::queries).orElseGet(() -> QueryFiles.read(home));
      edited.names().stream().filter(name -> !edited.same(name, served.queries())).forEach(name -> parse(name, edited, problems));
    } catch (ProblemException unlisted) {
      problems.addAll(unlisted.problems());
    }
    return problems;
  }

  private static void parse(String name, QueryFiles edited, List<Problem> problems) {
    try {
      CannedQueries.parse(name, edited);
    } catch (ProblemException wrong) {
      problems.addAll(wrong.problems());
    }
  }
}
