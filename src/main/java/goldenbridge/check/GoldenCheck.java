package goldenbridge.check;

import goldenbridge.fault.Place;
import goldenbridge.graph.Home;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.Labeller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * Compares answers with those kept in {@code queries/test/}: {@code NAME.csv} for the query without parameters,
 * {@code NAME.CASE.csv} for a case. Line ends may be CRLF or LF.
 */
final class GoldenCheck {
  private static final int SHOWN = 100;

  private final Home home;
  /** Each looked up once: the answers name the same things again and again. */
  private final Map<Node, Optional<String>> names = new ConcurrentHashMap<>();
  private final Labeller labeller;

  GoldenCheck(Home home, Snapshot snapshot) {
    this.home = home;
    this.labeller = iri -> names.computeIfAbsent(iri, asked -> snapshot.labels().known(asked, "en"));
  }

  /** Compares the runs of one query. */
  List<Finding> compare(LintedQuery linted, List<Trial> trials) {
    if (trials.isEmpty()) {
      return List.of(Finding.of(BuiltIn.GOLDEN_MISSING, "query " + linted.query().name()
          + " needs parameters and has no case, so no answer of it is kept",
          linted.query().place(), "add #+ cases: with the parameters of one call"));
    }
    return trials.stream().flatMap(trial -> trial.csv(labeller).flatMap(csv -> compare(trial, csv)).stream()).toList();
  }

  /** The files that a query asks for; a run that failed asks for its file all the same. */
  Set<String> asked(List<Trial> trials) {
    return trials.stream().filter(Trial::isKept).map(Trial::golden).collect(Collectors.toSet());
  }

  /** The files of a query that cannot be read. */
  Set<String> excused(String query) {
    return files().stream().filter(name -> name.startsWith(query + ".")).collect(Collectors.toSet());
  }

  /** The files that nothing asked for. */
  List<Finding> stray(Set<String> asked) {
    return files().stream().filter(name -> !asked.contains(name))
        .map(name -> Finding.of(BuiltIn.GOLDEN_STRAY, "no query or case gives this answer",
        Place.of(home.show(folder().resolve(name))), "rename it to NAME.csv or NAME.CASE.csv, or delete it")).toList();
  }

  private Optional<Finding> compare(Trial trial, String csv) {
    Path file = folder().resolve(trial.golden());
    String shown = home.show(file);
    if (!Files.exists(file)) {
      return Optional.of(Finding.of(BuiltIn.GOLDEN_MISSING, "the golden answer " + shown + " is missing", trial.place(),
          "run the query with --format csv, look whether the answer is right, and keep it there"));
    }
    try {
      return compare(Files.readString(file, StandardCharsets.UTF_8).lines().toList(), csv.lines().toList(), shown);
    } catch (IOException unreadable) {
      return Optional.of(Finding.unreadable(unreadable, shown));
    }
  }

  private static Optional<Finding> compare(List<String> expected, List<String> got, String shown) {
    for (int at = 0; at < Math.max(expected.size(), got.size()); at++) {
      String wanted = at < expected.size() ? expected.get(at) : null;
      String given = at < got.size() ? got.get(at) : null;
      if (wanted == null || !wanted.equals(given)) {
        int column = common(wanted, given);
        return Optional.of(Finding.of(BuiltIn.GOLDEN_ANSWER, "the answer differs from line " + (at + 1)
            + " on: expected " + quoted(wanted, column) + ", got " + quoted(given, column)
            + " (" + expected.size() + " lines expected, " + got.size() + " got)", new Place(shown, at + 1, column + 1),
            "if the new answer is right, keep it: run the query with --format csv into this file"));
      }
    }
    return Optional.empty();
  }

  private static int common(String one, String other) {
    int at = 0;
    while (one != null && other != null && at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  /** A long line is shown from shortly before the difference. */
  private static String quoted(String line, int difference) {
    if (line == null) {
      return "the end";
    }
    int from = line.length() <= SHOWN ? 0 : Math.max(0, Math.min(difference - SHOWN / 4, line.length() - SHOWN));
    int to = Math.min(line.length(), from + SHOWN);
    return "\"" + (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "") + "\"";
  }

  private List<String> files() {
    return Home.files(folder(), "").stream().filter(file -> file.getParent().equals(folder()))
        .map(file -> file.getFileName().toString()).toList();
  }

  private Path folder() {
    return home.queries().resolve("test");
  }
}
