package goldenbridge.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/**
 * The numbers of a snapshot.
 *
 * @param classes instances by class, most first
 */
public record Summary(long quads, long triples, long graphs, long passages, long sources, Map<Node, Long> classes) {

  public static Summary of(Snapshot snapshot) {
    List<Passage> evidence = snapshot.evidence().passages();
    return new Summary(snapshot.dataset().quads(), snapshot.dataset().triples(), snapshot.dataset().size(),
        evidence.stream().filter(passage -> !passage.isCuration()).count(),
        evidence.stream().map(Passage::source).distinct().count(), classes(snapshot));
  }

  private static Map<Node, Long> classes(Snapshot snapshot) {
    Map<Node, Long> counts = new HashMap<>();
    snapshot.dataset().getDefaultGraph().find(Node.ANY, RDF.type.asNode(), Node.ANY)
        .forEach(triple -> counts.merge(triple.getObject(), 1L, Long::sum));
    Map<Node, Long> ordered = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<Node, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(entry -> entry.getKey().toString()))
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return ordered;
  }
}
