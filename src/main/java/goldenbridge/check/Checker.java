package goldenbridge.check;

import goldenbridge.fault.Place;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Home;
import goldenbridge.graph.SnapshotLoader;
import goldenbridge.query.QueryText;
import goldenbridge.rdf.Places;
import goldenbridge.rdf.Prefixes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * Runs the checks over a home. Bad data never makes it throw: whatever is wrong becomes a finding, and a broken file does not
 * keep the others from being checked. Shapes and rules are parsed once a run. Safe to use from any thread.
 */
public final class Checker {
  private final Home home;
  private final SnapshotLoader.Loaded loaded;
  private final ShapeFiles shapes;
  private final List<RuleFile> rules;
  private final Optional<Material> material;
  private final Optional<Vocabulary> vocabulary;
  private final List<Finding> findings = Collections.synchronizedList(new ArrayList<>());

  private Checker(Home home) {
    this.home = home;
    CompletableFuture<SnapshotLoader.Loaded> loading = CompletableFuture.supplyAsync(() -> load(home));
    this.shapes = ShapeFiles.read(home);
    this.rules = attempt(() -> RuleFile.readAll(home));
    this.loaded = end(loading);
    this.material = loaded.snapshot().map(snapshot -> Material.of(home, snapshot, loaded.places()));
    this.vocabulary = material.map(known -> new Vocabulary(known, loaded.snapshot().orElseThrow().description().base()));
  }

  /** Everything but the examples: syntax, shapes, rules, queries with their golden answers. */
  public static Report all(Home home) {
    Checker checker = new Checker(home);
    checker.everything(name -> true);
    return checker.wholeReport();
  }

  /**
   * The same, but only the findings that stand in these files, or below these folders; all else is loaded so that they can
   * be judged, but only the queries among them are run. A file that the home does not have is itself a finding.
   */
  public static Report ofFiles(Home home, List<Path> files) {
    Set<String> shown = files.stream().map(home::show).collect(Collectors.toSet());
    Checker checker = new Checker(home);
    checker.everything(name -> shown.stream().anyMatch(file -> isOf(name, file)));
    Report report = checker.wholeReport().in(shown);
    List<Finding> strange = files.stream().flatMap(file -> strange(home, file).stream()).toList();
    return Report.of(home, Stream.concat(report.findings().stream(), strange.stream()).toList(), report.snapshot(),
        report.rules());
  }

  /** Whether a file is a query or one of its golden answers, or a folder that holds them. */
  private static boolean isOf(String query, String file) {
    return file.equals("queries/" + query + ".rq") || file.startsWith("queries/test/" + query + ".") || file.isEmpty()
        || ("queries/test/" + query + ".rq").startsWith(file + "/");
  }

  private static Optional<Finding> strange(Home home, Path file) {
    Place place = Place.of(home.show(file));
    if (!Files.exists(file)) {
      return Optional.of(Finding.of(BuiltIn.UNREADABLE, "there is no such file", place, "check the path"));
    }
    return file.toAbsolutePath().normalize().startsWith(home.root()) ? Optional.empty()
        : Optional.of(Finding.of(BuiltIn.IGNORED_FILE, "the file is not part of the home", place,
            "copy it into the home, or name its home by --home"));
  }

  /** What must be sound before a graph is served: syntax, shapes and rules. Quick, for the start of a server and its reloads. */
  public static Report gate(Home home) {
    Checker checker = new Checker(home);
    checker.folders();
    checker.files(file -> !home.isTest(file));
    beside(checker::shapes, checker::rules);
    return checker.report();
  }

  /** The examples of shapes and rules alone. */
  public static Report examples(Home home) {
    Checker checker = new Checker(home);
    checker.examples();
    return checker.report();
  }

  /** A folder that cannot be listed is a finding too. */
  private <T> List<T> attempt(Supplier<List<T>> check) {
    try {
      return check.get();
    } catch (ProblemException unreadable) {
      unreadable.problems().forEach(problem -> findings.add(Finding.of(problem)));
      return List.of();
    }
  }

  /** All rules by which a home is checked. */
  public static RuleBook rules(Home home) {
    return RuleBook.of(new Checker(home).texts());
  }

  private static SnapshotLoader.Loaded load(Home home) {
    try {
      return SnapshotLoader.loadWithPlaces(home);
    } catch (ProblemException unreadable) {
      return new SnapshotLoader.Loaded(Optional.empty(), new Places(), unreadable.problems());
    }
  }

  private void folders() {
    Stream.of(home.ontology(), home.data(), home.queries()).filter(folder -> !Files.isDirectory(folder)).forEach(folder ->
        findings.add(Finding.of(BuiltIn.NO_HOME, "the folder " + home.show(folder) + "/ is missing",
            Place.of(home.show(folder)), "name a folder with ontology/, data/ and queries/")));
  }

  private void files(Predicate<Path> wanted) {
    findings.addAll(attempt(() -> SyntaxCheck.run(home, loaded.problems(), wanted)));
    shapes.all().forEach(file -> findings.addAll(file.findings()));
    rules.forEach(rule -> findings.addAll(rule.findings()));
  }

  /** What is wrong with shapes and rules that can be read. */
  private void lint() {
    repeatedIds();
    vocabulary.ifPresent(known -> shapes.all()
        .forEach(file -> findings.addAll(ShapeLint.run(file, known, material.orElseThrow().wording()))));
    rules.forEach(rule -> rule.query().ifPresent(query ->
        findings.addAll(TermLint.run(rule.shown(), QueryText.of(rule.text()), query, vocabulary))));
  }

  private void repeatedIds() {
    Map<String, RuleText> first = new HashMap<>();
    texts().forEach(text -> {
      RuleText other = first.putIfAbsent(text.id(), text);
      boolean taken = other != null || BuiltIn.find(text.id()).isPresent();
      if (taken) {
        findings.add(Finding.of(BuiltIn.REPEATED_ID, "the id " + text.id() + " is that of "
            + (other == null ? "a rule of the program" : "another at " + other.place()),
            text.place(), "rename one of them"));
      }
    });
  }

  private void shapes() {
    material.ifPresent(known -> findings.addAll(ShapeCheck.run(shapes, known)));
  }

  private void rules() {
    material.ifPresent(known -> findings.addAll(RuleCheck.run(rules, known)));
  }

  private void everything(Predicate<String> wanted) {
    beside(() -> {
      folders();
      files(file -> true);
      lint();
      shapes();
    }, () -> {
      rules();
      findings.addAll(attempt(() -> QueryCheck.run(home, loaded.snapshot(), vocabulary, wanted)));
    });
  }

  /** Does both at once; the thread of the side then helps where the other task uses several. */
  private static void beside(Runnable side, Runnable main) {
    CompletableFuture<Void> aside = CompletableFuture.runAsync(side);
    main.run();
    end(aside);
  }

  private static <T> T end(CompletableFuture<T> aside) {
    try {
      return aside.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException told ? told : failed;
    }
  }

  private void examples() {
    if (material.isEmpty()) {
      files(file -> true); // why there is nothing to check the examples with
      return;
    }
    Node sourceProperty = loaded.snapshot().orElseThrow().description().evidence().source();
    findings.addAll(attempt(() -> new ExampleCheck(home, shapes, rules, material.get(), sourceProperty).run()));
  }

  private List<RuleText> texts() {
    return Stream.concat(shapes.texts(), rules.stream().map(RuleFile::told)).toList();
  }

  private Report report() {
    Suppressions suppressions = Suppressions.read(home, prefixes());
    return report(Stream.concat(suppressions.apply(told()).stream(), suppressions.faults().stream()).toList());
  }

  /** Only a whole run can tell that a suppression is of no use. */
  private Report wholeReport() {
    Suppressions suppressions = Suppressions.read(home, prefixes());
    List<Finding> kept = suppressions.apply(told());
    return report(Stream.concat(kept.stream(), suppressions.findings().stream()).toList());
  }

  private Report report(List<Finding> kept) {
    return Report.of(home, kept, loaded.snapshot(), RuleBook.of(texts()));
  }

  /** A wrong byte is told once, where it stands, and not again by each who stumbled over it. */
  private List<Finding> told() {
    Set<String> garbled = findings.stream().filter(Checker::isWrongByte).map(finding -> finding.place().file())
        .collect(Collectors.toSet());
    return findings.stream().distinct().filter(finding -> isWrongByte(finding) || !garbled.contains(finding.place().file())
        || !Set.of(BuiltIn.ENCODING.id(), BuiltIn.UNREADABLE.id()).contains(finding.rule())).toList();
  }

  private static boolean isWrongByte(Finding finding) {
    return finding.rule().equals(BuiltIn.ENCODING.id()) && finding.place().column() > 0;
  }

  private Prefixes prefixes() {
    return loaded.snapshot().map(snapshot -> snapshot.prefixes()).orElse(new Prefixes(Map.of()));
  }
}
