package goldenbridge.graph;

/**
 * One quad pattern in a join. A row is an array of term numbers, a place for each variable. Opened on a row, a step takes
 * what is bound in it as given and then writes the rest, match after match. One thread's own.
 *
 * <p>References: a number from 0 is a term, a negative one is the complement of a variable's place.
 */
final class Step {
  static final int UNBOUND = -1;

  private final QuadIndex index;
  private final GraphTerm graph;
  private final int s;
  private final int p;
  private final int o;
  private final Range range = new Range();
  private boolean freeS;
  private boolean freeP;
  private boolean freeO;
  private boolean freeG;
  /** The graph that every match must be in; UNBOUND when there is none. */
  private int inGraph;
  /** The terms that must be compared, because the range holds more than they ask for; UNBOUND otherwise. */
  private int checkP;
  private int checkO;
  private boolean throughGraph;
  private int triple;
  private int[] several;
  private int nextOfSeveral;

  Step(QuadIndex index, GraphTerm graph, int s, int p, int o) {
    this.index = index;
    this.graph = graph;
    this.s = s;
    this.p = p;
    this.o = o;
  }

  GraphTerm graph() {
    return graph;
  }

  int s() {
    return s;
  }

  int p() {
    return p;
  }

  int o() {
    return o;
  }

  /** The triple of the present match. */
  int triple() {
    return triple;
  }

  private static int value(int reference, int[] row) {
    return reference >= 0 ? reference : row[~reference];
  }

  void open(int[] row) {
    int subject = value(s, row);
    int predicate = value(p, row);
    int object = value(o, row);
    int name = graph.isUnion() ? UNBOUND : value(graph.reference(), row);
    freeS = subject == UNBOUND;
    freeP = predicate == UNBOUND;
    freeO = object == UNBOUND;
    freeG = !graph.isUnion() && name == UNBOUND;
    inGraph = name;
    several = null;
    if (impossible(subject) || impossible(predicate) || impossible(object) || impossible(name)
        || name >= 0 && (!graph.allows(name) || !index.isGraph(name))) {
      range.none();
      return;
    }
    range.triples(index, subject, predicate, object);
    throughGraph = name >= 0 && index.graphStarts[name + 1] - index.graphStarts[name] < range.size();
    if (throughGraph) {
      range.graph(index, name, subject);
      checkP = predicate;
      checkO = object;
    }
  }

  private static boolean impossible(int term) {
    return term == NodeTable.NONE;
  }

  /** Writes the next match into the row; when there is none, leaves the row as it was at the opening. */
  boolean next(int[] row) {
    if (several != null && nextGraph(row)) {
      return true;
    }
    while (range.at < range.end) {
      triple = range.next();
      if (throughGraph ? fits() : inGraph < 0 || index.holds(inGraph, triple)) {
        if (bind(row) && inScope(row)) {
          return true;
        }
      }
    }
    clear(row);
    return false;
  }

  private boolean fits() {
    return (checkP < 0 || index.predicates[triple] == checkP) && (checkO < 0 || index.objects[triple] == checkO);
  }

  /** A variable that stands twice in the pattern must be the same twice. */
  private boolean bind(int[] row) {
    if (freeS) {
      row[~s] = index.subjects[triple];
    }
    if (freeP) {
      int predicate = index.predicates[triple];
      if (freeS && p == s) {
        if (row[~s] != predicate) {
          return false;
        }
      } else {
        row[~p] = predicate;
      }
    }
    if (freeO) {
      int object = index.objects[triple];
      if (freeS && o == s || freeP && o == p) {
        return row[~o] == object;
      }
      row[~o] = object;
    }
    return true;
  }

  private boolean inScope(int[] row) {
    if (graph.isUnion()) {
      return graph.among() == null || anyAllowed();
    }
    if (!freeG) {
      return true;
    }
    int reference = graph.reference();
    if (freeS && reference == s || freeP && reference == p || freeO && reference == o) {
      return graph.allows(row[~reference]) && index.holds(row[~reference], triple);
    }
    int only = index.onlyGraph(triple);
    if (only >= 0) {
      row[~reference] = only;
      return graph.allows(only);
    }
    several = index.severalGraphs(only);
    nextOfSeveral = 0;
    return nextGraph(row);
  }

  private boolean nextGraph(int[] row) {
    while (nextOfSeveral < several.length) {
      int name = several[nextOfSeveral++];
      if (graph.allows(name)) {
        row[~graph.reference()] = name;
        return true;
      }
    }
    several = null;
    return false;
  }

  private boolean anyAllowed() {
    int only = index.onlyGraph(triple);
    if (only >= 0) {
      return graph.allows(only);
    }
    for (int name : index.severalGraphs(only)) {
      if (graph.allows(name)) {
        return true;
      }
    }
    return false;
  }

  private void clear(int[] row) {
    if (freeS) {
      row[~s] = UNBOUND;
    }
    if (freeP) {
      row[~p] = UNBOUND;
    }
    if (freeO) {
      row[~o] = UNBOUND;
    }
    if (freeG) {
      row[~graph.reference()] = UNBOUND;
    }
  }
}
