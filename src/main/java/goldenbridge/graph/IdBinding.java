package goldenbridge.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.NodeValue;

/** A row of term numbers over another row; a number becomes a term when somebody asks. A negative number is no value. */
final class IdBinding extends ValuedBinding {
  private final Numbers numbers;
  private final Columns columns;
  private final int[] ids;

  IdBinding(Binding parent, Numbers numbers, Columns columns, int[] ids) {
    super(parent);
    this.numbers = numbers;
    this.columns = columns;
    this.ids = ids;
  }

  @Override
  Columns columns() {
    return columns;
  }

  private int id(Var variable) {
    int place = columns.place(variable);
    return place < 0 || ids[place] < 0 ? Step.UNBOUND : ids[place];
  }

  @Override
  NodeValue value1(Var variable) {
    int id = id(variable);
    return id < 0 ? null : numbers.value(id);
  }

  @Override
  int number1(Var variable, QuadIndex index) {
    int id = id(variable);
    if (id < 0 || numbers.index == index && id < index.nodes.size()) {
      return id;
    }
    return index.nodes.id(numbers.node(id));
  }

  @Override
  protected Node get1(Var variable) {
    int id = id(variable);
    return id < 0 ? null : numbers.node(id);
  }

  @Override
  protected boolean contains1(Var variable) {
    return id(variable) >= 0;
  }

  @Override
  protected Binding detachWithNewParent(Binding newParent) {
    return new IdBinding(newParent, numbers, columns, ids);
  }
}
