package goldenbridge.rdf;

import goldenbridge.fault.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/**
 * Where each statement stands in the files, for findings that point at a line. Filled while parsing, then only read; not
 * safe for writing from several threads.
 */
public final class Places {
  private final Map<Quad, Place> byQuad = new HashMap<>();
  private final Map<Triple, Place> byTriple = new HashMap<>();
  private final Map<Node, Map<Node, Place>> bySubject = new HashMap<>();

  public void note(Quad quad, Place place) {
    byQuad.putIfAbsent(quad, place);
    byTriple.putIfAbsent(quad.asTriple(), place);
    bySubject.computeIfAbsent(quad.getSubject(), subject -> new HashMap<>()).putIfAbsent(quad.getPredicate(), place);
  }

  /** The first place of exactly this quad. */
  public Optional<Place> of(Quad quad) {
    return Optional.ofNullable(byQuad.get(quad));
  }

  /**
   * The place that shows a finding best: the triple, else the subject's first statement with that predicate, else the
   * subject's {@code fallback} statement (its type), else any first statement of it.
   *
   * @param predicate may be null when the finding is about the subject as a whole
   * @param value may be null when a value is missing
   */
  public Optional<Place> ofFinding(Node subject, Node predicate, Node value, Node fallback) {
    if (predicate != null && value != null) {
      Place exact = byTriple.get(Triple.create(subject, predicate, value));
      if (exact != null) {
        return Optional.of(exact);
      }
    }
    Map<Node, Place> places = bySubject.getOrDefault(subject, Map.of());
    if (predicate != null && places.containsKey(predicate)) {
      return Optional.of(places.get(predicate));
    }
    return places.containsKey(fallback)
        ? Optional.of(places.get(fallback))
        : places.values().stream().min(Place::compareTo);
  }
}
