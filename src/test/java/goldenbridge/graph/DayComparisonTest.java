package goldenbridge.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.function.BinaryOperator;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnvBase;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;

class DayComparisonTest {
  private static final List<String> TERMS = List.of("'2019-03-01'^^xsd:date", "'2019-02-28'^^xsd:date", "'2019-03-01'^^xsd:date", "'0999-12-31'^^xsd:date",
      "'2019-02-30'^^xsd:date", "'2019-03-01Z'^^xsd:date", "'2019-03-01+09:00'^^xsd:date", "' 2019-03-01'^^xsd:date", "'-2019-03-01'^^xsd:date", "'12019-03-01'^^xsd:date",
      "'0000-01-01'^^xsd:date", "'2019-3-001'^^xsd:date", "'2019-03-01T00:00:00'^^xsd:dateTime", "'2019-03'^^xsd:gYearMonth", "'2019'^^xsd:gYear", "'2019-03-01'", "'2019-03-01'@en",
      "2019", "'a-date'^^xsd:date", "'2019-03-01'^^<http://example.org/date>", "<http://example.org/2019-03-01>");
  private static final List<BinaryOperator<Expr>> COMPARISONS =
      List.of(E_LessThan::new, E_LessThanOrEqual::new, E_GreaterThan::new, E_GreaterThanOrEqual::new);

  private static String value(Expr expression) {
    try {
      return expression.eval(BindingFactory.empty(), new FunctionEnvBase(ARQ.getContext().copy())).toString();
    } catch (ExprEvalException error) {
      return "error";
    }
  }

  private static NodeValue term(String text) {
    return NodeValue.makeNode(SSE.parseNode(text));
  }

  @Test
  void comparesAnyTwoTermsAsJenaDoes() {
    for (BinaryOperator<Expr> comparison : COMPARISONS) {
      for (String first : TERMS) {
        for (String second : TERMS) {
          Expr full = comparison.apply(term(first), term(second));
          Expr quick = DayComparison.of(full);
          assertInstanceOf(DayComparison.class, quick);
          assertEquals(value(full), value(quick), full.toString());
          assertEquals(value(full), value(quick.deepCopy()), full.toString());
        }
      }
    }
  }

  @Test
  void leavesEverythingElse() {
    Expr other = new E_Equals(term(TERMS.get(0)), term(TERMS.get(1)));
    assertSame(other, DayComparison.of(other));
  }
}
