package goldenbridge.query;

import goldenbridge.fault.Problem;
import java.util.List;
import org.apache.jena.sparql.expr.E_DateTimeTZ;
import org.apache.jena.sparql.expr.E_DateTimeTimezone;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/**
 * Functions that in Jena 5.6.0 end the whole query by an internal error where SPARQL has an error of this one expression
 * (<a href="https://www.w3.org/TR/sparql11-query/#evaluation">section 17.2</a>), or that know no measure.
 */
final class SteadyFunctions {
  /** A text that doubles itself a few dozen times would fill the memory long before the deadline. */
  private static final int LONGEST = 1_000_000;

  private SteadyFunctions() {}

  /** @throws goldenbridge.fault.ProblemException with code {@code text-too-long} */
  static void checkLength(long length) {
    if (length > LONGEST) {
      throw Problem.tooMuch("text-too-long", "the query makes a text of more than " + LONGEST + " characters", "make shorter texts").raise();
    }
  }

  /** {@code NOW}: the same for the whole query, found out when it is first asked for. */
  static final class Now extends ExprFunction0 {
    private final Deadline run;

    Now(Deadline run) {
      super("now");
      this.run = run;
    }

    @Override
    public NodeValue eval(FunctionEnv environment) {
      return run.now();
    }

    @Override
    public Expr copy() {
      return this;
    }
  }

  /** {@code CONCAT} up to a length. */
  static final class Concat extends E_StrConcat {
    Concat(ExprList parts) {
      super(parts);
    }

    @Override
    public NodeValue eval(List<NodeValue> parts) {
      checkLength(parts.stream().mapToLong(part -> part.asUnquotedString().length()).sum());
      return super.eval(parts);
    }

    @Override
    public Expr copy(ExprList parts) {
      return new Concat(parts);
    }
  }

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
