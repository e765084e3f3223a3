package goldenbridge.check;

import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import goldenbridge.graph.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which files of a home cannot be read as what they should be, and which are not read at all. */
final class SyntaxCheck {
  private static final Set<String> SHAPES = Set.of("style.ttl", "shapes.ttl", "passage-shapes.ttl");
  private static final String WORDS_FOR_PEOPLE = "(?i).*\\.(md|txt)|licen[cs]e.*|readme.*";

  private final Home home;
  private final List<Finding> findings = new ArrayList<>();

  private SyntaxCheck(Home home) {
    this.home = home;
  }

  /**
   * @param loading the problems met when the home was loaded
   * @param wanted the files whose bytes are to be looked at
   */
  static List<Finding> run(Home home, List<Problem> loading, Predicate<Path> wanted) {
    SyntaxCheck check = new SyntaxCheck(home);
    check.encodings(wanted);
    check.folders();
    if (!Files.exists(home.ontologyFiles().get(0))) {
      Place place = Place.of(home.show(home.ontologyFiles().get(0)));
      check.add(BuiltIn.MISSING_FILE, place.file() + " is missing: no term is defined", place, "add the ontology");
    }
    loading.forEach(problem -> check.findings.add(Finding.of(problem)));
    return check.findings;
  }

  private void encodings(Predicate<Path> wanted) {
    Stream.of(home.ontology(), home.data(), home.queries())
        .flatMap(folder -> Home.files(folder, ".ttl", ".trig", ".rq", ".csv", ".yaml").stream()).filter(wanted)
        .forEach(file -> Encoding.check(file, home.show(file)).ifPresent(findings::add));
  }

  private void folders() {
    children(home.ontology(), this::isOfOntology,
        "the program reads ontology.ttl, alignment.ttl, " + String.join(", ", SHAPES.stream().sorted().toList()));
    children(home.ontology().resolve("rules"), file -> name(file).endsWith(".rq"), "name a rule .rq");
    children(home.queries(), file -> name(file).endsWith(".rq") || name(file).equals("test"), "name a query .rq");
    everyDataFile();
  }

  private boolean isOfOntology(Path file) {
    return SHAPES.contains(name(file)) || home.ontologyFiles().contains(file) || name(file).equals(Suppressions.FILE)
        || Files.isDirectory(file);
  }

  private void everyDataFile() {
    Home.files(home.data(), "").stream().filter(file -> !name(file).matches(".*\\.(ttl|trig)") && !file.equals(home.sourceFrame()))
        .forEach(this::ignored);
    // A folder named like a file would be walked into, and nobody would miss the file.
    try (Stream<Path> all = Files.isDirectory(home.data()) ? Files.walk(home.data()) : Stream.empty()) {
      all.filter(Files::isDirectory).filter(folder -> name(folder).matches(".*\\.(ttl|trig)")).sorted().forEach(folder ->
          add(BuiltIn.UNREADABLE, "the file is a folder", Place.of(home.show(folder)),
              "rename the folder, or put the file in its place"));
    } catch (IOException unreadable) {
      findings.add(Finding.unreadable(unreadable, home.show(home.data())));
    } catch (UncheckedIOException unreadable) {
      findings.add(Finding.unreadable(unreadable.getCause(), home.show(home.data())));
    }
  }

  private void children(Path folder, Predicate<Path> read, String hint) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.list(folder)) {
      all.filter(read.negate()).sorted().forEach(file -> ignored(file, hint));
    } catch (IOException unreadable) {
      findings.add(Finding.unreadable(unreadable, home.show(folder)));
    }
  }

  private void ignored(Path file) {
    ignored(file, "data files end in .ttl or .trig");
  }

  private void ignored(Path file, String hint) {
    if (!name(file).startsWith(".") && !name(file).matches(WORDS_FOR_PEOPLE)) {
      add(BuiltIn.IGNORED_FILE, "the file is not read", Place.of(home.show(file)), hint);
    }
  }

  private void add(BuiltIn rule, String message, Place place, String hint) {
    findings.add(Finding.of(rule, message, place, hint));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
