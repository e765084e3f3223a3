package goldenbridge.query;

import goldenbridge.fault.Problem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.expr.E_DateTimeTZ;
import org.apache.jena.sparql.expr.E_DateTimeTimezone;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * Makes a query safe to run for a stranger: no {@code SERVICE}, no functions beyond SPARQL 1.1 (Jena would load a class for
 * a {@code java:} IRI), and regular expressions that stop at the deadline.
 */
final class QueryGuard {
  private QueryGuard() {}

  /** @throws goldenbridge.fault.ProblemException with code {@code service-off} or {@code unknown-function} */
  static Query guard(Query query, Deadline deadline) {
    NoService noService = new NoService();
    return QueryTransformOps.transform(query, noService, new SafeFunctions(noService, deadline));
  }

  private static final class NoService extends ElementTransformCopyBase {
    @Override
    public Element transform(ElementService element, Node service, Element pattern) {
      throw Problem.badInput("service-off", "SERVICE <" + service + "> is off: this endpoint makes no calls to others",
          "query the other endpoint yourself and join the answers").raise();
    }
  }

  /** Also enters the patterns of EXISTS and the arguments of aggregates, which Jena's plain copy leaves as they are. */
  private static final class SafeFunctions extends ExprTransformApplyElementTransform {
    private final Deadline deadline;

    SafeFunctions(NoService patterns, Deadline deadline) {
      super(patterns);
      this.deadline = deadline;
    }

    @Override
    public Expr transform(ExprAggregator aggregate) {
      Aggregator inner = aggregate.getAggregator();
      ExprList arguments = inner.getExprList();
      return arguments == null ? aggregate : new ExprAggregator(aggregate.getVar(), inner.copy(ExprTransformer.transform(this, arguments)));
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList args) {
      if (function instanceof E_Regex) {
        return new Regex(deadline, args);
      }
      if (function instanceof E_StrReplace) {
        return new Replace(deadline, args);
      }
      if (function instanceof E_StrConcat) {
        return new SteadyFunctions.Concat(args);
      }
      if (function instanceof E_Function called && !called.getFunctionIRI().startsWith(XSDDatatype.XSD + "#")) {
        throw Problem.badInput("unknown-function", "function <" + called.getFunctionIRI() + "> is not available",
            "use the built-in functions of SPARQL 1.1 and the casts of xsd:").raise();
      }
      return super.transform(function, args);
    }

    @Override
    public Expr transform(ExprFunction0 function) {
      return function instanceof E_Now ? new SteadyFunctions.Now(deadline) : super.transform(function);
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
      if (function instanceof E_DateTimeTZ) {
        return new SteadyFunctions.Timezone(argument);
      }
      return function instanceof E_DateTimeTimezone ? new SteadyFunctions.Offset(argument) : super.transform(function, argument);
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr first, Expr second) {
      return function instanceof E_StrLang ? new SteadyFunctions.LanguageLiteral(first, second) : super.transform(function, first, second);
    }
  }

  private static String text(String function, NodeValue value) {
    return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
  }

  private static Pattern pattern(String function, List<NodeValue> args, int flags) {
    return RegexEngine.makePattern(function, text(function, args.get(1)), args.size() > flags ? text(function, args.get(flags)) : null);
  }

  private static final class Regex extends ExprFunctionN {
    private final Deadline deadline;

    Regex(Deadline deadline, ExprList args) {
      super("regex", args);
      this.deadline = deadline;
    }

    @Override
    public NodeValue eval(List<NodeValue> args) {
      return NodeValue.booleanReturn(pattern("REGEX", args, 2).matcher(deadline.guard(text("REGEX", args.get(0)))).find());
    }

    @Override
    public Expr copy(ExprList args) {
      return new Regex(deadline, args);
    }
  }

  private static final class Replace extends ExprFunctionN {
    private final Deadline deadline;

    Replace(Deadline deadline, ExprList args) {
      super("replace", args);
      this.deadline = deadline;
    }

    @Override
    public NodeValue eval(List<NodeValue> args) {
      Pattern pattern = pattern("REPLACE", args, 3);
      Matcher probe = pattern.matcher(deadline.guard(text("REPLACE", args.get(0))));
      String by = text("REPLACE", args.get(2));
      long groups = by.chars().filter(letter -> letter == '$').count();
      for (long length = 0; probe.find(); SteadyFunctions.checkLength(length)) {
        deadline.check(); // the whole search runs under the deadline before Jena repeats it without one
        length += by.length() + groups * (probe.end() - probe.start());
      }
      return XSDFuncOp.strReplace(args.get(0), pattern, args.get(2));
    }

    @Override
    public Expr copy(ExprList args) {
      return new Replace(deadline, args);
    }
  }
}
