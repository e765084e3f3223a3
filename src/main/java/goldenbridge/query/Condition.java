package goldenbridge.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;

/** Tests a solution; what an {@code EXISTS} that holds has matched belongs to the solution. */
final class Condition {
  private final Tracer tracer;
  private final Node graph;

  Condition(Tracer tracer, Node graph) {
    this.tracer = tracer;
    this.graph = graph;
  }

  /** The solution with what its conditions matched, or nothing when one of them fails. */
  List<Traced> satisfied(ExprList conditions, Traced row) {
    Traced kept = row;
    if (conditions != null) {
      for (Expr condition : conditions) {
        if (!condition.isSatisfied(row.row(), tracer.execution(graph))) {
          return List.of();
        }
        for (E_Exists exists : existsIn(condition)) {
          for (Traced inner : tracer.trace(exists.getGraphPattern(), Traced.of(row.row()), graph)) {
            kept = kept.and(inner.matched());
          }
        }
      }
    }
    return List.of(kept);
  }

  /** Every EXISTS of an expression, except under a negation: there it is its absence that counts. */
  private static List<E_Exists> existsIn(Expr expression) {
    List<E_Exists> found = new ArrayList<>();
    if (expression instanceof E_Exists exists) {
      found.add(exists);
    } else if (expression.isFunction() && !(expression instanceof ExprFunctionOp) && !(expression instanceof org.apache.jena.sparql.expr.E_LogicalNot)) {
      expression.getFunction().getArgs().forEach(argument -> found.addAll(existsIn(argument)));
    }
    return found;
  }
}
