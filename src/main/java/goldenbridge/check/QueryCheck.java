package goldenbridge.check;

import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Home;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.QueryCatalog;
import goldenbridge.query.QueryRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks every canned query of a home: header, syntax, lint, runs and golden answers. Queries are checked side by side. */
final class QueryCheck {
  private final Home home;
  private final Optional<Snapshot> snapshot;
  private final Optional<Vocabulary> vocabulary;
  private final Optional<GoldenCheck> golden;

  /** What one query gave: findings, and the golden answers that it asks for. */
  private record Checked(List<Finding> findings, Set<String> asked) {}

  private QueryCheck(Home home, Optional<Snapshot> snapshot, Optional<Vocabulary> vocabulary) {
    this.home = home;
    this.snapshot = snapshot;
    this.vocabulary = vocabulary;
    this.golden = snapshot.map(loaded -> new GoldenCheck(home, loaded));
  }

  /**
   * @param snapshot empty when the home could not be loaded: then queries are only read, not run
   * @param vocabulary likewise
   * @param wanted the names of the queries to check; golden answers of no query are told only when all are
   */
  static List<Finding> run(Home home, Optional<Snapshot> snapshot, Optional<Vocabulary> vocabulary, Predicate<String> wanted) {
    return Files.isDirectory(home.queries()) ? new QueryCheck(home, snapshot, vocabulary).check(wanted) : List.of();
  }

  private List<Finding> check(Predicate<String> wanted) {
    QueryCatalog catalog = QueryCatalog.of(home.queries());
    List<String> names = catalog.names().stream().filter(wanted).toList();
    List<Checked> checked = names.parallelStream().map(name -> check(catalog, name)).toList();
    if (names.size() < catalog.names().size()) {
      return checked.stream().flatMap(one -> one.findings().stream()).toList();
    }
    Set<String> asked = checked.stream().flatMap(one -> one.asked().stream()).collect(Collectors.toSet());
    return Stream.concat(checked.stream().flatMap(one -> one.findings().stream()),
        golden.stream().flatMap(kept -> kept.stray(asked).stream())).toList();
  }

  private Checked check(QueryCatalog catalog, String name) {
    try {
      return lint(LintedQuery.of(catalog.find(name)));
    } catch (ProblemException broken) {
      Set<Problem> problems = new LinkedHashSet<>(broken.problems());
      problems.addAll(syntax(home.queries().resolve(name + ".rq")));
      return new Checked(problems.stream().map(Finding::of).toList(),
          golden.map(kept -> kept.excused(name)).orElse(Set.of()));
    }
  }

  /** A broken header does not hide what is wrong with the query below it. */
  private List<Problem> syntax(Path file) {
    try {
      QueryRunner.parse(Files.readString(file, StandardCharsets.UTF_8), home.show(file));
      return List.of();
    } catch (ProblemException broken) {
      return broken.problems();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private Checked lint(LintedQuery linted) {
    List<Finding> findings = new ArrayList<>(ParameterLint.run(linted));
    findings.addAll(TermLint.run(linted.query().shown(), linted.text(), linted.query().query(), vocabulary));
    List<Trial> trials = snapshot.map(loaded -> Trial.all(linted, loaded)).orElse(List.of());
    snapshot.ifPresent(loaded -> {
      findings.addAll(HeaderLint.run(linted, loaded));
      findings.addAll(ChoicesLint.run(linted, loaded));
      trials.forEach(trial -> findings.addAll(trial.findings()));
      OrderLint.run(linted, trials, loaded).ifPresent(findings::add);
      ViewLint.run(linted, trials).ifPresent(findings::add);
      golden.ifPresent(kept -> findings.addAll(kept.compare(linted, trials)));
    });
    return new Checked(findings, golden.map(kept -> kept.asked(trials)).orElse(Set.of()));
  }
}
