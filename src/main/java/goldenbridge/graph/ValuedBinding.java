package goldenbridge.graph;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;
import org.apache.jena.sparql.expr.NodeValue;

/** A row over another row that knows its terms by number, or what they are worth, so that no text is read twice. */
abstract class ValuedBinding extends BindingBase {
  ValuedBinding(Binding parent) {
    super(parent);
  }

  /** The variables of this row, bound or not. */
  abstract Columns columns();

  /** What a variable of this row itself is worth; null when it has no value here. */
  abstract NodeValue value1(Var variable);

  /** The number of a variable of this row itself; {@link Step#UNBOUND} when it has no value here, {@link NodeTable#NONE} for a foreign term. */
  abstract int number1(Var variable, QuadIndex index);

  /** What a variable is worth in a row; null when it has no value. */
  static NodeValue value(Binding row, Var variable) {
    Binding at = row;
    while (at instanceof ValuedBinding here) {
      NodeValue value = here.value1(variable);
      if (value != null) {
        return value;
      }
      at = here.parent;
    }
    Node term = at == null ? null : at.get(variable);
    return term == null ? null : NodeValue.makeNode(term);
  }

  /** The number of a variable's value; {@link Step#UNBOUND} when it has none, {@link NodeTable#NONE} for a foreign term. */
  static int number(Binding row, Var variable, QuadIndex index) {
    Binding at = row;
    while (at instanceof ValuedBinding here) {
      int number = here.number1(variable, index);
      if (number != Step.UNBOUND) {
        return number;
      }
      at = here.parent;
    }
    Node term = at == null ? null : at.get(variable);
    return term == null ? Step.UNBOUND : index.nodes.id(term);
  }

  @Override
  protected boolean contains1(Var variable) {
    return get1(variable) != null;
  }

  @Override
  protected Iterator<Var> vars1() {
    List<Var> bound = new ArrayList<>(columns().count());
    columns().iterator().forEachRemaining(variable -> {
      if (contains1(variable)) {
        bound.add(variable);
      }
    });
    return bound.iterator();
  }

  @Override
  protected int size1() {
    int size = 0;
    for (int place = 0; place < columns().count(); place++) {
      size += contains1(columns().variable(place)) ? 1 : 0;
    }
    return size;
  }

  @Override
  protected boolean isEmpty1() {
    return size1() == 0;
  }
}
