package goldenbridge.graph;

import java.util.function.IntPredicate;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueDateTime;

/**
 * Less, greater and their like, where both may be days: those of four-digit years without a time zone come in the order of their
 * letters, and to compare them as dates takes many times as long. All else is left to Jena.
 */
final class DayComparison extends ExprFunction2 {
  private static final int LENGTH = "2019-03-01".length();

  private final ExprFunction2 full;
  private final IntPredicate passes;

  private DayComparison(ExprFunction2 full, IntPredicate passes) {
    super(full.getArg1(), full.getArg2(), full.getFunctionName(null), full.getOpName());
    this.full = full;
    this.passes = passes;
  }

  /** The same expression, quicker if it is a comparison. */
  static Expr of(Expr expression) {
    if (expression instanceof E_LessThan less) {
      return new DayComparison(less, order -> order < 0);
    }
    if (expression instanceof E_LessThanOrEqual atMost) {
      return new DayComparison(atMost, order -> order <= 0);
    }
    if (expression instanceof E_GreaterThan greater) {
      return new DayComparison(greater, order -> order > 0);
    }
    return expression instanceof E_GreaterThanOrEqual atLeast ? new DayComparison(atLeast, order -> order >= 0) : expression;
  }

  @Override
  public NodeValue eval(NodeValue first, NodeValue second) {
    if (!isDay(first) || !isDay(second)) {
      return full.eval(first, second);
    }
    return NodeValue.booleanReturn(passes.test(first.asNode().getLiteralLexicalForm().compareTo(second.asNode().getLiteralLexicalForm())));
  }

  /** A real one: a 30th of February is no date to Jena. */
  private static boolean isDay(NodeValue value) {
    if (!(value instanceof NodeValueDateTime)) {
      return false;
    }
    Node node = value.asNode();
    String text = node.getLiteralLexicalForm();
    return node.getLiteralDatatype() == XSDDatatype.XSDdate && text.length() == LENGTH && text.charAt(4) == '-' && text.charAt(7) == '-';
  }

  @Override
  public Expr copy(Expr first, Expr second) {
    return of(full.copy(first, second));
  }
}
