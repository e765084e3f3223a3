package goldenbridge.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/**
 * What a query's syntax tree holds, also in sub-queries and EXISTS.
 *
 * @param triples all triple patterns
 * @param conditions all expressions of FILTER and HAVING
 * @param bound the variables that a triple pattern or GRAPH outside EXISTS binds
 */
record Patterns(List<TriplePath> triples, List<Condition> conditions, Set<Var> bound) {

  /** @param local the variables that the patterns of the same EXISTS bind */
  record Condition(Expr test, Set<Var> local) {}

  static Patterns of(Query query) {
    Collector collector = new Collector(new ArrayList<>(), new ArrayList<>(), new HashSet<>());
    collector.query(query);
    return new Patterns(List.copyOf(collector.triples), List.copyOf(collector.conditions), Set.copyOf(collector.bound));
  }

  /** Calls back for an expression and all inside it, but not for the patterns of an EXISTS. */
  static void each(Expr expression, Consumer<Expr> consumer) {
    consumer.accept(expression);
    if (expression instanceof ExprFunction function && !(expression instanceof ExprFunctionOp)) {
      function.getArgs().forEach(argument -> each(argument, consumer));
    }
  }

  private static final class Collector extends ElementVisitorBase {
    private final List<TriplePath> triples;
    private final List<Condition> conditions;
    private final Set<Var> bound;

    Collector(List<TriplePath> triples, List<Condition> conditions, Set<Var> bound) {
      this.triples = triples;
      this.conditions = conditions;
      this.bound = bound;
    }

    void query(Query query) {
      if (query.getQueryPattern() != null) {
        ElementWalker.walk(query.getQueryPattern(), this);
      }
      query.getHavingExprs().forEach(this::condition);
      query.getProject().getExprs().values().forEach(this::inside);
    }

    @Override
    public void visit(ElementPathBlock block) {
      block.patternElts().forEachRemaining(this::triple);
    }

    @Override
    public void visit(ElementTriplesBlock block) {
      block.patternElts().forEachRemaining(triple -> triple(new TriplePath(triple)));
    }

    @Override
    public void visit(ElementNamedGraph graph) {
      binds(graph.getGraphNameNode());
    }

    @Override
    public void visit(ElementFilter filter) {
      condition(filter.getExpr());
    }

    @Override
    public void visit(ElementBind bind) {
      inside(bind.getExpr());
    }

    @Override
    public void visit(ElementSubQuery sub) {
      query(sub.getQuery());
    }

    private void triple(TriplePath triple) {
      triples.add(triple);
      binds(triple.getSubject());
      binds(triple.getObject());
      if (triple.getPredicate() != null) {
        binds(triple.getPredicate());
      }
    }

    private void binds(Node node) {
      if (Var.isVar(node)) {
        bound.add(Var.alloc(node));
      }
    }

    private void condition(Expr test) {
      conditions.add(new Condition(test, bound));
      inside(test);
    }

    /** What EXISTS binds, it binds for itself alone. */
    private void inside(Expr expression) {
      each(expression, part -> {
        if (part instanceof ExprFunctionOp exists) {
          Element pattern = exists.getElement();
          ElementWalker.walk(pattern, new Collector(triples, conditions, new HashSet<>(bound)));
        }
      });
    }
  }
}
