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

  /** What a key of ORDER BY gives for a row; null when it is unbound. */
  @FunctionalInterface
  private interface Key {
    Node of(Binding row);
  }

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
      String subject = linted.query().header().pageSize().isPresent() ? "the query is paged but" : "the query";
      return Optional.of(Finding.of(BuiltIn.ORDER_MISSING, subject + " has no ORDER BY",
          linted.first(token -> token.kind == SPARQLParser11Constants.SELECT),
          "order by every column, or by one that differs in every row"));
    }
    List<Trial> ran = trials.stream().filter(trial -> trial.answer().isPresent()).toList();
    return ran.isEmpty() ? byText(query) : ran.stream().flatMap(trial -> tie(trial, snapshot).stream()).findFirst();
  }

  /** An aggregate without groups gives one row. */
  private static boolean isOneRow(Query query) {
    return query.hasAggregators() && query.getGroupBy().isEmpty();
  }

  private Optional<Finding> byText(Query query) {
    List<String> missing = query.getProjectVars().stream()
        .filter(column -> isPlain(query, column) && !isKey(query, column))
        .map(column -> "?" + column.getVarName()).toList();
    return missing.isEmpty() ? Optional.empty()
        : Optional.of(Finding.of(BuiltIn.ORDER_PARTIAL, "ORDER BY does not mention " + String.join(", ", missing),
            place(), "add what is missing, in a fixed order"));
  }

  private static boolean isPlain(Query query, Var column) {
    return query.getProject().getExpr(column) == null;
  }

  private static boolean isKey(Query query, Var column) {
    return query.getOrderBy().stream().anyMatch(key -> key.getExpression().getVarsMentioned().contains(column));
  }

  private Optional<Finding> tie(Trial trial, Snapshot snapshot) {
    Query bound = trial.bound().orElseThrow();
    List<Var> columns = bound.getProjectVars();
    boolean visible = bound.getOrderBy().stream()
        .allMatch(key -> columns.containsAll(key.getExpression().getVarsMentioned()) && !isAggregate(key));
    if (visible && trial.answer().orElseThrow() instanceof Answer.Rows answer) {
      return tie(answer.rows(), columns, bound.getOrderBy().stream()
          .map(key -> (Key) row -> value(key.getExpression(), row)).toList());
    }
    return keyed(bound, trial.answer().orElseThrow(), snapshot);
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

  /** Keys that the answer does not show are seen when they are selected too, unless DISTINCT then keeps more rows. */
  private Optional<Finding> keyed(Query bound, Answer plain, Snapshot snapshot) {
    Query keyed = bound.cloneQuery();
    List<Var> keys = new ArrayList<>();
    for (SortCondition condition : bound.getOrderBy()) {
      keys.add(Var.alloc(KEY + keys.size()));
      keyed.addResultVar(keys.get(keys.size() - 1), condition.getExpression());
    }
    try {
      Answer answer = QueryRunner.run(snapshot.dataset(), keyed, Limits.DEFAULT);
      if (answer instanceof Answer.Rows rows && plain instanceof Answer.Rows distinct) {
        return rows.rows().size() == distinct.rows().size()
            ? tie(rows.rows(), bound.getProjectVars(), keys.stream().map(key -> (Key) row -> row.get(key)).toList())
            : Optional.of(Finding.of(BuiltIn.ORDER_PARTIAL,
                "a key of ORDER BY has several values for one DISTINCT row", place(),
                "select what it is made of, or order by the columns alone"));
      }
      return Optional.empty();
    } catch (ProblemException failed) {
      return Optional.empty(); // the plain run has told it
    }
  }

  private Optional<Finding> tie(List<Binding> rows, List<Var> columns, List<Key> keys) {
    for (int at = 1; at < rows.size(); at++) {
      Binding before = rows.get(at - 1);
      Binding row = rows.get(at);
      if (keys.stream().allMatch(key -> equal(key.of(before), key.of(row)))) {
        List<String> differing = columns.stream()
            .filter(column -> !Objects.equals(before.get(column), row.get(column)))
            .map(column -> "?" + column.getVarName()).toList();
        if (!differing.isEmpty()) {
          return Optional.of(Finding.of(BuiltIn.ORDER_PARTIAL,
              "ORDER BY leaves rows " + at + " and " + (at + 1) + " in a tie: they differ in " + String.join(", ", differing),
              place(), "add " + String.join(" ", differing) + " to its end"));
        }
      }
    }
    return Optional.empty();
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
    return linted.tokens().stream().filter(token -> token.kind == SPARQLParser11Constants.ORDER)
        .reduce((first, last) -> last)
        .map(linted::place).orElse(linted.query().place());
  }
}
