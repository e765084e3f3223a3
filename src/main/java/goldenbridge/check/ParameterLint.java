package goldenbridge.check;

import goldenbridge.fault.Place;
import goldenbridge.query.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants;
import org.apache.jena.sparql.lang.sparql_11.Token;

/**
 * Uses of parameters that would fail, or silently find nothing, once values stand in their place: a value cannot replace a
 * variable that the query assigns, a literal is no subject, and an absent parameter must not make a FILTER an error.
 */
final class ParameterLint {
  private static final Set<String> RESERVED = Set.of("page", "page_size", "format", "lang", "evidence", "bom", "timeout", "output");
  private static final Set<Parameter.Type> NAMES = Set.of(Parameter.Type.ENTITY, Parameter.Type.IRI);

  private final LintedQuery linted;
  private final List<Finding> findings = new ArrayList<>();

  private ParameterLint(LintedQuery linted) {
    this.linted = linted;
  }

  static List<Finding> run(LintedQuery linted) {
    ParameterLint lint = new ParameterLint(linted);
    linted.query().parameters().forEach(parameter -> {
      lint.reserved(parameter);
      lint.assigned(parameter);
      lint.values(parameter);
      lint.subject(parameter);
      lint.unguarded(parameter);
    });
    return lint.findings;
  }

  private void reserved(Parameter parameter) {
    if (RESERVED.contains(parameter.name())) {
      add(BuiltIn.RESERVED_PARAMETER, "parameter " + parameter.name() + " is named like an option of the service",
          linted.place(parameter.variable()), "choose another name");
    }
  }

  /** After AS, both in BIND and in SELECT. */
  private void assigned(Parameter parameter) {
    for (int at = 1; at < tokens().size(); at++) {
      if (is(tokens().get(at), parameter) && tokens().get(at - 1).kind == SPARQLParser11Constants.AS) {
        add(BuiltIn.PARAMETER_ASSIGNED, "the query assigns ?" + parameter.variable().getVarName()
            + ", so no value can be put in its place",
            linted.place(tokens().get(at)), "assign another variable and compare the two in a FILTER");
      }
    }
  }

  private void values(Parameter parameter) {
    for (int at = 0; at < tokens().size(); at++) {
      if (tokens().get(at).kind != SPARQLParser11Constants.VALUES) {
        continue;
      }
      List<Token> columns = columns(at + 1);
      columns.stream().filter(token -> is(token, parameter))
          .filter(token -> parameter.count() == Parameter.Count.ONE || columns.size() > 1)
          .forEach(token -> add(BuiltIn.PARAMETER_VALUES, parameter.count() == Parameter.Count.ONE
              ? "parameter " + parameter.name() + " takes one value but is a column of VALUES"
              : "parameter " + parameter.name() + " shares its VALUES block with another column",
              linted.place(token), "write VALUES ?_" + parameter.name() + "_multi { UNDEF }, alone in its block"));
    }
  }

  /** The variables between VALUES and its block. */
  private List<Token> columns(int from) {
    return tokens().subList(from, tokens().size()).stream().takeWhile(token -> token.kind != SPARQLParser11Constants.LBRACE)
        .filter(ParameterLint::isVariable).toList();
  }

  private void subject(Parameter parameter) {
    if (!NAMES.contains(parameter.type()) && linted.patterns().triples().stream().anyMatch(triple -> names(triple, parameter))) {
      add(BuiltIn.LITERAL_SUBJECT,
          "parameter " + parameter.name() + " is a literal (" + parameter.type().label() + ") but stands as a subject or property",
          subjectPlace(parameter), "give it the type entity or iri, or compare it in a FILTER");
    }
  }

  private static boolean names(TriplePath triple, Parameter parameter) {
    return parameter.variable().equals(triple.getSubject()) || parameter.variable().equals(triple.getPredicate());
  }

  /** Where a pattern can begin: behind a brace or a stop. */
  private Place subjectPlace(Parameter parameter) {
    Set<Integer> before = Set.of(SPARQLParser11Constants.LBRACE, SPARQLParser11Constants.RBRACE,
        SPARQLParser11Constants.DOT);
    return use(parameter, at -> at > 0 && before.contains(tokens().get(at - 1).kind));
  }

  private void unguarded(Parameter parameter) {
    if (parameter.presence() == Parameter.Presence.OPTIONAL && linted.patterns().conditions().stream()
        .anyMatch(condition -> !condition.local().contains(parameter.variable())
        && !tolerates(condition.test(), parameter.variable()))) {
      add(BuiltIn.UNGUARDED_PARAMETER, "without parameter " + parameter.name()
          + " this FILTER is an error and every row is lost",
          filterPlace(parameter), "write FILTER (!BOUND(?" + parameter.variable().getVarName() + ") || …)");
    }
  }

  private Place filterPlace(Parameter parameter) {
    Set<Integer> conditions = Set.of(SPARQLParser11Constants.FILTER, SPARQLParser11Constants.HAVING);
    return use(parameter, at -> tokens().subList(0, at).stream().anyMatch(token -> conditions.contains(token.kind)));
  }

  /** Whether a condition lets rows through, and is no error, when the variable is unbound. */
  private static boolean tolerates(Expr test, Var variable) {
    if (test instanceof E_LogicalOr either) {
      return isUnbound(either.getArg1(), variable) || isUnbound(either.getArg2(), variable)
          || tolerates(either.getArg1(), variable) && tolerates(either.getArg2(), variable);
    }
    if (test instanceof E_LogicalAnd both) {
      return tolerates(both.getArg1(), variable) && tolerates(both.getArg2(), variable);
    }
    if (test instanceof E_LogicalNot not && not.getArg() instanceof E_LogicalAnd both) {
      return isBound(both.getArg1(), variable) || isBound(both.getArg2(), variable) || !mentions(both, variable);
    }
    return !mentions(test, variable);
  }

  private static boolean isUnbound(Expr test, Var variable) {
    return test instanceof E_LogicalNot not && isBound(not.getArg(), variable)
        || test instanceof E_LogicalOr either
        && (isUnbound(either.getArg1(), variable) || isUnbound(either.getArg2(), variable));
  }

  private static boolean isBound(Expr test, Var variable) {
    return test instanceof E_Bound bound && bound.getArg().isVariable() && bound.getArg().asVar().equals(variable);
  }

  /** Whether the expression needs the variable's value: not inside BOUND, COALESCE, an IF that asks BOUND, or EXISTS. */
  private static boolean mentions(Expr expression, Var variable) {
    if (expression.isVariable()) {
      return expression.asVar().equals(variable);
    }
    if (expression instanceof E_Bound || expression instanceof E_Coalesce || expression instanceof ExprFunctionOp) {
      return false;
    }
    if (expression instanceof E_If choice
        && (isBound(choice.getArg1(), variable) || isUnbound(choice.getArg1(), variable))) {
      return false;
    }
    return expression instanceof ExprFunction function && function.getArgs().stream()
        .anyMatch(argument -> mentions(argument, variable));
  }

  private Place use(Parameter parameter, Predicate<Integer> wanted) {
    for (int at = 0; at < tokens().size(); at++) {
      if (is(tokens().get(at), parameter) && wanted.test(at)) {
        return linted.place(tokens().get(at));
      }
    }
    return linted.place(parameter.variable());
  }

  private List<Token> tokens() {
    return linted.tokens();
  }

  private static boolean is(Token token, Parameter parameter) {
    return isVariable(token) && token.image.substring(1).equals(parameter.variable().getVarName());
  }

  private static boolean isVariable(Token token) {
    return token.kind == SPARQLParser11Constants.VAR1 || token.kind == SPARQLParser11Constants.VAR2;
  }

  private void add(BuiltIn rule, String message, Place place, String hint) {
    findings.add(Finding.of(rule, message, place, hint));
  }
}
