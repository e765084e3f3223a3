package goldenbridge.check;

import goldenbridge.fault.Place;
import goldenbridge.graph.UnionDatasetGraph;
import goldenbridge.rdf.Places;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/** Finds the line that shows a finding best. */
final class Locator {
  private static final Node TYPE = RDF.type.asNode();

  private final UnionDatasetGraph dataset;
  private final Places places;

  Locator(UnionDatasetGraph dataset, Places places) {
    this.dataset = dataset;
    this.places = places;
  }

  /**
   * The statement itself, else the resource's statement with that property, else its type, else any statement of it, else
   * one that uses it.
   *
   * @param path a property, or null when the finding is about the resource as a whole
   * @param value or null when a value is missing
   * @param graph where to look first, or null for anywhere
   */
  Place of(Node focus, Node path, Node value, Node graph) {
    return inGraph(graph, focus, path, value)
        .or(() -> places.ofFinding(focus, path, value, TYPE))
        .or(() -> first(Node.ANY, focus, Node.ANY, Node.ANY))
        .or(() -> first(Node.ANY, Node.ANY, focus, Node.ANY))
        .or(() -> first(Node.ANY, Node.ANY, Node.ANY, focus))
        .orElse(Place.NONE);
  }

  /** The last of the statements with that property, for one that is too many; anywhere when no graph is given. */
  Optional<Place> last(Node focus, Node path, Node graph) {
    return all(graph == null ? Node.ANY : graph, focus, path, Node.ANY).max(Place::compareTo);
  }

  private Optional<Place> inGraph(Node graph, Node focus, Node path, Node value) {
    if (graph == null || !graph.isURI()) {
      return Optional.empty();
    }
    Optional<Place> exact = path == null || value == null ? Optional.empty() : first(graph, focus, path, value);
    return exact
        .or(() -> path == null ? Optional.empty() : first(graph, focus, path, Node.ANY))
        .or(() -> first(graph, focus, TYPE, Node.ANY))
        .or(() -> first(graph, focus, Node.ANY, Node.ANY))
        .or(() -> first(graph, Node.ANY, focus, Node.ANY))
        .or(() -> first(graph, Node.ANY, Node.ANY, focus))
        .or(() -> graph.equals(focus) ? first(graph, Node.ANY, Node.ANY, Node.ANY) : Optional.empty());
  }

  private Optional<Place> first(Node graph, Node subject, Node predicate, Node object) {
    return all(graph, subject, predicate, object).min(Place::compareTo);
  }

  private Stream<Place> all(Node graph, Node subject, Node predicate, Node object) {
    Iterator<Quad> found = dataset.find(graph, subject, predicate, object);
    List<Quad> quads = new ArrayList<>();
    found.forEachRemaining(quads::add);
    return quads.stream().flatMap(quad -> places.of(quad).stream());
  }
}
