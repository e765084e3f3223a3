package goldenbridge.graph;

import java.util.Arrays;

/**
 * The triples of one pattern as an unbroken range of one of the orders. Terms are numbers; a negative one stands for any.
 * One thread's own, opened again and again.
 */
final class Range {
  /** The triples in the order of this range; null when places and triples are the same. */
  private int[] triples;
  int at;
  int end;

  int size() {
    return end - at;
  }

  /** The triple at the present place; moves on. */
  int next() {
    return triples == null ? at++ : triples[at++];
  }

  /** The triples that match. */
  void triples(QuadIndex index, int subject, int predicate, int object) {
    if (subject >= 0 && (predicate >= 0 || object < 0)) {
      whole(null, index.bySubject, subject);
      narrow(index.predicates, predicate);
      narrow(index.objects, object);
    } else if (object >= 0 && predicate < 0) {
      whole(index.ospTriples, index.byObject, object);
      narrow(index.ospSubjects, subject);
    } else if (predicate >= 0) {
      whole(index.posTriples, index.byPredicate, predicate);
      narrow(index.posObjects, object);
    } else {
      triples = null;
      at = 0;
      end = index.triples();
    }
  }

  /** The triples of one graph, of one subject if that is known. */
  void graph(QuadIndex index, int graph, int subject) {
    whole(index.graphTriples, index.graphStarts, graph);
    if (subject >= 0) {
      at = place(triples, index.bySubject[subject]);
      end = place(triples, index.bySubject[subject + 1]);
    }
  }

  void none() {
    at = 0;
    end = 0;
  }

  private void whole(int[] order, int[] starts, int term) {
    triples = order;
    at = starts[term];
    end = starts[term + 1];
  }

  private void narrow(int[] column, int term) {
    if (term >= 0) {
      at = place(column, term);
      end = place(column, term + 1);
    }
  }

  /** The first place in the range whose value is not smaller. */
  private int place(int[] column, int value) {
    int low = at;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (column[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public String toString() {
    return "Range" + Arrays.asList(at, end);
  }
}
