package goldenbridge.graph;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.sparql.core.Var;

/** The variables of rows that are made alike. Immutable. */
final class Columns {
  private final Var[] variables;
  /** To tell most variables apart by: their names are compared letter by letter. */
  private final int[] hashes;

  Columns(Var... variables) {
    this.variables = variables;
    this.hashes = Arrays.stream(variables).mapToInt(Var::hashCode).toArray();
  }

  static Columns of(List<Var> variables) {
    return new Columns(variables.toArray(Var[]::new));
  }

  int count() {
    return variables.length;
  }

  Var variable(int place) {
    return variables[place];
  }

  /** Where a variable stands, or -1. */
  int place(Var variable) {
    int hash = variable.hashCode();
    for (int place = 0; place < hashes.length; place++) {
      if (hashes[place] == hash && variables[place].equals(variable)) {
        return place;
      }
    }
    return -1;
  }

  Iterator<Var> iterator() {
    return Arrays.asList(variables).iterator();
  }
}
