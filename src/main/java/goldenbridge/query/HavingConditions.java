package goldenbridge.query;

import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/**
 * Joins several HAVING conditions into one, which means the same: Jena's transforms (5.6.0) look at the first one only, so that
 * the others would keep their parameters and escape the guard.
 */
final class HavingConditions {
  private HavingConditions() {}

  /** Changes the query, its sub-queries and those in EXISTS. */
  static void join(Query query) {
    List<Expr> conditions = query.getHavingExprs();
    if (conditions.size() > 1) {
      Expr all = conditions.stream().reduce(E_LogicalAnd::new).orElseThrow();
      conditions.clear();
      conditions.add(all);
    }
    conditions.forEach(HavingConditions::within);
    query.getProject().getExprs().values().forEach(HavingConditions::within);
    if (query.getQueryPattern() != null) {
      within(query.getQueryPattern());
    }
  }

  private static void within(Element pattern) {
    ElementWalker.walk(pattern, new ElementVisitorBase() {
      @Override
      public void visit(ElementSubQuery inner) {
        join(inner.getQuery());
      }

      @Override
      public void visit(ElementFilter filter) {
        within(filter.getExpr());
      }

      @Override
      public void visit(ElementBind bind) {
        within(bind.getExpr());
      }
    });
  }

  private static void within(Expr expression) {
    if (expression instanceof ExprFunctionOp exists) {
      within(exists.getElement());
    } else if (expression.isFunction()) {
      expression.getFunction().getArgs().forEach(HavingConditions::within);
    }
  }
}
