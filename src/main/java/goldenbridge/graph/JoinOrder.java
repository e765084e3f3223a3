package goldenbridge.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * The order in which the patterns of a block are matched: next is always the one with the fewest matches for each row so far.
 * Terms that are known give exact counts; a variable that an earlier pattern binds gives the average.
 */
final class JoinOrder {
  private final QuadIndex index;
  private final int[] row;
  private final boolean[] bound;
  private final Range range = new Range();

  private JoinOrder(QuadIndex index, int[] row) {
    this.index = index;
    this.row = row;
    this.bound = new boolean[row.length];
  }

  /** @param row the values that the input gives, which the order takes as typical */
  static Step[] of(Block block, int[] row) {
    Step[] ordered = new Step[block.steps().size()];
    if (ordered.length == 1) {
      return block.steps().toArray(ordered);
    }
    JoinOrder order = new JoinOrder(block.index(), row);
    List<Step> left = new ArrayList<>(block.steps());
    for (int place = 0; place < ordered.length; place++) {
      ordered[place] = order.takeBest(left);
    }
    return ordered;
  }

  private Step takeBest(List<Step> left) {
    Step best = left.get(0);
    double fewest = matches(best);
    for (Step step : left.subList(1, left.size())) {
      double matches = matches(step);
      if (matches < fewest) {
        best = step;
        fewest = matches;
      }
    }
    left.remove(best);
    bind(best.s());
    bind(best.p());
    bind(best.o());
    if (!best.graph().isUnion()) {
      bind(best.graph().reference());
    }
    return best;
  }

  private void bind(int reference) {
    if (reference < 0) {
      bound[~reference] = true;
    }
  }

  private int known(int reference) {
    return reference >= 0 ? reference : Math.max(row[~reference], Step.UNBOUND);
  }

  private boolean later(int reference) {
    return reference < 0 && bound[~reference] && row[~reference] < 0;
  }

  private double matches(Step step) {
    int predicate = known(step.p());
    range.triples(index, known(step.s()), predicate, known(step.o()));
    double matches = range.size();
    if (later(step.s())) {
      matches /= index.counts().subjects(predicate);
    }
    if (later(step.o())) {
      matches /= index.counts().objects(predicate);
    }
    if (later(step.p())) {
      matches /= Math.max(1, index.counts().predicates);
    }
    return step.graph().isUnion() ? matches : inGraph(matches, step.graph().reference());
  }

  private double inGraph(double matches, int reference) {
    int graph = known(reference);
    if (graph >= 0) {
      return Math.min(matches, index.graphStarts[graph + 1] - index.graphStarts[graph]);
    }
    return later(reference) ? Math.min(matches, (double) index.quads() / Math.max(1, index.graphs().length)) : matches;
  }
}
