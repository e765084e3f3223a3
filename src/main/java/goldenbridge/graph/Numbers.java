package goldenbridge.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.NodeValue;

/** The numbers of all terms that one part of a query meets: those of the index, and behind them those that the query has made itself. One thread's own. */
final class Numbers {
  final QuadIndex index;
  private final Map<Node, Integer> made = new HashMap<>(0);
  private final List<Node> terms = new ArrayList<>(0);
  private final List<NodeValue> values = new ArrayList<>(0);

  Numbers(QuadIndex index) {
    this.index = index;
  }

  /** The number of a variable's value, or {@link Step#UNBOUND}. */
  int of(Binding row, Var variable) {
    int number = ValuedBinding.number(row, variable, index);
    return number == NodeTable.NONE ? of(row.get(variable)) : number;
  }

  int of(Node term) {
    int number = index.nodes.id(term);
    return number >= 0 ? number : made.computeIfAbsent(term, this::add);
  }

  private int add(Node term) {
    terms.add(term);
    values.add(null);
    return index.nodes.size() + terms.size() - 1;
  }

  Node node(int number) {
    int size = index.nodes.size();
    return number < size ? index.nodes.node(number) : terms.get(number - size);
  }

  NodeValue value(int number) {
    int place = number - index.nodes.size();
    if (place < 0) {
      return index.values().of(number);
    }
    if (values.get(place) == null) {
      values.set(place, NodeValue.makeNode(terms.get(place)));
    }
    return values.get(place);
  }
}
