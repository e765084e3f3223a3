package goldenbridge.check;

import goldenbridge.fault.Place;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.Answer;
import goldenbridge.query.Limits;
import goldenbridge.query.QueryRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprNotComparableException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.function.FunctionEnvBase;
import org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants;

/**
 * Whether a SELECT puts its rows in one order and no other. Whether keys leave a tie cannot be told from the text alone (one
 * column may determine the rest), so the rows of an answer are looked at: two neighbours that are equal under all keys but
 * differ are a tie. When the query cannot be run, every column that is no count or sum must be a key.
 */
final class OrderLint {
  private static final String KEY = "orderKey";
  private static final FunctionEnv ENVIRONMENT = new FunctionEnvBase(ARQ.getContext());

  private final LintedQuery linted;

  private OrderLint(LintedQuery linted) {
    this.linted = linted;
  }

  static Optional<Finding> run(LintedQuery linted, List<Trial> trials, Snapshot snapshot) {
    return new OrderLint(linted).check(trials, snapshot);
  }

  private Optional<Finding> check(List<Trial> trials, Snapshot snapshot) {
    Query query = linted.query().query();
    if (!query.isSelectType() || isOneRow(query)) {
      return Optional.empty();
    }
    if (!query.hasOrderBy()) {
      return Optional.of(Finding.of(BuiltIn.ORDER_MISSING, (linted.query().header().pageSize().isPresent() ? "the query is paged but" : "the query")
          + " has no ORDER BY", linted.first(token -> token.kind == SPARQLParser11Constants.SELECT), "order by every column, or by one that differs in every row"));
    }
    List<Trial> ran = trials.stream().filter(trial -> trial.answer().isPresent()).toList();
    return ran.isEmpty() ? byText(query) : ran.stream().flatMap(trial -> tie(trial, snapshot).stream()).findFirst();
  }

  /** An aggregate without groups gives one row. */
  private static boolean isOneRow(Query query) {
    return query.hasAggregators() && query.getGroupBy().isEmpty();
  }

  private Optional<Finding> byText(Query query) {
    List<String> missing = query.getProjectVars().stream().filter(column -> isPlain(query, column))
        .filter(column -> query.getOrderBy().stream().noneMatch(key -> key.getExpression().getVarsMentioned().contains(column)))
        .map(column -> "?" + column.getVarName()).toList();
    return missing.isEmpty() ? Optional.empty()
        : Optional.of(Finding.of(BuiltIn.ORDER_PARTIAL, "ORDER BY does not mention " + String.join(", ", missing), place(), "add what is missing, in a fixed order"));
  }

  private static boolean isPlain(Query query, Var column) {
    return query.getProject().getExpr(column) == null;
  }

  private Optional<Finding> tie(Trial trial, Snapshot snapshot) {
    Query bound = trial.bound().orElseThrow();
    List<Var> columns = bound.getProjectVars();
    boolean visible = bound.getOrderBy().stream().allMatch(key -> columns.containsAll(key.getExpression().getVarsMentioned()) && !isAggregate(key));
    if (visible && trial.answer().orElseThrow() instanceof Answer.Rows answer) {
      return tie(answer.rows(), columns, row -> bound.getOrderBy().stream().map(key -> value(key.getExpression(), row)).collect(Collectors.toList()));
    }
    return keyed(bound, snapshot);
  }

  private static boolean isAggregate(SortCondition key) {
    return key.getExpression() instanceof ExprAggregator;
  }

  private static Node value(Expr key, Binding row) {
    try {
      return key.eval(row, ENVIRONMENT).asNode();
    } catch (ExprEvalException unbound) {
      return null;
    }
  }

  /** Keys that the answer does not show are seen when they are selected too. */
  private Optional<Finding> keyed(Query bound, Snapshot snapshot) {
    Query keyed = bound.cloneQuery();
    List<Var> keys = new ArrayList<>();
    for (SortCondition condition : bound.getOrderBy()) {
      keys.add(Var.alloc(KEY + keys.size()));
      keyed.addResultVar(keys.get(keys.size() - 1), condition.getExpression());
    }
    try {
      Answer answer = QueryRunner.run(snapshot.dataset(), keyed, Limits.DEFAULT);
      return answer instanceof Answer.Rows rows
          ? tie(rows.rows(), bound.getProjectVars(), row -> keys.stream().map(row::get).collect(Collectors.toList())) : Optional.empty();
    } catch (ProblemException failed) {
      return Optional.empty(); // the plain run has told it
    }
  }

  private Optional<Finding> tie(List<Binding> rows, List<Var> columns, Function<Binding, List<Node>> keys) {
    for (int at = 1; at < rows.size(); at++) {
      Binding before = rows.get(at - 1);
      Binding row = rows.get(at);
      List<String> differing = columns.stream().filter(column -> !Objects.equals(before.get(column), row.get(column))).map(column -> "?" + column.getVarName()).toList();
      if (!differing.isEmpty() && equal(keys.apply(before), keys.apply(row))) {
        return Optional.of(Finding.of(BuiltIn.ORDER_PARTIAL, "ORDER BY leaves rows " + at + " and " + (at + 1) + " in a tie: they differ in "
            + String.join(", ", differing), place(), "add " + String.join(" ", differing) + " to its end"));
      }
    }
    return Optional.empty();
  }

  private static boolean equal(List<Node> one, List<Node> other) {
    for (int at = 0; at < one.size(); at++) {
      if (!equal(one.get(at), other.get(at))) {
        return false;
      }
    }
    return true;
  }

  private static boolean equal(Node one, Node other) {
    if (Objects.equals(one, other)) {
      return true;
    }
    if (one == null || other == null || !one.isLiteral() || !other.isLiteral()) {
      return false;
    }
    try {
      return NodeValue.sameValueAs(NodeValue.makeNode(one), NodeValue.makeNode(other));
    } catch (ExprNotComparableException different) {
      return false;
    }
  }

  /** The last ORDER BY: one inside a sub-query comes before. */
  private Place place() {
    return linted.tokens().stream().filter(token -> token.kind == SPARQLParser11Constants.ORDER).reduce((first, last) -> last)
        .map(linted::place).orElse(linted.query().place());
  }
}
