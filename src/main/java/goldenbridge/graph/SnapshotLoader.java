package goldenbridge.graph;

import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import goldenbridge.rdf.Places;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;

/**
 * Reads a home into a snapshot, off to the side: nothing that is being served changes.
 *
 * <p>A TriG file names its graphs itself. A Turtle file becomes one graph: an ontology under the name of its
 * {@code owl:Ontology}, a file below {@code data/} under the graph's base followed by its path without extension.
 */
public final class SnapshotLoader {
  private static final Node UNNAMED = NodeFactory.createURI("urn:x-unnamed");

  private final Home home;
  private final HomeFiles files;
  private final List<Problem> problems = new ArrayList<>();
  private final UnionDatasetGraph.Builder builder = UnionDatasetGraph.builder();
  /** The rows of the description's own quads. */
  private int from;
  private int to;

  private SnapshotLoader(Home home, HomeFiles files) {
    this.home = home;
    this.files = files;
  }

  /**
   * What a home holds, as far as it could be read.
   *
   * @param snapshot empty when the description itself is unusable; otherwise the files without problems
   */
  public record Loaded(Optional<Snapshot> snapshot, Places places, List<Problem> problems) {}

  /** Loads a home whole, or raises every problem of every file. */
  public static Snapshot load(Home home) {
    return new SnapshotLoader(home, HomeFiles.of(home)).soundly();
  }

  /**
   * The same, but what the files were parsed to is kept in a folder and taken from there as long as no byte of them changes.
   *
   * @param folder of this build of the program alone; a file that is wrong or cannot be written there stands in nobody's way
   */
  public static Snapshot load(Home home, Path folder) {
    HomeFiles listed = HomeFiles.of(home);
    Optional<HomeFiles> read = listed.read();
    if (read.isEmpty()) {
      return new SnapshotLoader(home, listed).soundly();
    }
    KeptQuads kept = new KeptQuads(folder, home);
    return kept.find(read.get()).map(parsed -> snapshot(home, parsed)).orElseGet(() -> {
      SnapshotLoader loader = new SnapshotLoader(home, read.get());
      Snapshot snapshot = loader.soundly();
      kept.keep(read.get(), new KeptQuads.Parsed(loader.builder, loader.from, loader.to));
      return snapshot;
    });
  }

  private static Snapshot snapshot(Home home, KeptQuads.Parsed parsed) {
    Graph graph = GraphFactory.createDefaultGraph();
    parsed.quads().triples(parsed.from(), parsed.to()).forEach(graph::add);
    DatasetDescription description = DatasetDescription.of(graph, home.show(home.description()));
    return snapshot(home, parsed.quads(), description);
  }

  private static Snapshot snapshot(Home home, UnionDatasetGraph.Builder quads, DatasetDescription description) {
    return new Snapshot(home, quads.prefixes(description.prefixes().byPrefix()).build(), description);
  }

  private Snapshot soundly() {
    Optional<Snapshot> snapshot = read(null);
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return snapshot.orElseThrow();
  }

  /** Loads what can be read and notes where each statement stands; a broken file is left out whole. */
  public static Loaded loadWithPlaces(Home home) {
    SnapshotLoader loader = new SnapshotLoader(home, HomeFiles.of(home));
    Places places = new Places();
    Optional<Snapshot> snapshot = loader.read(places);
    return new Loaded(snapshot, places, List.copyOf(loader.problems));
  }

  private Optional<Snapshot> read(Places places) {
    Optional<DatasetDescription> description = description();
    ParsedFile.forEach(files.ontology(), file -> UNNAMED, file -> ontology(file, places));
    ParsedFile.forEach(files.data(), file -> graphName(file.file(), description), file -> data(file, places));
    return description.map(known -> snapshot(home, builder, known));
  }

  private Optional<DatasetDescription> description() {
    Path path = home.description();
    Optional<HomeFiles.Entry> file = files.data().stream().filter(entry -> entry.file().equals(path)).findFirst();
    if (file.isEmpty()) {
      problems.add(Problem.badData("dataset-description", "data/dataset.ttl is missing", Place.of(home.show(path)),
          "it must describe the graph: the README lists what it says"));
      return Optional.empty();
    }
    Graph graph = GraphFactory.createDefaultGraph();
    if (!file.get().reader().read(UNNAMED, (quad, line, column) -> graph.add(quad.asTriple())).isEmpty()) {
      return Optional.empty(); // told when the file is read with the others
    }
    try {
      return Optional.of(DatasetDescription.of(graph, file.get().shown()));
    } catch (ProblemException incomplete) {
      problems.addAll(incomplete.problems());
      return Optional.empty();
    }
  }

  private Node graphName(Path file, Optional<DatasetDescription> description) {
    String path = home.data().relativize(file).toString().replace('\\', '/').replaceAll("\\.[a-z]+$", "");
    return NodeFactory.createURI(description.map(DatasetDescription::base).orElse("urn:x-home:") + path);
  }

  private void data(ParsedFile file, Places places) {
    int first = builder.quads().size();
    if (taken(file, places)) {
      file.quads().forEach(builder::add);
    }
    if (file.file().file().equals(home.description())) {
      from = first;
      to = builder.quads().size();
    }
  }

  /** Whether the file is sound; its problems and places are noted in any case. */
  private boolean taken(ParsedFile file, Places places) {
    problems.addAll(file.problems());
    if (places != null) {
      file.note(places);
    }
    return file.isSound();
  }

  private void ontology(ParsedFile file, Places places) {
    if (!taken(file, places)) {
      return;
    }
    Optional<Node> name = file.quads().stream()
        .filter(quad -> quad.getPredicate().equals(RDF.type.asNode()) && quad.getObject().equals(OWL.Ontology.asNode()))
        .map(Quad::getSubject).findFirst();
    if (name.isEmpty()) {
      problems.add(Problem.badData("no-ontology", "the file declares no owl:Ontology", Place.of(file.file().shown()), "add one: it names the graph"));
      return;
    }
    for (int i = 0; i < file.quads().size(); i++) {
      Quad named = Quad.create(name.get(), file.quads().get(i).asTriple());
      builder.add(named);
      if (places != null) {
        places.note(named, file.place(i));
      }
    }
  }
}
