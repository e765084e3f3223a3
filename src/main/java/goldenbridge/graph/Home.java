package goldenbridge.graph;

import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder that holds {@code ontology/}, {@code data/} and {@code queries/}: a whole graph, and all that the program reads. */
public record Home(Path root) {
  private static final List<String> FOLDERS = List.of("ontology", "data", "queries");

  public Home {
    root = root.toAbsolutePath().normalize();
  }

  /**
   * A home that was named by the user.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code no-home} naming the folder that is missing
   */
  public static Home of(Path root) {
    Home home = new Home(root);
    home.missing().ifPresent(folder -> {
      throw Problem.badData("no-home", "the folder " + folder + "/ is missing", Place.of(home.root.toString()),
          "name a folder with ontology/, data/ and queries/ by --home").raise();
    });
    return home;
  }

  /** The working folder when it is a home, else the program's own folder. */
  public static Home find(Path working, Path program) {
    Home here = new Home(working);
    // A folder with some of the three is meant to be a home: tell what it lacks instead of silently taking another graph.
    boolean meant = Files.isDirectory(here.ontology()) || Files.isRegularFile(here.description());
    return of(meant ? working : program);
  }

  public Path ontology() {
    return root.resolve("ontology");
  }

  public Path data() {
    return root.resolve("data");
  }

  public Path queries() {
    return root.resolve("queries");
  }

  /** {@code data/dataset.ttl}, by which a graph describes itself. */
  public Path description() {
    return data().resolve("dataset.ttl");
  }

  /** {@code data/new-source.ftl}, the frame that a new source is made from; it need not be there. */
  public Path sourceFrame() {
    return data().resolve("new-source.ftl");
  }

  /** The Turtle files directly in {@code ontology/} that declare an ontology: the terms and their alignments. */
  public List<Path> ontologyFiles() {
    return List.of(ontology().resolve("ontology.ttl"), ontology().resolve("alignment.ttl"));
  }

  /** The Turtle and TriG files below {@code data/}, in the order of their paths. */
  public List<Path> dataFiles() {
    return files(data(), ".ttl", ".trig");
  }

  /** Whether a file serves tests alone: an example of a shape or rule, or a golden answer. */
  public boolean isTest(Path file) {
    return Stream.of(ontology(), queries()).anyMatch(folder -> file.startsWith(folder.resolve("test")));
  }

  /** How messages name a file: relative to the home, with slashes. */
  public String show(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return (absolute.startsWith(root) ? root.relativize(absolute) : absolute).toString().replace('\\', '/');
  }

  /** The regular files below a folder whose names end in one of the given ways, in the order of their paths. */
  public static List<Path> files(Path folder, String... endings) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try {
      Path real = folder.toRealPath(); // the folder may be a link
      try (Stream<Path> all = Files.walk(real)) {
        return all.filter(file -> Stream.of(endings).anyMatch(file.getFileName().toString()::endsWith))
            .filter(file -> !file.getFileName().toString().startsWith("."))
            .filter(file -> !Files.isDirectory(file)).map(file -> folder.resolve(real.relativize(file).toString())).sorted().toList();
      }
    } catch (IOException | UncheckedIOException unreadable) {
      throw Problem.badData("unreadable", "cannot list the folder (" + unreadable.getMessage() + ")",
          Place.of(folder.toString()), "check its permissions").raise();
    }
  }

  private Optional<String> missing() {
    return FOLDERS.stream().filter(folder -> !Files.isDirectory(root.resolve(folder))).findFirst();
  }
}
