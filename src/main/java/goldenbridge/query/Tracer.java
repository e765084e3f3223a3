package goldenbridge.query;

import goldenbridge.fault.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.*;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.aggregate.Accumulator;

/**
 * Evaluates SPARQL algebra (<a href="https://www.w3.org/TR/sparql11-query/#sparqlAlgebra">section 18</a>) and keeps for each
 * solution what it matched. An operator hands its solutions on as a list: plain, and fast enough for answers that people read.
 */
final class Tracer {
  private final DatasetGraph dataset;
  private final ExecutionContext execution;
  private final Deadline deadline;
  private final Map<Op, Map<Node, Partners>> sides = new IdentityHashMap<>();

  Tracer(DatasetGraph dataset, Query query, Deadline deadline) {
    this.deadline = deadline;
    DatasetGraph chosen = query.hasDatasetDescription()
        ? org.apache.jena.sparql.core.DynamicDatasets.dynamicDataset(query.getDatasetDescription(), dataset, false)
        : dataset;
    this.dataset = chosen;
    this.execution = ExecutionContext.create(chosen, Execution.contextOf(chosen));
  }

  List<Traced> run(Op op) {
    return trace(op, Traced.of(BindingFactory.root()), Quad.defaultGraphIRI);
  }

  /** The solutions of an operator that agree with the solution it is given, in one graph or, for a variable, in each. */
  List<Traced> trace(Op op, Traced in, Node graph) {
    deadline.check();
    if (op instanceof OpBGP basic) {
      return new PatternTracer(dataset, graph, deadline).trace(basic.getPattern().getList(), in);
    }
    if (op instanceof OpTriple triple) {
      return new PatternTracer(dataset, graph, deadline).trace(List.of(triple.getTriple()), in);
    }
    if (op instanceof OpPath path) {
      return new PathTracer(dataset, graph, deadline).trace(path.getTriplePath(), in);
    }
    if (op instanceof OpGraph named) {
      return graph(named, in);
    }
    if (op instanceof OpFilter filter) {
      return filter(filter, in, graph);
    }
    if (op instanceof OpSequence sequence) {
      List<Traced> rows = List.of(in);
      for (Op part : sequence.getElements()) {
        rows = each(rows, row -> trace(part, row, graph));
      }
      return rows;
    }
    if (op instanceof OpConditional condition) {
      return each(trace(condition.getLeft(), in, graph), row -> orItself(trace(condition.getRight(), row, graph), row));
    }
    if (op instanceof OpJoin join) {
      return each(trace(join.getLeft(), in, graph), partners(join.getRight(), graph)::joined);
    }
    if (op instanceof OpLeftJoin join) {
      Partners right = partners(join.getRight(), graph);
      return each(trace(join.getLeft(), in, graph), row -> orItself(right.joined(row).stream()
          .map(both -> new Condition(this, graph).satisfied(join.getExprs(), both)).flatMap(List::stream).toList(), row));
    }
    if (op instanceof OpUnion union) {
      return both(trace(union.getLeft(), in, graph), trace(union.getRight(), in, graph));
    }
    if (op instanceof OpDisjunction union) {
      return union.getElements().stream().flatMap(part -> trace(part, in, graph).stream()).toList();
    }
    if (op instanceof OpMinus minus) {
      Partners right = partners(minus.getRight(), graph);
      return trace(minus.getLeft(), in, graph).stream().filter(row -> !right.remove(row.row())).toList();
    }
    return modifier(op, in, graph);
  }

  /** Operators that give other rows for the rows of the one within. */
  private List<Traced> modifier(Op op, Traced in, Node graph) {
    if (op instanceof OpTable table) {
      List<Traced> rows = new ArrayList<>();
      table.getTable().rows().forEachRemaining(row -> rows.add(Traced.of(row)));
      return new Partners(rows).joined(in);
    }
    if (op instanceof OpExtend extend) {
      return extend(trace(extend.getSubOp(), in, graph), extend.getVarExprList(), graph);
    }
    if (op instanceof OpAssign assign) {
      return extend(trace(assign.getSubOp(), in, graph), assign.getVarExprList(), graph);
    }
    if (op instanceof OpProject project) {
      return trace(project.getSubOp(), in, graph).stream().map(row -> row.with(projected(row.row(), project.getVars(), in.row()))).toList();
    }
    if (op instanceof OpDistinct || op instanceof OpReduced) {
      return merged(trace(((OpModifier) op).getSubOp(), in, graph));
    }
    if (op instanceof OpGroup group) {
      return group(group, trace(group.getSubOp(), in, graph), graph);
    }
    if (op instanceof OpOrder order) {
      return ordered(trace(order.getSubOp(), in, graph), new BindingComparator(order.getConditions(), execution));
    }
    if (op instanceof OpTopN top) {
      List<Traced> rows = ordered(trace(top.getSubOp(), in, graph), new BindingComparator(top.getConditions(), execution));
      return rows.subList(0, Math.min(top.getLimit(), rows.size()));
    }
    if (op instanceof OpSlice slice) {
      return slice(slice, trace(slice.getSubOp(), in, graph));
    }
    if (op instanceof OpList list) {
      return trace(list.getSubOp(), in, graph);
    }
    if (op instanceof OpNull) {
      return List.of();
    }
    throw Problem.badInput("untraceable", "evidence cannot be told for " + op.getName() + " in a query", "ask without evidence").raise();
  }

  /** What stands on the right of a join knows nothing of the left: it is the same for every row of it. */
  private Partners partners(Op op, Node graph) {
    return sides.computeIfAbsent(op, same -> new HashMap<>()).computeIfAbsent(graph, same -> new Partners(trace(op, root(), graph)));
  }

  ExecutionContext execution(Node graph) {
    Graph active = Quad.isDefaultGraph(graph) ? dataset.getDefaultGraph() : dataset.getGraph(graph);
    return ExecutionContext.copyChangeActiveGraph(execution, active);
  }

  private List<Traced> graph(OpGraph op, Traced in) {
    Node name = Var.lookup(in.row()::get, op.getNode());
    if (!Var.isVar(name)) {
      return name.isLiteral() ? List.of() : trace(op.getSubOp(), in, name);
    }
    if (op.getSubOp() instanceof OpBGP basic && !basic.getPattern().isEmpty()) {
      return new PatternTracer(dataset, name, deadline).trace(basic.getPattern().getList(), in);
    }
    List<Traced> rows = new ArrayList<>();
    dataset.listGraphNodes().forEachRemaining(one -> trace(op.getSubOp(), in, one).forEach(row -> {
      // The variable may be bound within its own pattern; then it must name this graph.
      Node bound = row.row().get(Var.alloc(name));
      if (bound == null) {
        rows.add(row.with(BindingFactory.binding(row.row(), Var.alloc(name), one)));
      } else if (bound.equals(one)) {
        rows.add(row);
      }
    }));
    return rows;
  }

  private List<Traced> filter(OpFilter op, Traced in, Node graph) {
    Condition condition = new Condition(this, graph);
    return each(trace(op.getSubOp(), in, graph), row -> condition.satisfied(op.getExprs(), row));
  }

  private List<Traced> extend(List<Traced> rows, VarExprList expressions, Node graph) {
    return rows.stream().map(row -> {
      Binding extended = row.row();
      for (Var variable : expressions.getVars()) {
        Node value = expressions.get(variable, extended, execution(graph));
        if (value != null && !extended.contains(variable)) {
          extended = BindingFactory.binding(extended, variable, value);
        }
      }
      return row.with(extended);
    }).toList();
  }

  private List<Traced> group(OpGroup op, List<Traced> rows, Node graph) {
    record Group(Map<Var, Node> key, List<Accumulator> accumulators, List<Matched> matched) {}
    Map<Map<Var, Node>, Group> groups = new LinkedHashMap<>();
    ExecutionContext environment = execution(graph);
    for (Traced row : rows) {
      Map<Var, Node> key = new LinkedHashMap<>();
      op.getGroupVars().getVars().forEach(variable -> {
        Node value = op.getGroupVars().get(variable, row.row(), environment);
        if (value != null) {
          key.put(variable, value);
        }
      });
      Group group = groups.computeIfAbsent(key, same -> new Group(same, accumulators(op), new ArrayList<>()));
      group.accumulators().forEach(accumulator -> accumulator.accumulate(row.row(), environment));
      group.matched().add(row.matched());
    }
    if (groups.isEmpty() && op.getGroupVars().isEmpty()) {
      groups.put(Map.of(), new Group(Map.of(), accumulators(op), List.of()));
    }
    return groups.values().stream().map(group -> {
      Binding row = BindingFactory.root();
      for (Map.Entry<Var, Node> entry : group.key().entrySet()) {
        row = BindingFactory.binding(row, entry.getKey(), entry.getValue());
      }
      for (int i = 0; i < group.accumulators().size(); i++) {
        var value = group.accumulators().get(i).getValue();
        if (value != null) {
          row = BindingFactory.binding(row, op.getAggregators().get(i).getVar(), value.asNode());
        }
      }
      return new Traced(row, Matched.all(group.matched()));
    }).toList();
  }

  private static List<Accumulator> accumulators(OpGroup op) {
    return op.getAggregators().stream().map(ExprAggregator::getAggregator).map(aggregator -> aggregator.createAccumulator()).toList();
  }

  private static Traced root() {
    return Traced.of(BindingFactory.root());
  }

  private static List<Traced> both(List<Traced> some, List<Traced> more) {
    List<Traced> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private static List<Traced> orItself(List<Traced> found, Traced row) {
    return found.isEmpty() ? List.of(row) : found;
  }

  private List<Traced> each(List<Traced> rows, java.util.function.Function<Traced, List<Traced>> step) {
    List<Traced> all = new ArrayList<>();
    rows.forEach(row -> {
      deadline.check();
      all.addAll(step.apply(row));
    });
    return all;
  }

  private static Binding projected(Binding row, List<Var> variables, Binding in) {
    Binding projected = in;
    for (Var variable : variables) {
      Node value = row.get(variable);
      if (value != null && !projected.contains(variable)) {
        projected = BindingFactory.binding(projected, variable, value);
      }
    }
    return projected;
  }

  private static List<Traced> merged(List<Traced> rows) {
    Map<Binding, List<Matched>> merged = new LinkedHashMap<>();
    rows.forEach(row -> merged.computeIfAbsent(row.row(), same -> new ArrayList<>()).add(row.matched()));
    return merged.entrySet().stream().map(entry -> new Traced(entry.getKey(), Matched.all(entry.getValue()))).toList();
  }

  private static List<Traced> ordered(List<Traced> rows, BindingComparator order) {
    return rows.stream().sorted((a, b) -> order.compare(a.row(), b.row())).toList();
  }

  private static List<Traced> slice(OpSlice op, List<Traced> rows) {
    long start = op.getStart() == Query.NOLIMIT ? 0 : op.getStart();
    long length = op.getLength() == Query.NOLIMIT ? Long.MAX_VALUE : op.getLength();
    return rows.stream().skip(start).limit(length).toList();
  }
}
