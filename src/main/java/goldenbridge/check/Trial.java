package goldenbridge.check;

import goldenbridge.fault.Place;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.Answer;
import goldenbridge.query.AnswerWriter;
import goldenbridge.query.Choices;
import goldenbridge.query.Labeller;
import goldenbridge.query.Limits;
import goldenbridge.query.Parameter;
import goldenbridge.query.QueryRunner;
import goldenbridge.rdf.Format;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;

/**
 * One run of a canned query: as it is, or with the parameters of a case. Its answer is what the command {@code query} gives.
 *
 * @param golden the name of the file with the kept answer
 * @param place where the run is asked for
 * @param bound the query with its values, empty when they are refused
 */
record Trial(String golden, Place place, Optional<Query> bound, Optional<Answer> answer, List<Finding> findings) {

  /** A run without parameters if the query allows it, and one for each case. */
  static List<Trial> all(LintedQuery linted, Snapshot snapshot) {
    List<Trial> trials = new ArrayList<>();
    String name = linted.query().name();
    if (linted.query().parameters().stream().allMatch(Trial::isSatisfied)) {
      trials.add(run(linted, snapshot, Map.of(), name + ".csv", linted.query().place()));
    }
    linted.query().header().cases().forEach((label, values) -> {
      Map<String, List<String>> arguments = new LinkedHashMap<>();
      values.forEach((parameter, value) -> arguments.put(parameter, List.of(value)));
      trials.add(run(linted, snapshot, arguments, name + "." + label + ".csv", linted.headerPlace("cases", label)));
    });
    return trials;
  }

  private static boolean isSatisfied(Parameter parameter) {
    return parameter.presence() == Parameter.Presence.OPTIONAL || parameter.defaultValue().isPresent();
  }

  private static Trial run(LintedQuery linted, Snapshot snapshot, Map<String, List<String>> arguments, String golden,
      Place place) {
    Optional<Query> bound = Optional.empty();
    try {
      bound = Optional.of(linted.query().bind(arguments, snapshot.entities()::resolve, new Choices(snapshot.dataset(), snapshot.prefixes())));
      return new Trial(golden, place, bound,
          Optional.of(QueryRunner.run(snapshot.dataset(), bound.get(), Limits.DEFAULT)), List.of());
    } catch (QueryException unfit) {
      // A parameter that the query assigns itself: the lint has told it.
      return new Trial(golden, place, Optional.empty(), Optional.empty(), List.of());
    } catch (ProblemException failed) {
      boolean refused = bound.isEmpty();
      return new Trial(golden, place, bound, Optional.empty(), failed.problems().stream().map(Finding::of)
          .map(finding -> refused ? finding.as(BuiltIn.QUERY_CASE) : finding).map(finding -> finding.at(place)).toList());
    }
  }

  /** Whether a golden answer is asked for: not of a run that gave triples or a verdict, which CSV cannot carry. */
  boolean isKept() {
    return answer.isEmpty() || AnswerWriter.canCarry(Format.CSV, answer.get());
  }

  /** The answer as the command line writes it with {@code --format csv --lang en}; empty when there is none to keep. */
  Optional<String> csv(Labeller english) {
    return answer.filter(given -> isKept()).map(given -> {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new AnswerWriter(english, AnswerWriter.Envelope.NONE).write(given, Format.CSV, out);
      return out.toString(StandardCharsets.UTF_8);
    });
  }
}
