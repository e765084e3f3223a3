package goldenbridge.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;

/**
 * Whether a name is still to be used: a deprecated one ({@code owl:deprecated true}) may have successors
 * ({@code dcterms:isReplacedBy}).
 *
 * @param deprecated whether it is not to be used any more
 * @param successors what to use instead, ordered by name; only the last of a row of successors
 */
public record Succession(boolean deprecated, List<Node> successors) {
  private static final Node DEPRECATED = NodeFactory.createURI(OWL.NS + "deprecated");

  /** What the snapshot says of the use of a name. */
  public static Succession of(Node entity, Snapshot snapshot) {
    Graph graph = snapshot.dataset().getDefaultGraph();
    if (!isDeprecated(entity, graph)) {
      return new Succession(false, List.of());
    }
    Set<Node> seen = new LinkedHashSet<>(Set.of(entity));
    Set<Node> last = new LinkedHashSet<>();
    follow(entity, graph, seen, last);
    return new Succession(true, last.stream().sorted((one, two) -> one.toString().compareTo(two.toString())).toList());
  }

  /** The one name to use instead, if there is exactly one. */
  public Optional<Node> only() {
    return successors.size() == 1 ? Optional.of(successors.get(0)) : Optional.empty();
  }

  private static boolean isDeprecated(Node entity, Graph graph) {
    return graph.contains(entity, DEPRECATED, NodeFactory.createLiteralByValue(true));
  }

  /** Ends also where successors go round in a circle. */
  private static void follow(Node entity, Graph graph, Set<Node> seen, Set<Node> last) {
    graph.find(entity, DCTerms.isReplacedBy.asNode(), Node.ANY).mapWith(Triple::getObject).filterKeep(Node::isURI).toList().forEach(next -> {
      if (seen.add(next)) {
        if (isDeprecated(next, graph)) {
          follow(next, graph, seen, last);
        } else {
          last.add(next);
        }
      }
    });
  }
}
