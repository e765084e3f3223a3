package goldenbridge.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * The values of expressions ({@code BIND}, {@code AS}) of a row, as Jena's own
 * {@link org.apache.jena.sparql.engine.iterator.QueryIterAssign} gives them; but what a value is worth is read from it once. One that fails
 * leaves its variable without value.
 */
final class Extension {
  private final VarExprList expressions;
  private final Columns columns;
  private final ExecutionContext execution;

  Extension(VarExprList given, ExecutionContext execution) {
    this.execution = execution;
    expressions = new VarExprList();
    given.forEachVarExpr((variable, expression) -> expressions.add(variable, expression == null ? null : Values.within(expression)));
    columns = Columns.of(expressions.getVars());
  }

  /** The row with all values; each expression sees those before it. Null when a variable has another value already. */
  Binding of(Binding row) {
    Computed extended = new Computed(row, columns);
    for (int place = 0; place < columns.count(); place++) {
      Var variable = columns.variable(place);
      Node term = term(variable, place, extended);
      Node held = row.get(variable);
      if (held == null) {
        extended.terms[place] = term;
      } else if (term != null && !held.sameValueAs(term)) {
        return null;
      }
    }
    return extended;
  }

  private Node term(Var variable, int place, Computed extended) {
    Expr expression = expressions.getExpr(variable);
    if (expression == null || !expression.isVariable()) {
      return expressions.get(variable, extended, execution);
    }
    extended.values[place] = ValuedBinding.value(extended, expression.asVar()); // another name for what may have been read already
    return extended.values[place] == null ? null : extended.values[place].asNode();
  }

  private static final class Computed extends ValuedBinding {
    private final Columns columns;
    private final Node[] terms;
    private final NodeValue[] values;

    Computed(Binding parent, Columns columns) {
      super(parent);
      this.columns = columns;
      this.terms = new Node[columns.count()];
      this.values = new NodeValue[columns.count()];
    }

    @Override
    Columns columns() {
      return columns;
    }

    @Override
    NodeValue value1(Var variable) {
      int place = columns.place(variable);
      if (place < 0 || terms[place] == null) {
        return null;
      }
      if (values[place] == null) {
        values[place] = NodeValue.makeNode(terms[place]);
      }
      return values[place];
    }

    @Override
    int number1(Var variable, QuadIndex index) {
      Node term = get1(variable);
      return term == null ? Step.UNBOUND : index.nodes.id(term);
    }

    @Override
    protected Node get1(Var variable) {
      int place = columns.place(variable);
      return place < 0 ? null : terms[place];
    }

    @Override
    protected Binding detachWithNewParent(Binding newParent) {
      Computed detached = new Computed(newParent, columns);
      System.arraycopy(terms, 0, detached.terms, 0, terms.length);
      return detached;
    }
  }
}
