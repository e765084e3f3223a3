package goldenbridge.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;

/**
 * Turns basic patterns, GRAPH around them, filters on them and sequences of these into one {@link Block}, so that the patterns
 * of all graphs are ordered together. What is anything else is left to Jena.
 */
final class BlockReader {
  private final IndexedDataset dataset;
  private final QuadIndex index;
  private final GraphTerm active;
  private final List<Var> variables = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Filter> filters = new ArrayList<>();
  private boolean possible = true;

  /** A filter, and the variables of the patterns that it may see. */
  private record Filter(Expr expression, Set<Var> seen) {}

  private BlockReader(IndexedDataset dataset, GraphTerm active) {
    this.dataset = dataset;
    this.index = dataset.index();
    this.active = active;
  }

  /** The block that an operator is, when it is one. */
  static Optional<Block> read(Op op, IndexedDataset dataset, GraphTerm active) {
    BlockReader reader = new BlockReader(dataset, active);
    return reader.root(op) ? reader.block() : Optional.empty();
  }

  /** EXISTS may look at everything, so it may stand only around the whole. */
  private boolean root(Op op) {
    if (op instanceof OpFilter filter) {
      return root(filter.getSubOp()) && note(filter);
    }
    return part(op, active);
  }

  private boolean part(Op op, GraphTerm graph) {
    if (op instanceof OpBGP basic) {
      return patterns(basic.getPattern().getList(), graph);
    }
    if (op instanceof OpTriple triple) {
      return patterns(List.of(triple.getTriple()), graph);
    }
    if (op instanceof OpFilter filter) {
      return filter.getExprs().getList().stream().noneMatch(Condition::holdsPattern) && part(filter.getSubOp(), graph) && note(filter);
    }
    if (op instanceof OpSequence sequence) {
      return sequence.getElements().stream().allMatch(element -> part(element, graph));
    }
    if (op instanceof OpGraph named) {
      return graph == active && named(named.getNode(), named.getSubOp());
    }
    return op instanceof OpQuadPattern quads && graph == active && !special(quads.getGraphNode())
        && patterns(quads.getBasicPattern().getList(), graph(quads.getGraphNode()));
  }

  /** Within {@code GRAPH ?g} the variable is not in scope, so a filter that uses it must not see it bound. */
  private boolean named(Node name, Op inside) {
    if (special(name)) {
      return false;
    }
    int before = filters.size();
    if (!part(inside, graph(name))) {
      return false;
    }
    return filters.subList(before, filters.size()).stream().noneMatch(filter -> filter.expression.getVarsMentioned().contains(name));
  }

  private static boolean special(Node name) {
    return Quad.isDefaultGraph(name) || Quad.isUnionGraph(name);
  }

  private GraphTerm graph(Node name) {
    return GraphTerm.named(reference(name), dataset.visible());
  }

  private boolean patterns(List<Triple> triples, GraphTerm graph) {
    for (Triple triple : triples) {
      if (!simple(triple.getSubject()) || !simple(triple.getPredicate()) || !simple(triple.getObject())) {
        return false;
      }
      steps.add(new Step(index, graph, reference(triple.getSubject()), reference(triple.getPredicate()), reference(triple.getObject())));
    }
    return !triples.isEmpty();
  }

  private static boolean simple(Node node) {
    return Var.isVar(node) || node.isConcrete();
  }

  private int reference(Node node) {
    if (Var.isVar(node)) {
      Var variable = Var.alloc(node);
      int place = variables.indexOf(variable);
      if (place < 0) {
        place = variables.size();
        variables.add(variable);
      }
      return ~place;
    }
    return constant(node);
  }

  private int constant(Node node) {
    int id = index.nodes.id(node);
    possible &= id >= 0;
    return Math.max(id, 0);
  }

  private boolean note(OpFilter filter) {
    Set<Var> seen = new HashSet<>(variables);
    filter.getExprs().forEach(expression -> filters.add(new Filter(expression, seen)));
    return true;
  }

  /** What EXISTS looks for, when it is a block of its own. */
  private Block sought(Expr expression) {
    return expression instanceof E_Exists || expression instanceof E_NotExists
        ? read(((ExprFunctionOp) expression).getGraphPattern(), dataset, active).orElse(null)
        : null;
  }

  private Optional<Block> block() {
    List<Condition> conditions = new ArrayList<>();
    IntStream.Builder given = IntStream.builder();
    for (Filter filter : filters) {
      int[] places = filter.expression.getVarsMentioned().stream().mapToInt(variables::indexOf).filter(place -> place >= 0).toArray();
      for (int place : places) {
        if (!filter.seen.contains(variables.get(place))) {
          return Optional.empty(); // it would see what only a later part binds
        }
      }
      Node asked = Condition.asked(filter.expression);
      if (asked != null && places.length == 1) {
        given.add(places[0]).add(constant(asked));
      } else {
        conditions.add(new Condition(filter.expression, places, sought(filter.expression)));
      }
    }
    return Optional.of(new Block(index, variables.toArray(Var[]::new), steps, conditions, given.build().toArray(), possible));
  }
}
