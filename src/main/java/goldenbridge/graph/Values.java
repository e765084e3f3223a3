package goldenbridge.graph;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/**
 * What terms are worth in filters. To read a date or a number from its text costs far more than to compare it, so each is read
 * once for all queries. Safe for any number of threads: at worst two of them read the same term.
 */
final class Values {
  private final NodeTable nodes;
  private final AtomicReferenceArray<NodeValue> known;

  Values(NodeTable nodes) {
    this.nodes = nodes;
    this.known = new AtomicReferenceArray<>(nodes.size());
  }

  NodeValue of(int id) {
    NodeValue value = known.get(id);
    if (value == null) {
      Node node = nodes.node(id);
      value = NodeValue.makeNode(node);
      if (node.isLiteral() && !value.isString() && !value.isLangString()) {
        known.set(id, value);
      }
    }
    return value;
  }

  /**
   * The same expression, its variables taken from rows that know what they are worth, and days compared by their letters; one that looks for a
   * pattern stays as it is.
   */
  static Expr within(Expr expression) {
    return Condition.holdsPattern(expression) ? expression : ExprTransformer.transform(new ExprTransformCopy() {
      @Override
      public Expr transform(ExprVar variable) {
        return new Variable(variable.asVar());
      }

      @Override
      public Expr transform(ExprFunction2 function, Expr first, Expr second) {
        return DayComparison.of(super.transform(function, first, second));
      }
    }, expression);
  }

  private static final class Variable extends ExprVar {
    Variable(Var variable) {
      super(variable);
    }

    @Override
    public NodeValue eval(Binding row, FunctionEnv environment) {
      NodeValue value = ValuedBinding.value(row, varNode);
      return value == null ? super.eval(row, environment) : value;
    }

    @Override
    public Expr copy(Var variable) {
      return new Variable(variable);
    }
  }
}
