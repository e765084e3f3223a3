package goldenbridge.query;

import java.util.Optional;
import org.apache.jena.graph.Node;

/** Names an IRI for people, in the language of the reader. */
@FunctionalInterface
public interface Labeller {
  /** Names nothing. */
  Labeller NONE = iri -> Optional.empty();

  /** The name, or empty when the graph has none. */
  Optional<String> label(Node iri);
}
