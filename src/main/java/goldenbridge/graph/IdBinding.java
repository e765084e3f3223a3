package goldenbridge.graph;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;

/** A row of term numbers over another row; a number becomes a term when somebody asks. A negative number is no value. */
final class IdBinding extends BindingBase {
  private final NodeTable nodes;
  private final Var[] variables;
  private final int[] ids;

  IdBinding(Binding parent, NodeTable nodes, Var[] variables, int[] ids) {
    super(parent);
    this.nodes = nodes;
    this.variables = variables;
    this.ids = ids;
  }

  /** The number of a variable's value; {@link Step#UNBOUND} when it has none, {@link NodeTable#NONE} for a foreign term. */
  static int id(Binding row, Var variable, NodeTable nodes) {
    Binding at = row;
    while (at instanceof IdBinding here && here.nodes == nodes) {
      int place = here.place(variable);
      if (place >= 0) {
        return here.ids[place];
      }
      at = here.parent;
    }
    Node value = at == null ? null : at.get(variable);
    return value == null ? Step.UNBOUND : nodes.id(value);
  }

  private int place(Var variable) {
    for (int i = 0; i < variables.length; i++) {
      if (variables[i] == variable) {
        return ids[i] >= 0 ? i : -1;
      }
    }
    for (int i = 0; i < variables.length; i++) {
      if (variables[i].equals(variable)) {
        return ids[i] >= 0 ? i : -1;
      }
    }
    return -1;
  }

  @Override
  protected Node get1(Var variable) {
    int place = place(variable);
    return place < 0 ? null : nodes.node(ids[place]);
  }

  @Override
  protected boolean contains1(Var variable) {
    return place(variable) >= 0;
  }

  @Override
  protected Iterator<Var> vars1() {
    List<Var> bound = new ArrayList<>(variables.length);
    for (int i = 0; i < variables.length; i++) {
      if (ids[i] >= 0) {
        bound.add(variables[i]);
      }
    }
    return bound.iterator();
  }

  @Override
  protected int size1() {
    int size = 0;
    for (int id : ids) {
      size += id >= 0 ? 1 : 0;
    }
    return size;
  }

  @Override
  protected boolean isEmpty1() {
    return size1() == 0;
  }

  @Override
  protected Binding detachWithNewParent(Binding newParent) {
    return new IdBinding(newParent, nodes, variables, ids);
  }
}
