package goldenbridge.check;

import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.Answer;
import goldenbridge.query.Limits;
import goldenbridge.query.Parameter;
import goldenbridge.query.QueryRunner;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.query.Query;

/** Whether the {@code enumQuery} of a parameter gives choices. */
final class ChoicesLint {
  private ChoicesLint() {}

  static List<Finding> run(LintedQuery linted, Snapshot snapshot) {
    return linted.query().parameters().stream().flatMap(parameter -> check(parameter, linted, snapshot)).toList();
  }

  private static Stream<Finding> check(Parameter parameter, LintedQuery linted, Snapshot snapshot) {
    Place place = linted.headerPlace("params", parameter.name(), "enumQuery");
    return parameter.choicesQuery().flatMap(text -> trouble(text, snapshot)).stream()
        .map(problem -> Finding.of(BuiltIn.CHOICES_QUERY, "the enumQuery of parameter " + parameter.name() + ": "
        + problem.message(), place, problem.hint()));
  }

  private static Optional<Problem> trouble(String text, Snapshot snapshot) {
    try {
      Query query = QueryRunner.parse(text, "enumQuery", snapshot.prefixes());
      if (!query.isSelectType()) {
        return Optional.of(Problem.badInput("choices", "it is not a SELECT", "its first column gives the choices"));
      }
      Answer answer = QueryRunner.run(snapshot.dataset(), query, Limits.DEFAULT);
      boolean empty = answer instanceof Answer.Rows rows && rows.rows().isEmpty();
      return empty ? Optional.of(Problem.badInput("choices", "it gives no choice", "check its terms")) : Optional.empty();
    } catch (ProblemException broken) {
      return Optional.of(broken.problem());
    }
  }
}
