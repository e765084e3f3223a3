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

  private final PreparedHome prepared;
  private final Home home;
  private final List<Problem> problems = new ArrayList<>();
  private final UnionDatasetGraph.Builder builder = UnionDatasetGraph.builder();
  private QuadIndex index;
  /** The rows of the description's own quads. */
  private int from;
  private int to;

  SnapshotLoader(PreparedHome prepared) {
    this.prepared = prepared;
    this.home = prepared.home();
  }

  /**
   * What a home holds, as far as it could be read.
   *
   * @param snapshot empty when the description itself is unusable; otherwise the files without problems
   */
  public record Loaded(Optional<Snapshot> snapshot, Places places, List<Problem> problems) {}

  /** Loads a home whole, or raises every problem of every file. */
  public static Snapshot load(Home home) {
    return PreparedHome.of(home, Optional.empty()).load();
  }

  /** All of it, or every problem of every file. */
  Snapshot soundly() {
    Optional<Snapshot> snapshot = read(null);
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return snapshot.orElseThrow();
  }

  /** What was parsed, to be kept. */
  KeptQuads.Parsed parsed() {
    return new KeptQuads.Parsed(index, builder.quads().triples(from, to));
  }

  /** Loads what can be read and notes where each statement stands; a broken file is left out whole. */
  public static Loaded loadWithPlaces(Home home) {
    SnapshotLoader loader = new SnapshotLoader(PreparedHome.of(home, Optional.empty()));
    Places places = new Places();
    Optional<Snapshot> snapshot = loader.read(places);
    return new Loaded(snapshot, places, List.copyOf(loader.problems));
  }

  private Optional<Snapshot> read(Places places) {
    Optional<DatasetDescription> description = description();
    ParsedFile.forEach(prepared.files().ontology(), file -> UNNAMED, file -> ontology(file, places));
    ParsedFile.forEach(prepared.files().data(), file -> graphName(file.file(), description), file -> data(file, places));
    index = builder.index();
    return description.map(known -> prepared.snapshot(index, known));
  }

  private Optional<DatasetDescription> description() {
    Path path = home.description();
    Optional<HomeFiles.Entry> file = prepared.files().data().stream().filter(entry -> entry.file().equals(path)).findFirst();
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
