package goldenbridge.graph;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All quads as sorted columns of term numbers. A triple stands once, at its place in the order of subject, predicate and object;
 * that place is its number. Two more orders (predicate, object, subject; object, subject, predicate) make every pattern of
 * a triple one unbroken range, whose length is an exact count. A triple knows the graphs that hold it, a graph its triples.
 * Never changes, so any number of threads may read.
 */
final class QuadIndex {
  private static final int[] NOTHING = {};

  final NodeTable nodes;
  final int[] subjects;
  final int[] predicates;
  final int[] objects;
  final int[] bySubject;
  final int[] byPredicate;
  final int[] byObject;
  final int[] graphStarts;
  /** Triples in the order of predicate, object and subject, and the object of each. */
  final int[] posTriples;
  final int[] posObjects;
  /** Triples in the order of object, subject and predicate, and the subject of each. */
  final int[] ospTriples;
  final int[] ospSubjects;
  /** The triples of each graph, graph after graph, in the order of their numbers. */
  final int[] graphTriples;
  private final int[] graphOfTriple;
  private final int[][] manyGraphs;
  private final int[] graphNames;
  private final TermCounts counts;
  private final Values values;

  QuadIndex(NodeTable nodes, QuadColumns quads) {
    this.nodes = nodes;
    int terms = nodes.size();
    int[] rows = quads.sorted(terms);
    int quadCount = distinct(quads, rows, true);
    int tripleCount = distinct(quads, rows, false);
    subjects = new int[tripleCount];
    predicates = new int[tripleCount];
    objects = new int[tripleCount];
    graphOfTriple = new int[tripleCount];
    int[] quadTriple = new int[quadCount];
    int[] quadGraph = new int[quadCount];
    manyGraphs = fill(quads, rows, quadTriple, quadGraph);

    int[] triples = numbers(tripleCount);
    bySubject = QuadColumns.starts(triples, subjects, terms);
    byPredicate = QuadColumns.starts(triples, predicates, terms);
    byObject = QuadColumns.starts(triples, objects, terms);
    ospTriples = QuadColumns.sorted(triples, objects, terms);
    posTriples = QuadColumns.sorted(ospTriples, predicates, terms);
    posObjects = picked(posTriples, objects);
    ospSubjects = picked(ospTriples, subjects);
    int[] byGraph = numbers(quadCount);
    graphStarts = QuadColumns.starts(byGraph, quadGraph, terms);
    graphTriples = picked(QuadColumns.sorted(byGraph, quadGraph, terms), quadTriple);
    graphNames = names();
    counts = new TermCounts(this);
    values = new Values(nodes);
  }

  private QuadIndex(NodeTable nodes, ByteBuffer in) {
    this.nodes = nodes;
    subjects = GrowingBytes.ints(in);
    predicates = GrowingBytes.ints(in);
    objects = GrowingBytes.ints(in);
    bySubject = GrowingBytes.ints(in);
    byPredicate = GrowingBytes.ints(in);
    byObject = GrowingBytes.ints(in);
    graphStarts = GrowingBytes.ints(in);
    posTriples = GrowingBytes.ints(in);
    posObjects = GrowingBytes.ints(in);
    ospTriples = GrowingBytes.ints(in);
    ospSubjects = GrowingBytes.ints(in);
    graphTriples = GrowingBytes.ints(in);
    graphOfTriple = GrowingBytes.ints(in);
    graphNames = GrowingBytes.ints(in);
    manyGraphs = new int[in.getInt()][];
    Arrays.setAll(manyGraphs, triple -> GrowingBytes.ints(in));
    counts = TermCounts.read(in);
    values = new Values(nodes);
  }

  /** Reads what {@link #write} has written of quads with these terms. */
  static QuadIndex read(NodeTable nodes, ByteBuffer in) {
    return new QuadIndex(nodes, in);
  }

  /** Writes everything but the terms. */
  void write(GrowingBytes out) {
    for (int[] column : new int[][] {subjects, predicates, objects, bySubject, byPredicate, byObject, graphStarts, posTriples, posObjects,
        ospTriples, ospSubjects, graphTriples, graphOfTriple, graphNames}) {
      out.putInts(column);
    }
    out.putInt(manyGraphs.length);
    for (int[] graphs : manyGraphs) {
      out.putInts(graphs);
    }
    counts.write(out);
  }

  private static int[] numbers(int count) {
    int[] numbers = new int[count];
    Arrays.setAll(numbers, number -> number);
    return numbers;
  }

  private static int[] picked(int[] rows, int[] column) {
    int[] picked = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = column[rows[i]];
    }
    return picked;
  }

  private static int distinct(QuadColumns quads, int[] rows, boolean ofGraphs) {
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      if (i == 0 || !sameTriple(quads, rows[i], rows[i - 1]) || ofGraphs && quads.graph(rows[i]) != quads.graph(rows[i - 1])) {
        count++;
      }
    }
    return count;
  }

  private static boolean sameTriple(QuadColumns quads, int one, int other) {
    return quads.object(one) == quads.object(other) && quads.predicate(one) == quads.predicate(other)
        && quads.subject(one) == quads.subject(other);
  }

  /** Writes the columns and returns the graphs of the triples that stand in more than one. */
  private int[][] fill(QuadColumns quads, int[] rows, int[] quadTriple, int[] quadGraph) {
    List<int[]> many = new ArrayList<>();
    int triple = -1;
    int quad = 0;
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      int graph = quads.graph(row);
      if (i == 0 || !sameTriple(quads, row, rows[i - 1])) {
        subjects[++triple] = quads.subject(row);
        predicates[triple] = quads.predicate(row);
        objects[triple] = quads.object(row);
        graphOfTriple[triple] = graph;
      } else if (graph == quadGraph[quad - 1]) {
        continue;
      } else {
        addGraph(triple, graph, many);
      }
      quadTriple[quad] = triple;
      quadGraph[quad++] = graph;
    }
    return many.toArray(int[][]::new);
  }

  private void addGraph(int triple, int graph, List<int[]> many) {
    int held = graphOfTriple[triple];
    if (held >= 0) {
      graphOfTriple[triple] = ~many.size();
      many.add(new int[] {held, graph});
      return;
    }
    int[] more = Arrays.copyOf(many.get(~held), many.get(~held).length + 1);
    more[more.length - 1] = graph;
    many.set(~held, more);
  }

  private int[] names() {
    int[] names = new int[nodes.size()];
    int count = 0;
    for (int term = 0; term < names.length; term++) {
      if (isGraph(term)) {
        names[count++] = term;
      }
    }
    return Arrays.copyOf(names, count);
  }

  int triples() {
    return subjects.length;
  }

  int quads() {
    return graphTriples.length;
  }

  /** The names of all graphs. */
  int[] graphs() {
    return graphNames;
  }

  boolean isGraph(int term) {
    return term >= 0 && graphStarts[term] < graphStarts[term + 1];
  }

  TermCounts counts() {
    return counts;
  }

  Values values() {
    return values;
  }

  /** The only graph of a triple, or a negative number when there are several. */
  int onlyGraph(int triple) {
    return graphOfTriple[triple];
  }

  /** The graphs of a triple that stands in several, in the order of their numbers. */
  int[] severalGraphs(int onlyGraph) {
    return manyGraphs[~onlyGraph];
  }

  boolean holds(int graph, int triple) {
    int only = graphOfTriple[triple];
    return only >= 0 ? only == graph : Arrays.binarySearch(manyGraphs[~only], graph) >= 0;
  }

  /** The graphs that hold a triple of these terms. */
  int[] graphsOf(int subject, int predicate, int object) {
    Range range = new Range();
    range.triples(this, subject, predicate, object);
    if (range.at == range.end) {
      return NOTHING;
    }
    int only = graphOfTriple[range.at];
    return only >= 0 ? new int[] {only} : manyGraphs[~only];
  }
}
