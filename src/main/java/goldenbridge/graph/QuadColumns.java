package goldenbridge.graph;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Quads as four columns of term numbers while they are collected. Used by one thread. */
final class QuadColumns {
  private int[] graphs = new int[1024];
  private int[] subjects = new int[1024];
  private int[] predicates = new int[1024];
  private int[] objects = new int[1024];
  private int size;

  void add(int graph, int subject, int predicate, int object) {
    if (size == graphs.length) {
      grow(size + (size >> 1));
    }
    graphs[size] = graph;
    subjects[size] = subject;
    predicates[size] = predicate;
    objects[size++] = object;
  }

  private void grow(int room) {
    graphs = Arrays.copyOf(graphs, room);
    subjects = Arrays.copyOf(subjects, room);
    predicates = Arrays.copyOf(predicates, room);
    objects = Arrays.copyOf(objects, room);
  }

  int size() {
    return size;
  }

  /** Subject, predicate and object of some rows, one after the other. */
  int[] triples(int from, int to) {
    return IntStream.range(from, to).flatMap(row -> IntStream.of(subjects[row], predicates[row], objects[row])).toArray();
  }

  int graph(int row) {
    return graphs[row];
  }

  int subject(int row) {
    return subjects[row];
  }

  int predicate(int row) {
    return predicates[row];
  }

  int object(int row) {
    return objects[row];
  }

  /** The rows in the order of subject, predicate, object and graph. */
  int[] sorted(int terms) {
    int[] rows = new int[size];
    Arrays.setAll(rows, row -> row);
    for (int[] column : new int[][] {graphs, objects, predicates, subjects}) {
      rows = sorted(rows, column, terms);
    }
    return rows;
  }

  /** Rows by the value that each has in a column; rows of one value keep their order (a counting sort). */
  static int[] sorted(int[] rows, int[] column, int terms) {
    int[] next = starts(rows, column, terms);
    int[] sorted = new int[rows.length];
    for (int row : rows) {
      sorted[next[column[row]]++] = row;
    }
    return sorted;
  }

  /** Where the rows of each value begin when they are sorted by that value; one more entry for the end. */
  static int[] starts(int[] rows, int[] column, int terms) {
    int[] starts = new int[terms + 1];
    for (int row : rows) {
      starts[column[row] + 1]++;
    }
    for (int term = 0; term < terms; term++) {
      starts[term + 1] += starts[term];
    }
    return starts;
  }
}
