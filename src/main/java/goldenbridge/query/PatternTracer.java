package goldenbridge.query;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderLib;

/** Matches triple patterns one after the other and notes each quad that was matched. */
final class PatternTracer {
  private final DatasetGraph dataset;
  private final Node graph;
  private final Deadline deadline;

  /** @param graph a name, the default graph, or a variable for any named graph */
  PatternTracer(DatasetGraph dataset, Node graph, Deadline deadline) {
    this.dataset = dataset;
    this.graph = graph;
    this.deadline = deadline;
  }

  List<Traced> trace(List<Triple> patterns, Traced in) {
    BasicPattern known = new BasicPattern();
    patterns.forEach(pattern -> known.add(Substitute.substitute(pattern, in.row())));
    List<Triple> ordered = patterns.size() < 2 ? patterns
        : ReorderLib.fixed().reorderIndexes(known).reorder(BasicPattern.wrap(patterns)).getList();
    List<Traced> rows = List.of(in);
    for (Triple pattern : ordered) {
      List<Traced> next = new ArrayList<>();
      rows.forEach(row -> match(pattern, row, next));
      rows = next;
    }
    return rows;
  }

  private void match(Triple pattern, Traced row, List<Traced> to) {
    Triple wanted = Substitute.substitute(pattern, row.row());
    Node where = Var.lookup(row.row()::get, graph);
    Iterator<Quad> found = dataset.find(any(where), any(wanted.getSubject()), any(wanted.getPredicate()), any(wanted.getObject()));
    while (found.hasNext()) {
      deadline.check();
      Quad quad = found.next();
      if (Var.isVar(where) && quad.isDefaultGraph()) {
        continue; // a dataset may tell its default graph among all; GRAPH ?g never means it
      }
      Binding bound = bind(bind(bind(bind(row.row(), where, quad.getGraph()), wanted.getSubject(), quad.getSubject()),
          wanted.getPredicate(), quad.getPredicate()), wanted.getObject(), quad.getObject());
      if (bound != null) {
        to.add(row.with(bound).and(Matched.of(List.of(quad))));
      }
    }
  }

  /** Null when a variable that stands in two places met two terms. */
  private static Binding bind(Binding row, Node pattern, Node term) {
    if (row == null || !Var.isVar(pattern)) {
      return row;
    }
    Var variable = Var.alloc(pattern);
    Node bound = row.get(variable);
    if (bound == null) {
      return BindingFactory.binding(row, variable, term);
    }
    return bound.sameTermAs(term) ? row : null;
  }

  private static Node any(Node node) {
    return Var.isVar(node) ? Node.ANY : node;
  }
}
