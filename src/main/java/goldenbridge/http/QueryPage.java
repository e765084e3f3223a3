package goldenbridge.http;

import goldenbridge.about.OpenApi;
import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.Answer;
import goldenbridge.query.CannedQuery;
import goldenbridge.query.QueryHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.Query;

/** The page of a canned query: the question, a form for its parameters, the answer, and how else to have it. */
final class QueryPage {
  /** Rows of a page for a query that names no size itself. */
  private static final int ROWS = 200;

  private final WorkGate gate;
  private final Templates templates;

  QueryPage(WorkGate gate, Templates templates) {
    this.gate = gate;
    this.templates = templates;
  }

  Reply of(Ask asked) {
    Ask ask = asked.paging().isPresent() || !asked.canned().query().isSelectType() ? asked : asked.paged(new Paging(1, ROWS));
    Map<String, Object> model = new HashMap<>(about(ask));
    List<Problem> problems = new ArrayList<>();
    Optional<Query> bound = bound(ask, problems);
    model.put("problems", problems.stream().map(problem -> Map.of("message", problem.message(), "hint", problem.hint())).toList());
    return Reply.of("text/html;charset=utf-8", ask.language(), out -> {
      try (WorkGate.Place place = gate.enter()) {
        model.put("parameters", ask.canned().parameters().stream().map(parameter -> FormField.of(parameter, ask)).toList());
        bound.ifPresent(query -> model.putAll(result(ask, ask.run(query))));
      }
      templates.write("query", ask.call().root(), model, out);
      return Map.of();
    }).status(problems.isEmpty() ? 200 : ErrorBody.status(problems.get(0)));
  }

  /** Nothing to run yet while nothing has been filled in. */
  private static Optional<Query> bound(Ask ask, List<Problem> problems) {
    try {
      return Optional.of(ask.bound());
    } catch (ProblemException wrong) {
      if (!ask.arguments().isEmpty()) {
        problems.addAll(wrong.problems());
      }
      return Optional.empty();
    }
  }

  private static Map<String, Object> about(Ask ask) {
    CannedQuery canned = ask.canned();
    Snapshot snapshot = ask.call().snapshot();
    Map<String, Object> model = new HashMap<>();
    model.put("language", ask.language());
    model.put("title", snapshot.description().title(ask.language()));
    model.put("name", canned.name());
    model.put("summary", canned.summary(ask.language()));
    model.put("description", Optional.ofNullable(canned.header().translations().get(ask.language()))
        .map(QueryHeader.Translation::description).filter(text -> !text.isEmpty()).orElse(canned.header().description()));
    model.put("tags", canned.header().tags());
    model.put("text", canned.text().lines().dropWhile(line -> line.startsWith("#+")).collect(Collectors.joining("\n")));
    model.put("evidence", ask.evidence() == Ask.Evidence.CITED);
    model.put("address", ask.call().origin() + QueryEndpoint.PATH + canned.name());
    model.put("downloads", downloads(ask));
    model.put("samples", OpenApi.samples(canned, ask.arguments(), ask.call().origin()).stream()
        .map(sample -> Map.of("label", sample.label(), "source", sample.source())).toList());
    return model;
  }

  private static List<Map<String, String>> downloads(Ask ask) {
    Parameters parameters = ask.call().query().without(Set.of("format", "output"));
    String search = parameters.values().isEmpty() ? "" : "?" + parameters.encoded();
    return Stream.concat(QueryEndpoint.data(ask.canned().query(), ask.evidence()).stream(), Stream.of(Offer.QUERY_TEXT))
        .map(offer -> Map.of("name", offer.names().get(0), "href", ask.canned().name() + "." + offer.names().get(0) + search)).toList();
  }

  private static Map<String, Object> result(Ask ask, Ask.Told told) {
    Answer answer = told.answer();
    Map<String, Object> model = new HashMap<>();
    model.put("result", new ResultView(ask.call().snapshot(), ask.language(), ask.call().root()).of(answer, told.citations()));
    ask.paging().ifPresent(pages -> {
      if (answer.truncated()) {
        model.put("next", pages.address("", ask.call().query(), pages.page() + 1));
      }
      if (pages.page() > 1) {
        model.put("previous", pages.address("", ask.call().query(), pages.page() - 1));
      }
    });
    return model;
  }
}
