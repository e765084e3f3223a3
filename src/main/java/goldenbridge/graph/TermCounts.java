package goldenbridge.graph;

import java.nio.ByteBuffer;

/** How many different subjects and objects there are, in all and for each predicate: what the order of a join rests on. */
final class TermCounts {
  final int subjects;
  final int predicates;
  final int objects;
  private final int[] subjectsOf;
  private final int[] objectsOf;

  TermCounts(QuadIndex index) {
    subjects = used(index.bySubject);
    predicates = used(index.byPredicate);
    objects = used(index.byObject);
    subjectsOf = new int[index.nodes.size()];
    objectsOf = new int[index.nodes.size()];
    for (int triple = 0; triple < index.triples(); triple++) {
      int predicate = index.predicates[triple];
      if (triple == 0 || index.subjects[triple] != index.subjects[triple - 1] || predicate != index.predicates[triple - 1]) {
        subjectsOf[predicate]++;
      }
      int ordered = index.predicates[index.posTriples[triple]];
      if (triple == index.byPredicate[ordered] || index.posObjects[triple] != index.posObjects[triple - 1]) {
        objectsOf[ordered]++;
      }
    }
  }

  private TermCounts(ByteBuffer in) {
    subjects = in.getInt();
    predicates = in.getInt();
    objects = in.getInt();
    subjectsOf = GrowingBytes.ints(in);
    objectsOf = GrowingBytes.ints(in);
  }

  /** Reads what {@link #write} has written. */
  static TermCounts read(ByteBuffer in) {
    return new TermCounts(in);
  }

  void write(GrowingBytes out) {
    out.putInt(subjects);
    out.putInt(predicates);
    out.putInt(objects);
    out.putInts(subjectsOf);
    out.putInts(objectsOf);
  }

  private static int used(int[] starts) {
    int used = 0;
    for (int term = 1; term < starts.length; term++) {
      used += starts[term] > starts[term - 1] ? 1 : 0;
    }
    return used;
  }

  /** Subjects of a predicate; of all when it is not known. */
  int subjects(int predicate) {
    return Math.max(1, predicate < 0 ? subjects : subjectsOf[predicate]);
  }

  /** Objects of a predicate; of all when it is not known. */
  int objects(int predicate) {
    return Math.max(1, predicate < 0 ? objects : objectsOf[predicate]);
  }
}
