package goldenbridge.search;

import org.apache.jena.graph.Node;

/**
 * One name of an entity.
 *
 * @param language a BCP 47 tag, or {@code ""}
 */
record Name(Node entity, String text, String language, Kind kind) {

  /** What the graph says by the name, best first. */
  enum Kind {
    PREFERRED(1.0), VARIANT(0.6), IDENTIFIER(0.2);

    final double worth;

    Kind(double worth) {
      this.worth = worth;
    }
  }
}
