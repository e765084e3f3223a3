package goldenbridge.query;

import goldenbridge.fault.Problem;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.modify.TemplateLib;

/**
 * An answer with the quads that each of its rows (or triples, or the verdict) was matched by. What a pattern excludes
 * ({@code MINUS}, {@code NOT EXISTS}) leaves no trace: nothing in the graph is the reason.
 *
 * @param matched one set for each row of {@link Answer.Rows}, for each triple of {@link #triples}, or one for a verdict
 * @param triples the triples of {@link Answer.Triples} in the order of {@code matched}; else empty
 */
public record TracedAnswer(Answer answer, List<Set<Quad>> matched, List<Triple> triples) {

  /**
   * Runs a query as {@link QueryRunner#run} does and traces it; slower, with all solutions in memory.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code timeout}, {@code service-off} or {@code unknown-function}, or
   *     {@code untraceable} for a part of a query whose matches cannot be told
   */
  public static TracedAnswer run(DatasetGraph dataset, Query query, Limits limits) {
    Deadline deadline = Deadline.in(limits.timeout());
    Query guarded = QueryGuard.guard(query, deadline);
    try {
      return traced(dataset, guarded, limits, new Tracer(dataset, guarded, deadline));
    } catch (QueryCancelledException late) {
      throw Problem.tooMuch("timeout", "the query with its evidence ran past its limit of " + limits.timeout().toMillis() / 1000.0 + " s",
          "make its patterns more selective or ask without evidence").raise();
    }
  }

  private static TracedAnswer traced(DatasetGraph dataset, Query query, Limits limits, Tracer tracer) {
    if (query.isDescribeType()) {
      return described(dataset, query, limits, tracer);
    }
    Op op = Algebra.optimize(Algebra.compile(query));
    List<Traced> solutions = tracer.run(op);
    if (query.isAskType()) {
      return new TracedAnswer(new Answer.Truth(!solutions.isEmpty()), List.of(all(solutions)), List.of());
    }
    if (query.isConstructType()) {
      return constructed(query, limits, solutions);
    }
    List<Traced> kept = solutions.subList(0, Math.min(limits.maxRows(), solutions.size()));
    List<Binding> rows = kept.stream().map(Traced::row).toList();
    return new TracedAnswer(new Answer.Rows(query.getProjectVars(), rows, solutions.size() > kept.size()), kept.stream().map(row -> row.matched().quads()).toList(), List.of());
  }

  private static TracedAnswer constructed(Query query, Limits limits, List<Traced> solutions) {
    Map<Triple, Set<Quad>> made = new LinkedHashMap<>();
    for (Traced solution : solutions) {
      TemplateLib.calcTriples(query.getConstructTemplate().getTriples(), List.of(solution.row()).iterator())
          .forEachRemaining(triple -> made.computeIfAbsent(triple, key -> new LinkedHashSet<>()).addAll(solution.matched().quads()));
    }
    return of(made, limits, query);
  }

  /** A described triple is its own evidence. */
  private static TracedAnswer described(DatasetGraph dataset, Query query, Limits limits, Tracer tracer) {
    Set<Node> named = new LinkedHashSet<>(query.getResultURIs());
    if (query.getQueryPattern() != null) {
      List<Var> variables = query.getProjectVars();
      tracer.run(Algebra.optimize(Algebra.compile(query))).forEach(solution -> variables.stream()
          .map(variable -> solution.row().get(variable)).filter(node -> node != null).forEach(named::add));
    }
    Map<Triple, Set<Quad>> triples = new LinkedHashMap<>();
    named.forEach(node -> dataset.getDefaultGraph().find(node, Node.ANY, Node.ANY)
        .forEach(triple -> triples.put(triple, Set.of(Quad.create(Quad.defaultGraphIRI, triple)))));
    return of(triples, limits, query);
  }

  private static TracedAnswer of(Map<Triple, Set<Quad>> triples, Limits limits, Query query) {
    List<Triple> kept = triples.keySet().stream().limit(limits.maxRows()).toList();
    Graph graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
    kept.forEach(graph::add);
    return new TracedAnswer(new Answer.Triples(graph, kept.size() < triples.size()), kept.stream().map(triples::get).toList(), kept);
  }

  private static Set<Quad> all(List<Traced> solutions) {
    return Matched.all(solutions.stream().map(Traced::matched).toList()).quads();
  }
}
