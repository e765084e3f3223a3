package goldenbridge.query;

import org.apache.jena.sparql.expr.E_DateTimeTZ;
import org.apache.jena.sparql.expr.E_DateTimeTimezone;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Functions that in Jena 5.6.0 end the whole query by an internal error where SPARQL has an error of this one expression
 * (<a href="https://www.w3.org/TR/sparql11-query/#evaluation">section 17.2</a>).
 */
final class SteadyFunctions {
  private SteadyFunctions() {}

  /** {@code TZ} of an IRI or a blank node. */
  static final class Timezone extends E_DateTimeTZ {
    Timezone(Expr argument) {
      super(argument);
    }

    @Override
    public NodeValue eval(NodeValue value) {
      return super.eval(literal(value));
    }

    @Override
    public Expr copy(Expr argument) {
      return new Timezone(argument);
    }
  }

  /** {@code TIMEZONE} of an IRI or a blank node. */
  static final class Offset extends E_DateTimeTimezone {
    Offset(Expr argument) {
      super(argument);
    }

    @Override
    public NodeValue eval(NodeValue value) {
      return super.eval(literal(value));
    }

    @Override
    public Expr copy(Expr argument) {
      return new Offset(argument);
    }
  }

  private static NodeValue literal(NodeValue value) {
    if (!value.asNode().isLiteral()) {
      throw new ExprEvalException("not a date and time: " + value);
    }
    return value;
  }

  /** {@code STRLANG} with a text that is no language tag. */
  static final class LanguageLiteral extends E_StrLang {
    LanguageLiteral(Expr text, Expr tag) {
      super(text, tag);
    }

    @Override
    public NodeValue eval(NodeValue text, NodeValue tag) {
      if (!tag.isString() || !tag.asString().matches("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")) {
        throw new ExprEvalException("STRLANG: not a language tag");
      }
      return super.eval(text, tag);
    }

    @Override
    public Expr copy(Expr text, Expr tag) {
      return new LanguageLiteral(text, tag);
    }
  }
}
