package goldenbridge.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingLib;

/**
 * The rows of one side of a join, found by the terms that they have in common with a row of the other side. Used by one thread.
 */
final class Partners {
  private final List<Traced> rows;
  /** Bound in every row. */
  private final List<Var> always;
  private final Map<List<Var>, Map<List<Node>, List<Traced>>> tables = new HashMap<>();

  Partners(List<Traced> rows) {
    this.rows = rows;
    this.always = always(rows);
  }

  private static List<Var> always(List<Traced> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Set<Var> variables = rows.get(0).row().varsMentioned();
    rows.forEach(other -> variables.removeIf(variable -> !other.row().contains(variable)));
    return List.copyOf(variables);
  }

  /** Each partner of a row, merged with it. */
  List<Traced> joined(Traced row) {
    return near(row.row()).stream().filter(other -> Algebra.compatible(row.row(), other.row()))
        .map(other -> new Traced(BindingLib.merge(row.row(), other.row()), row.matched().and(other.matched()))).toList();
  }

  /** Whether MINUS of these rows removes a row: one is compatible and shares a variable. */
  boolean remove(Binding row) {
    return near(row).stream().map(Traced::row).anyMatch(removes(row));
  }

  private static Predicate<Binding> removes(Binding row) {
    return other -> {
      boolean shared = false;
      for (Var variable : other.varsMentioned()) {
        Node here = row.get(variable);
        if (here != null) {
          if (!here.sameTermAs(other.get(variable))) {
            return false;
          }
          shared = true;
        }
      }
      return shared;
    };
  }

  /** Those that may be compatible: all that agree in the variables that every one of them and the row bind. */
  private List<Traced> near(Binding row) {
    List<Var> shared = always.stream().filter(row::contains).toList();
    return shared.isEmpty() ? rows : tables.computeIfAbsent(shared, this::table).getOrDefault(terms(shared, row), List.of());
  }

  private Map<List<Node>, List<Traced>> table(List<Var> shared) {
    return rows.stream().collect(Collectors.groupingBy(row -> terms(shared, row.row()), HashMap::new, Collectors.toCollection(ArrayList::new)));
  }

  private static List<Node> terms(List<Var> variables, Binding row) {
    return variables.stream().map(row::get).toList();
  }
}
