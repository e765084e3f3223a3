package goldenbridge.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * Puts values in the place of parameters, in the syntax tree: also inside sub-queries, {@code EXISTS}, {@code MINUS} and
 * {@code UNION}. A parameter for several values is a {@code VALUES} block, whose rows are replaced.
 */
final class Substitution {
  private Substitution() {}

  static Query apply(Query query, Map<Parameter, List<Node>> values) {
    Map<Var, Node> single = new HashMap<>();
    Map<Var, List<Node>> several = new HashMap<>();
    values.forEach((parameter, nodes) -> {
      if (nodes.isEmpty()) {
        return;
      }
      if (parameter.count() == Parameter.Count.MANY) {
        several.put(parameter.variable(), nodes);
      } else {
        single.put(parameter.variable(), nodes.get(0));
      }
    });
    Rows rows = new Rows(several);
    Query bound = QueryTransformOps.transform(query, rows, new Given(rows, single.keySet()));
    // Not syntaxSubstitute: it would add the parameters to the columns of the answer.
    return QueryTransformOps.replaceVars(bound, single);
  }

  /** {@code BOUND} of a value is no SPARQL: it is true. So the text of the query stays one that any engine reads. */
  private static final class Given extends ExprTransformApplyElementTransform {
    private final Set<Var> given;

    Given(ElementTransform patterns, Set<Var> given) {
      super(patterns);
      this.given = given;
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
      return function instanceof E_Bound && argument.isVariable() && given.contains(argument.asVar()) ? NodeValue.TRUE : super.transform(function, argument);
    }
  }

  private static final class Rows extends ElementTransformCopyBase {
    private final Map<Var, List<Node>> several;

    Rows(Map<Var, List<Node>> several) {
      this.several = several;
    }

    @Override
    public Element transform(ElementData block) {
      if (block.getVars().size() != 1 || !several.containsKey(block.getVars().get(0))) {
        return super.transform(block);
      }
      Var variable = block.getVars().get(0);
      List<Binding> rows = several.get(variable).stream().map(node -> BindingFactory.binding(variable, node)).toList();
      return new ElementData(List.of(variable), rows);
    }
  }
}
