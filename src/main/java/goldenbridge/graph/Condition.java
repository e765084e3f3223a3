package goldenbridge.graph;

import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.E_Random;
import org.apache.jena.sparql.expr.E_SameTerm;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.E_StrUUID;
import org.apache.jena.sparql.expr.E_UUID;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.vocabulary.XSD;

/**
 * A filter within a join. One that looks at a single term remembers its verdict on each, for the join that it belongs to: of
 * many rows with one date, one is computed.
 */
final class Condition {
  private final Expr expression;
  private final Set<Var> mentioned;
  private final int[] places;
  private final Verdicts verdicts;
  private final boolean wholeRow;
  private final boolean irreflexive;
  private final Block sought;
  private BlockMatcher matcher;

  /**
   * @param places where in a row the variables stand that the condition and the join share
   * @param sought what EXISTS or NOT EXISTS looks for; null when that is not one block, or for any other filter
   */
  Condition(Expr expression, int[] places, Block sought) {
    this.wholeRow = holdsPattern(expression);
    this.expression = Values.within(expression);
    this.mentioned = expression.getVarsMentioned();
    this.places = places;
    this.sought = sought;
    this.irreflexive = places.length == 2 && irreflexive(expression);
    this.verdicts = places.length == 1 && mentioned.size() == 1 && steady(expression) ? new Verdicts() : null;
  }

  /** EXISTS looks at the whole row and hands it on. */
  static boolean holdsPattern(Expr expression) {
    return expression instanceof ExprFunctionOp
        || expression.isFunction() && expression.getFunction().getArgs().stream().anyMatch(Condition::holdsPattern);
  }

  private static boolean steady(Expr expression) {
    if (expression instanceof E_Random || expression instanceof E_UUID || expression instanceof E_StrUUID
        || expression instanceof E_BNode || expression instanceof ExprFunctionOp
        || expression instanceof E_Function function && !function.getFunctionIRI().startsWith(XSD.getURI())) {
      return false;
    }
    return !expression.isFunction() || expression.getFunction().getArgs().stream().allMatch(Condition::steady);
  }

  /**
   * Whether a comparison says of two variables what no term can say of itself: {@code ?a < ?b}, {@code STR(?a) != STR(?b)}.
   * A value is never less than itself, also when it is not a number; it may differ from itself, but a text does not.
   */
  private static boolean irreflexive(Expr expression) {
    if (!(expression instanceof E_LessThan || expression instanceof E_GreaterThan || expression instanceof E_NotEquals)) {
      return false;
    }
    Expr one = ((ExprFunction2) expression).getArg1();
    Expr other = ((ExprFunction2) expression).getArg2();
    boolean texts = one instanceof E_Str text && text.getArg().isVariable() && other instanceof E_Str again && again.getArg().isVariable();
    return texts || one.isVariable() && other.isVariable() && !(expression instanceof E_NotEquals);
  }

  /** The only term that a condition of the kind {@code ?x = <iri>} lets pass; null for any other condition. */
  static Node asked(Expr expression) {
    if (!(expression instanceof E_Equals || expression instanceof E_SameTerm)) {
      return null;
    }
    ExprFunction2 equality = (ExprFunction2) expression;
    Expr term = equality.getArg1().isVariable() ? equality.getArg2() : equality.getArg1();
    Expr variable = equality.getArg1().isVariable() ? equality.getArg1() : equality.getArg2();
    return variable.isVariable() && term.isConstant() && term.getConstant().asNode().isURI() ? term.getConstant().asNode() : null;
  }

  int[] places() {
    return places;
  }

  boolean wholeRow() {
    return wholeRow;
  }

  boolean holds(int[] row, Binding binding, ExecutionContext environment) {
    if (sought != null) {
      return exists(binding, environment) == expression instanceof E_Exists;
    }
    if (irreflexive && row[places[0]] >= 0 && row[places[0]] == row[places[1]]) {
      return false;
    }
    if (verdicts == null) {
      return expression.isSatisfied(binding, environment);
    }
    int term = row[places[0]];
    int known = verdicts.of(term);
    if (known != Verdicts.UNKNOWN) {
      return known == Verdicts.YES;
    }
    boolean holds = expression.isSatisfied(binding, environment);
    verdicts.note(term, holds);
    return holds;
  }

  private boolean exists(Binding binding, ExecutionContext execution) {
    if (matcher == null) {
      matcher = new BlockMatcher(sought, execution);
    }
    matcher.start(binding);
    return matcher.next();
  }
}
