package goldenbridge.graph;

import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import goldenbridge.rdf.Places;
import goldenbridge.rdf.RdfReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  /** Problems of single terms: the parser goes on, and the file is read to its end. */
  private static final Set<String> FLAWS = Set.of("literal", "iri");

  private final Home home;
  private final List<Problem> problems = new ArrayList<>();

  private SnapshotLoader(Home home) {
    this.home = home;
  }

  /**
   * What a home holds, as far as it could be read.
   *
   * @param snapshot empty when the description itself is unusable; otherwise the files without problems
   */
  public record Loaded(Optional<Snapshot> snapshot, Places places, List<Problem> problems) {}

  /** Loads a home whole, or raises every problem of every file. */
  public static Snapshot load(Home home) {
    SnapshotLoader loader = new SnapshotLoader(home);
    Optional<Snapshot> snapshot = loader.read(null);
    if (!loader.problems.isEmpty()) {
      throw new ProblemException(loader.problems);
    }
    return snapshot.orElseThrow();
  }

  /** Loads what can be read and notes where each statement stands; a broken file is left out whole. */
  public static Loaded loadWithPlaces(Home home) {
    SnapshotLoader loader = new SnapshotLoader(home);
    Places places = new Places();
    Optional<Snapshot> snapshot = loader.read(places);
    return new Loaded(snapshot, places, List.copyOf(loader.problems));
  }

  private Optional<Snapshot> read(Places places) {
    Optional<DatasetDescription> description = description();
    UnionDatasetGraph.Builder builder = UnionDatasetGraph.builder();
    home.ontologyFiles().stream().filter(Files::exists).forEach(file -> ontology(file, builder, places));
    home.dataFiles().forEach(file -> data(file, graphName(file, description), builder, places));
    return description.map(known -> new Snapshot(home, builder.prefixes(known.prefixes().byPrefix()).build(), known));
  }

  private Optional<DatasetDescription> description() {
    Path file = home.description();
    if (!Files.exists(file)) {
      problems.add(Problem.badData("dataset-description", "data/dataset.ttl is missing", Place.of(home.show(file)),
          "it must describe the graph: the README lists what it says"));
      return Optional.empty();
    }
    Graph graph = GraphFactory.createDefaultGraph();
    if (!RdfReader.of(file, home.show(file)).read(UNNAMED, (quad, line, column) -> graph.add(quad.asTriple())).isEmpty()) {
      return Optional.empty(); // told when the file is read with the others
    }
    try {
      return Optional.of(DatasetDescription.of(graph, home.show(file)));
    } catch (ProblemException incomplete) {
      problems.addAll(incomplete.problems());
      return Optional.empty();
    }
  }

  private Node graphName(Path file, Optional<DatasetDescription> description) {
    String path = home.data().relativize(file).toString().replace('\\', '/').replaceAll("\\.[a-z]+$", "");
    return NodeFactory.createURI(description.map(DatasetDescription::base).orElse("urn:x-home:") + path);
  }

  private void data(Path file, Node graph, UnionDatasetGraph.Builder builder, Places places) {
    Statements statements = new Statements(file, places);
    if (statements.readInto(graph)) {
      statements.quads.forEach(builder::add);
    }
  }

  private void ontology(Path file, UnionDatasetGraph.Builder builder, Places places) {
    Statements statements = new Statements(file, places);
    if (!statements.readInto(UNNAMED)) {
      return;
    }
    Optional<Node> name = statements.quads.stream()
        .filter(quad -> quad.getPredicate().equals(RDF.type.asNode()) && quad.getObject().equals(OWL.Ontology.asNode()))
        .map(Quad::getSubject).findFirst();
    if (name.isEmpty()) {
      problems.add(Problem.badData("no-ontology", "the file declares no owl:Ontology", Place.of(home.show(file)), "add one: it names the graph"));
      return;
    }
    statements.quads.forEach(quad -> {
      Quad named = Quad.create(name.get(), quad.asTriple());
      builder.add(named);
      if (places != null) {
        places.of(quad).ifPresent(place -> places.note(named, place));
      }
    });
  }

  /** The statements of one file, kept until the whole file is known to be sound. */
  private final class Statements {
    private final Path file;
    private final Places places;
    private final List<Quad> quads = new ArrayList<>();

    Statements(Path file, Places places) {
      this.file = file;
      this.places = places;
    }

    boolean readInto(Node graph) {
      String shown = home.show(file);
      List<Problem> found = RdfReader.of(file, shown).read(graph, (quad, line, column) -> {
        quads.add(quad);
        if (places != null) {
          places.note(quad, new Place(shown, line, column));
        }
      });
      problems.addAll(found);
      return found.stream().allMatch(problem -> FLAWS.contains(problem.code()));
    }
  }
}
