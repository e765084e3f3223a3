package goldenbridge.query;

import goldenbridge.fault.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_OneOrMoreN;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;

/**
 * Follows a property path (<a href="https://www.w3.org/TR/sparql11-query/#propertypaths">section 9</a>) from a node and notes
 * the triples that lie on a way to each end.
 */
final class PathTracer {
  private final Graph active;
  private final Node graph;
  private final Deadline deadline;

  PathTracer(DatasetGraph dataset, Node graph, Deadline deadline) {
    this.active = Quad.isDefaultGraph(graph) ? dataset.getDefaultGraph() : dataset.getGraph(graph);
    this.graph = graph;
    this.deadline = deadline;
  }

  List<Traced> trace(TriplePath pattern, Traced in) {
    Node subject = Var.lookup(in.row()::get, pattern.getSubject());
    Node object = Var.lookup(in.row()::get, pattern.getObject());
    Path path = pattern.getPath() == null ? new P_Link(pattern.getPredicate()) : pattern.getPath();
    List<Traced> rows = new ArrayList<>();
    if (Var.isVar(subject) && !Var.isVar(object)) {
      ways(object, PathFactory.pathInverse(path)).forEach((end, triples) -> add(rows, in, subject, end, object, object, triples));
      return rows;
    }
    for (Node start : Var.isVar(subject) ? nodes() : List.of(subject)) {
      ways(start, path).forEach((end, triples) -> add(rows, in, subject, start, object, end, triples));
    }
    return rows;
  }

  private void add(List<Traced> rows, Traced in, Node subject, Node start, Node object, Node end, Set<Triple> triples) {
    Binding row = bind(bind(in.row(), subject, start), object, end);
    if (row != null) {
      rows.add(in.with(row).and(Matched.of(triples.stream().map(triple -> Quad.create(graph, triple)).toList())));
    }
  }

  private static Binding bind(Binding row, Node pattern, Node term) {
    if (row == null) {
      return null;
    }
    if (!Var.isVar(pattern)) {
      return pattern.sameTermAs(term) ? row : null;
    }
    Node bound = row.get(Var.alloc(pattern));
    if (bound == null) {
      return BindingFactory.binding(row, Var.alloc(pattern), term);
    }
    return bound.sameTermAs(term) ? row : null;
  }

  /** A path may begin and end at any node of the graph. */
  private Set<Node> nodes() {
    Set<Node> nodes = new LinkedHashSet<>();
    active.find().forEach(triple -> {
      nodes.add(triple.getSubject());
      nodes.add(triple.getObject());
    });
    return nodes;
  }

  /** The ends of a path, each with the triples on the ways to it. Sequences may reach one end by several ways. */
  private Map<Node, Set<Triple>> ways(Node start, Path path) {
    deadline.check();
    if (path instanceof P_Link link) {
      return links(start, link.getNode(), true);
    }
    if (path instanceof P_ReverseLink link) {
      return links(start, link.getNode(), false);
    }
    if (path instanceof P_Inverse inverse) {
      return ways(start, reversed(inverse.getSubPath()));
    }
    if (path instanceof P_Seq sequence) {
      Map<Node, Set<Triple>> ends = new LinkedHashMap<>();
      ways(start, sequence.getLeft()).forEach((middle, first) -> ways(middle, sequence.getRight()).forEach((end, second) -> {
        Set<Triple> all = ends.computeIfAbsent(end, key -> new LinkedHashSet<>());
        all.addAll(first);
        all.addAll(second);
      }));
      return ends;
    }
    if (path instanceof P_Alt alternative) {
      Map<Node, Set<Triple>> ends = ways(start, alternative.getLeft());
      ways(start, alternative.getRight()).forEach((end, triples) -> ends.computeIfAbsent(end, key -> new LinkedHashSet<>()).addAll(triples));
      return ends;
    }
    if (path instanceof P_ZeroOrOne option) {
      Map<Node, Set<Triple>> ends = ways(start, option.getSubPath());
      ends.computeIfAbsent(start, key -> new LinkedHashSet<>());
      return ends;
    }
    if (path instanceof P_ZeroOrMore1 || path instanceof P_ZeroOrMoreN) {
      Map<Node, Set<Triple>> ends = closure(start, ((org.apache.jena.sparql.path.P_Path1) path).getSubPath());
      ends.computeIfAbsent(start, key -> new LinkedHashSet<>());
      return ends;
    }
    if (path instanceof P_OneOrMore1 || path instanceof P_OneOrMoreN) {
      return closure(start, ((org.apache.jena.sparql.path.P_Path1) path).getSubPath());
    }
    if (path instanceof P_NegPropSet set) {
      return others(start, set);
    }
    throw Problem.badInput("untraceable", "evidence cannot be told for the path " + path, "ask without evidence").raise();
  }

  private Map<Node, Set<Triple>> links(Node start, Node predicate, boolean forward) {
    Map<Node, Set<Triple>> ends = new LinkedHashMap<>();
    (forward ? active.find(start, predicate, Node.ANY) : active.find(Node.ANY, predicate, start)).forEach(triple ->
        ends.computeIfAbsent(forward ? triple.getObject() : triple.getSubject(), key -> new LinkedHashSet<>()).add(triple));
    return ends;
  }

  private Map<Node, Set<Triple>> others(Node start, P_NegPropSet set) {
    Map<Node, Set<Triple>> ends = new LinkedHashMap<>();
    if (!set.getFwdNodes().isEmpty() || set.getBwdNodes().isEmpty()) {
      active.find(start, Node.ANY, Node.ANY).filterDrop(triple -> set.getFwdNodes().contains(triple.getPredicate()))
          .forEach(triple -> ends.computeIfAbsent(triple.getObject(), key -> new LinkedHashSet<>()).add(triple));
    }
    if (!set.getBwdNodes().isEmpty()) {
      active.find(Node.ANY, Node.ANY, start).filterDrop(triple -> set.getBwdNodes().contains(triple.getPredicate()))
          .forEach(triple -> ends.computeIfAbsent(triple.getSubject(), key -> new LinkedHashSet<>()).add(triple));
    }
    return ends;
  }

  /** Each end with the triples of every step that lies on a way from the start to it. */
  private Map<Node, Set<Triple>> closure(Node start, Path step) {
    record Step(Node from, Set<Triple> triples) {}
    Map<Node, List<Step>> backwards = new LinkedHashMap<>();
    Deque<Node> open = new ArrayDeque<>(List.of(start));
    Set<Node> seen = new LinkedHashSet<>(open);
    while (!open.isEmpty()) {
      Node from = open.remove();
      ways(from, step).forEach((to, triples) -> {
        backwards.computeIfAbsent(to, key -> new ArrayList<>()).add(new Step(from, triples));
        if (seen.add(to)) {
          open.add(to);
        }
      });
    }
    Map<Node, Set<Triple>> ends = new LinkedHashMap<>();
    backwards.keySet().forEach(end -> {
      Set<Triple> triples = new LinkedHashSet<>();
      Deque<Node> back = new ArrayDeque<>(List.of(end));
      Set<Node> met = new LinkedHashSet<>(back);
      while (!back.isEmpty()) {
        backwards.getOrDefault(back.remove(), List.of()).forEach(edge -> {
          triples.addAll(edge.triples());
          if (met.add(edge.from())) {
            back.add(edge.from());
          }
        });
      }
      ends.put(end, triples);
    });
    return ends;
  }

  /** The same path walked from its end. */
  private static Path reversed(Path path) {
    if (path instanceof P_Link link) {
      return new P_ReverseLink(link.getNode());
    }
    if (path instanceof P_ReverseLink link) {
      return new P_Link(link.getNode());
    }
    if (path instanceof P_Inverse inverse) {
      return inverse.getSubPath();
    }
    if (path instanceof P_Seq sequence) {
      return new P_Seq(reversed(sequence.getRight()), reversed(sequence.getLeft()));
    }
    if (path instanceof P_Alt alternative) {
      return new P_Alt(reversed(alternative.getLeft()), reversed(alternative.getRight()));
    }
    if (path instanceof P_ZeroOrOne option) {
      return new P_ZeroOrOne(reversed(option.getSubPath()));
    }
    if (path instanceof P_ZeroOrMore1 || path instanceof P_ZeroOrMoreN) {
      return new P_ZeroOrMore1(reversed(((org.apache.jena.sparql.path.P_Path1) path).getSubPath()));
    }
    if (path instanceof P_OneOrMore1 || path instanceof P_OneOrMoreN) {
      return new P_OneOrMore1(reversed(((org.apache.jena.sparql.path.P_Path1) path).getSubPath()));
    }
    if (path instanceof P_NegPropSet set) {
      P_NegPropSet turned = new P_NegPropSet();
      set.getFwdNodes().forEach(node -> turned.add(new P_ReverseLink(node)));
      set.getBwdNodes().forEach(node -> turned.add(new P_Link(node)));
      return turned;
    }
    throw Problem.badInput("untraceable", "evidence cannot be told for the path " + path, "ask without evidence").raise();
  }
}
