package goldenbridge.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;

/** Finds the statement by which a path leaves its focus node: the one that a curator has to look at. */
final class ShapePlaces {
  private ShapePlaces() {}

  /**
   * A statement of the data that begins the path from the focus to the value.
   *
   * @param value null when the finding is about the values as a whole
   */
  static Optional<Triple> statement(Graph data, Node focus, Path path, Node value) {
    return path == null || value == null ? Optional.empty() : steps(data, focus, path, value).findFirst();
  }

  /** The property of a path that is only one. */
  static Optional<Node> property(Path path) {
    return path instanceof P_Link link ? Optional.of(link.getNode()) : Optional.empty();
  }

  private static Stream<Triple> steps(Graph data, Node focus, Path path, Node value) {
    if (path instanceof P_Link link) {
      return data.find(focus, link.getNode(), value).toList().stream();
    }
    if (path instanceof P_Inverse inverse) {
      return steps(data, value, inverse.getSubPath(), focus);
    }
    if (path instanceof P_Alt alternatives) {
      return Stream.concat(steps(data, focus, alternatives.getLeft(), value),
          steps(data, focus, alternatives.getRight(), value));
    }
    if (path instanceof P_Seq sequence) {
      return ShaclPaths.valueNodes(data, focus, sequence.getLeft()).stream()
          .filter(between -> ShaclPaths.valueNodes(data, between, sequence.getRight()).contains(value))
          .flatMap(between -> steps(data, focus, sequence.getLeft(), between));
    }
    // Of a repeated or optional step only the first matters.
    return path instanceof P_Path1 repeated
        ? ShaclPaths.valueNodes(data, focus, repeated.getSubPath()).stream()
        .flatMap(next -> steps(data, focus, repeated.getSubPath(), next))
        : Stream.empty();
  }
}
