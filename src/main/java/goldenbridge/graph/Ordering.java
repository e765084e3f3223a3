package goldenbridge.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueInteger;
import org.apache.jena.sparql.expr.nodevalue.NodeValueString;

/** The order of Jena's own {@link BindingComparator}; but what a row is ordered by is computed once, and only when it is needed. For one execution. */
final class Ordering {
  private static final int LOOK_EVERY = 1024;

  private final Expr[] expressions;
  private final int[] directions;
  private final ExecutionContext execution;
  private final AtomicBoolean cancelled;
  private int compared;

  Ordering(List<SortCondition> conditions, ExecutionContext execution) {
    this.expressions = conditions.stream().map(SortCondition::getExpression).map(Values::within).toArray(Expr[]::new);
    this.directions = conditions.stream().mapToInt(condition -> condition.getDirection() == Query.ORDER_DESCENDING ? -1 : 1).toArray();
    this.execution = execution;
    this.cancelled = execution.getCancelSignal();
  }

  /** A row and as many of its keys as somebody has asked for; an absent one is null. */
  private final class Keyed {
    private final Binding row;
    private final NodeValue[] keys = new NodeValue[expressions.length];
    private int known;

    Keyed(Binding row) {
      this.row = row;
    }

    NodeValue key(int place) {
      while (known <= place) {
        keys[known] = computed(expressions[known++]);
      }
      return keys[place];
    }

    private NodeValue computed(Expr expression) {
      if (expression.isVariable()) {
        return ValuedBinding.value(row, expression.asVar());
      }
      try {
        return expression.eval(row, execution);
      } catch (ExprEvalException noValue) {
        return null;
      }
    }
  }

  /** All rows in their order. */
  List<Binding> all(QueryIterator input) {
    List<Keyed> rows = new ArrayList<>();
    input.forEachRemaining(row -> rows.add(new Keyed(row)));
    rows.sort(this::compare);
    return rows.stream().map(keyed -> keyed.row).toList();
  }

  /** The first rows in their order; of the others none is kept. */
  List<Binding> first(int most, QueryIterator input) {
    Comparator<Keyed> order = this::compare;
    PriorityQueue<Keyed> kept = new PriorityQueue<>(order.reversed());
    while (most > 0 && input.hasNext()) {
      Keyed row = new Keyed(input.next());
      if (kept.size() < most) {
        kept.add(row);
      } else if (compare(row, kept.element()) < 0) {
        kept.remove();
        kept.add(row);
      }
    }
    return kept.stream().sorted(order).map(keyed -> keyed.row).toList();
  }

  private int compare(Keyed one, Keyed other) {
    if (++compared % LOOK_EVERY == 0 && cancelled != null && cancelled.get()) {
      throw new QueryCancelledException();
    }
    for (int place = 0; place < expressions.length; place++) {
      int order = compare(one.key(place), other.key(place));
      if (order != 0) {
        return order * directions[place];
      }
    }
    return BindingComparator.compareBindingsSyntactic(one.row, other.row);
  }

  /** Jena's order; whole numbers, texts and IRIs that differ need not go all its way. */
  private static int compare(NodeValue one, NodeValue other) {
    if (one == other) {
      return 0;
    }
    int order = 0;
    if (one instanceof NodeValueInteger && other instanceof NodeValueInteger) {
      order = one.getInteger().compareTo(other.getInteger());
    } else if (one instanceof NodeValueString && other instanceof NodeValueString) {
      order = one.getString().compareTo(other.getString());
    } else if (one != null && other != null && one.isIRI() && other.isIRI()) {
      order = one.asNode().getURI().compareTo(other.asNode().getURI());
    }
    return order != 0 ? order : BindingComparator.compareNodesRaw(one, other);
  }
}
