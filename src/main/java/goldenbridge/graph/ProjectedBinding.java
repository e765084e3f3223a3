package goldenbridge.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.NodeValue;

/** A row of which only some variables can be seen. */
final class ProjectedBinding extends ValuedBinding {
  private final Binding whole;
  private final Columns seen;

  ProjectedBinding(Binding whole, Columns seen) {
    super(null);
    this.whole = whole;
    this.seen = seen;
  }

  @Override
  Columns columns() {
    return seen;
  }

  @Override
  NodeValue value1(Var variable) {
    return seen.place(variable) < 0 ? null : value(whole, variable);
  }

  @Override
  int number1(Var variable, QuadIndex index) {
    return seen.place(variable) < 0 ? Step.UNBOUND : number(whole, variable, index);
  }

  @Override
  protected Node get1(Var variable) {
    return seen.place(variable) < 0 ? null : whole.get(variable);
  }

  @Override
  protected boolean contains1(Var variable) {
    return seen.place(variable) >= 0 && whole.contains(variable);
  }

  @Override
  protected Binding detachWithNewParent(Binding newParent) {
    return this; // it has none
  }
}
