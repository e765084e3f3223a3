package goldenbridge.graph;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;

/**
 * Which patterns under one graph variable mean the same when every triple is matched as a quad of that variable: basic
 * patterns and what joins them. MINUS, sub-queries and paths see one graph at a time and keep it so; an empty pattern lists
 * the graphs.
 */
final class QuadForm {
  private QuadForm() {}

  static boolean fits(OpGraph pattern) {
    return fits(pattern.getSubOp(), Var.alloc(pattern.getNode()));
  }

  private static boolean fits(Op op, Var graph) {
    if (op instanceof OpBGP basic) {
      return !basic.getPattern().isEmpty();
    }
    if (op instanceof OpFilter filter) {
      return simple(filter.getExprs(), graph) && fits(filter.getSubOp(), graph);
    }
    if (op instanceof OpLeftJoin join) {
      return (join.getExprs() == null || simple(join.getExprs(), graph)) && fits(join.getLeft(), graph) && fits(join.getRight(), graph);
    }
    if (op instanceof OpJoin join) {
      return fits(join.getLeft(), graph) && fits(join.getRight(), graph);
    }
    if (op instanceof OpConditional condition) {
      return fits(condition.getLeft(), graph) && fits(condition.getRight(), graph);
    }
    if (op instanceof OpUnion union) {
      return fits(union.getLeft(), graph) && fits(union.getRight(), graph);
    }
    return op instanceof OpSequence sequence && sequence.getElements().stream().allMatch(part -> fits(part, graph));
  }

  /** The graph variable is not in scope within its own pattern, so an expression that uses it must not see it bound. */
  private static boolean simple(ExprList expressions, Var graph) {
    for (Expr expression : expressions) {
      if (expression.getVarsMentioned().contains(graph) || Condition.holdsPattern(expression)) {
        return false;
      }
    }
    return true;
  }
}
