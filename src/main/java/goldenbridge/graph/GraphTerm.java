package goldenbridge.graph;

import java.util.BitSet;

/**
 * The graph of a pattern: any of some graphs with each triple once (a union), one graph, or a variable that takes each graph.
 *
 * @param reference the number of a graph, or the complement of a variable's place in a row; without meaning for a union
 * @param among the graphs that may be seen; null for all
 */
record GraphTerm(boolean isUnion, int reference, BitSet among) {
  static GraphTerm union(BitSet among) {
    return new GraphTerm(true, 0, among);
  }

  static GraphTerm fixed(int graph) {
    return new GraphTerm(false, graph, null);
  }

  /** A graph of the dataset, by number or by variable. */
  static GraphTerm named(int reference, BitSet among) {
    return new GraphTerm(false, reference, among);
  }

  boolean allows(int graph) {
    return among == null || among.get(graph);
  }
}
