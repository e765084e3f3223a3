package goldenbridge.query;

import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import goldenbridge.rdf.Base;
import goldenbridge.rdf.Prefixes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.graph.GraphFactory;

/** Parses and runs queries: strict SPARQL 1.1, guarded, within limits. */
public final class QueryRunner {
  /** Without it a relative IRI would be resolved against the working folder, which is no one's business. */
  private static final String NEUTRAL_BASE = "http://localhost/";

  private QueryRunner() {}

  /**
   * Parses SPARQL 1.1 as the recommendation has it, without Jena's extensions
   * (<a href="https://www.w3.org/TR/sparql11-query/#sparqlGrammar">section 19</a>).
   *
   * @param shown the text's name in messages, a file or {@code query}
   * @throws goldenbridge.fault.ProblemException with code {@code sparql-syntax}, line and column
   */
  public static Query parse(String text, String shown) {
    return parse(text, shown, new Prefixes(Map.of()));
  }

  /** As {@link #parse(String, String)}; prefixes that the text does not declare are taken from the given ones. */
  public static Query parse(String text, String shown, Prefixes prefixes) {
    return parse(text, shown, prefixes, NEUTRAL_BASE);
  }

  /** As {@link #parse(String, String, Prefixes)}; relative IRIs are taken as seen from {@code base}. */
  public static Query parse(String text, String shown, Prefixes prefixes, String base) {
    Query query = new Query(new Start(prefixes, base));
    try {
      new StrictParser().parse(query, text);
      HavingConditions.join(query);
      return query;
    } catch (QueryParseException wrong) {
      throw SparqlSyntax.problem(wrong, shown, text, prefixes).raise();
    } catch (QueryException wrong) {
      throw Problem.badInput("sparql-syntax", "malformed SPARQL: " + wrong.getMessage(), "check the query against SPARQL 1.1").raise();
    }
  }

  /** What a query begins with, made for one only; to set its base later would resolve that against the working folder first. */
  private static final class Start extends Prologue {
    Start(Prefixes prefixes, String base) {
      super(prefixes.mapping(), IRIxResolver.create(Base.of(base)).build());
    }

    @Override
    public Prologue copy() {
      return this;
    }
  }

  /**
   * Runs a query to its end or its limits.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code timeout}, {@code service-off} or {@code unknown-function}, or what
   *     {@link Running#end} was told
   */
  public static Answer run(DatasetGraph dataset, Query query, Limits limits) {
    Deadline deadline = Deadline.in(limits.timeout());
    Query guarded = QueryGuard.guard(query, deadline);
    try (Execution execution = Execution.of(dataset, guarded);
         Running running = Running.begin(execution, deadline)) {
      Answer answer = answer(execution, guarded, limits, deadline);
      // A pattern that is cancelled inside EXISTS just ends: what looks like an answer would be a short one.
      deadline.check();
      return answer;
    } catch (ProblemException told) {
      throw told;
    } catch (RuntimeException broken) {
      // Whatever a query dies of that was told to end: the end is the reason.
      if (!deadline.isOver() && !(broken instanceof QueryCancelledException)) {
        throw broken;
      }
      throw deadline.reason().orElseGet(() -> Problem.tooMuch("timeout", "the query ran past its limit of " + limits.timeout().toMillis() / 1000.0 + " s",
          "make its patterns more selective or ask for less")).raise();
    }
  }

  private static Answer answer(Execution execution, Query query, Limits limits, Deadline deadline) {
    if (query.isAskType()) {
      return new Answer.Truth(execution.solutions().hasNext());
    }
    if (query.isSelectType()) {
      List<Binding> kept = new ArrayList<>();
      boolean more = take(execution.solutions(), limits.maxRows(), deadline, kept::add);
      return new Answer.Rows(Var.varList(query.getResultVars()), kept, more);
    }
    Graph graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
    Iterator<Triple> triples = query.isDescribeType() ? execution.described() : execution.constructed();
    return new Answer.Triples(graph, take(triples, limits.maxRows(), deadline, graph::add));
  }

  /** Whether there was more than could be taken. */
  private static <T> boolean take(Iterator<T> from, int most, Deadline deadline, Consumer<T> to) {
    for (int taken = 0; taken < most && from.hasNext(); taken++) {
      to.accept(from.next());
      deadline.check();
    }
    return from.hasNext();
  }
}
