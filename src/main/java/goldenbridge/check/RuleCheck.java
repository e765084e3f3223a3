package goldenbridge.check;

import goldenbridge.fault.Place;
import goldenbridge.fault.ProblemException;
import goldenbridge.query.Answer;
import goldenbridge.query.Limits;
import goldenbridge.query.QueryRunner;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** Runs the rules of a home over its data; every row is a finding. Rules are run side by side. */
final class RuleCheck {
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(20), 10_000);

  private final Material material;

  private RuleCheck(Material material) {
    this.material = material;
  }

  static List<Finding> run(List<RuleFile> rules, Material material) {
    RuleCheck check = new RuleCheck(material);
    return rules.parallelStream().flatMap(rule -> rule.query().stream().flatMap(query -> check.run(rule, query))).toList();
  }

  private Stream<Finding> run(RuleFile rule, Query query) {
    try {
      return QueryRunner.run(material.dataset(), query, LIMITS) instanceof Answer.Rows answer
          ? answer.rows().stream().map(row -> finding(rule, row)) : Stream.empty();
    } catch (ProblemException failed) {
      return failed.problems().stream().map(problem -> Finding.of(problem.at(Place.of(rule.shown()))));
    }
  }

  private Finding finding(RuleFile rule, Binding row) {
    Map<String, Node> values = new HashMap<>();
    RuleFile.COLUMNS.stream().filter(column -> row.contains(Var.alloc(column)))
        .forEach(column -> values.put(column, row.get(column)));
    Node focus = values.get("focus");
    Place place = focus == null ? Place.of(rule.shown())
        : material.locator().of(focus, values.get("path"), values.get("value"), values.get("graph"));
    return new Finding(rule.told().severity(), rule.id(), Wording.sentence(material.wording()
        .fill(rule.message(), values)), place,
        rule.told().help(), focus != null && focus.isURI() ? focus.getURI() : "");
  }
}
