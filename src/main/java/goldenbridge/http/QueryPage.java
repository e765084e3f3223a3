package goldenbridge.http;

import goldenbridge.about.OpenApi;
import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.Answer;
import goldenbridge.query.CannedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.Query;

/**
 * The page of a canned query: the question, a form for its parameters, the answer with its evidence, and how else to have it.
 * With {@code embed=on} only the answer, for a frame in a page elsewhere.
 */
final class QueryPage {
  /** Rows of a page for a query that names no size itself. */
  private static final int ROWS = 200;
  private static final Set<String> HOW = Set.of("format", "output", "embed", "evidence");

  private final WorkGate gate;
  private final Templates templates;

  QueryPage(WorkGate gate, Templates templates) {
    this.gate = gate;
    this.templates = templates;
  }

  Reply of(Ask asked) {
    Ask ask = cited(asked.paging().isPresent() || !asked.canned().query().isSelectType() ? asked : asked.paged(new Paging(1, ROWS)));
    boolean embedded = ask.call().query().isOn("embed");
    Map<String, Object> model = new HashMap<>(about(ask));
    List<Problem> problems = new ArrayList<>();
    Optional<Query> bound = bound(ask, problems);
    Hints hints = new Hints(ask.call().snapshot(), ask.call().root());
    model.put("problems", problems.stream().map(hints::shown).toList());
    Reply reply = Reply.of("text/html;charset=utf-8", ask.language(), out -> {
      try (WorkGate.Place place = gate.enter()) {
        model.put("parameters", ask.canned().parameters().stream().map(parameter -> FormField.of(parameter, ask)).toList());
        bound.ifPresent(query -> model.putAll(result(ask, told(ask, query))));
      }
      templates.write(embedded ? "embed" : "query", Frame.of(ask.call(), ask.language()), model, out);
      return Map.of();
    }).status(problems.isEmpty() ? 200 : ErrorBody.status(problems.get(0)));
    return embedded ? reply.with(Headers.POLICY, Headers.FRAMED_POLICY) : reply;
  }

  /** People see the evidence unless they ask for a page without it. */
  private static Ask cited(Ask ask) {
    return ask.call().query().text("evidence").isEmpty() && ask.canned().query().isSelectType() ? ask.cited() : ask;
  }

  /** An answer whose evidence nobody asked for by name goes without it when it cannot be traced. */
  private static Ask.Told told(Ask ask, Query bound) {
    try {
      return ask.run(bound);
    } catch (ProblemException untold) {
      if (untold.problem().code().equals("untraceable") && ask.call().query().text("evidence").isEmpty()) {
        return ask.uncited().run(bound);
      }
      throw untold;
    }
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
    Columns names = new Columns(snapshot, ask.language());
    Citing citing = Citing.of(ask);
    Map<String, Object> model = new HashMap<>();
    model.put("name", canned.name());
    model.put("summary", canned.summary(ask.language()));
    model.put("description", canned.description(ask.language()));
    model.put("tags", canned.header().tags().stream().map(tag -> Map.of("tag", tag, "name", names.tag(tag))).toList());
    model.put("view", canned.header().view().orElse("Table"));
    model.put("text", canned.text().lines().dropWhile(line -> line.startsWith("#+")).collect(Collectors.joining("\n")).strip());
    model.put("evidence", ask.evidence() == Ask.Evidence.CITED);
    Parameters plain = ask.call().query().without(HOW);
    int page = ask.paging().map(Paging::page).orElse(1);
    model.put("withEvidence", Paging.address(canned.name(), plain, page));
    model.put("withoutEvidence", Paging.address(canned.name(), plain.with("evidence", "off"), page));
    model.put("address", citing.address());
    model.put("embed", embed(ask));
    model.put("bibtex", citing.bibtex());
    model.put("csl", citing.csl());
    model.put("samples", OpenApi.samples(canned, ask.arguments(), ask.call().origin()).stream()
        .map(sample -> Map.of("label", sample.label(), "source", sample.source())).toList());
    return model;
  }

  private static String embed(Ask ask) {
    return ask.call().origin() + QueryEndpoint.PATH + ask.canned().name() + "?" + ask.call().query().without(HOW).with("embed", "on").encoded();
  }

  /** All rows, whichever page shows some of them; so all pages lead to the same files. */
  private static List<Map<String, String>> downloads(Ask ask, Answer answer) {
    Ask.Evidence wanted = ask.call().query().isOn("evidence") ? Ask.Evidence.CITED : Ask.Evidence.LEFT_OUT;
    Parameters chosen = ask.call().query().without(HOW).without(Set.of(Paging.PAGE, Paging.SIZE));
    Parameters cited = wanted == Ask.Evidence.CITED ? chosen.with("evidence", "on") : chosen;
    boolean isPart = answer.truncated() || ask.paging().filter(pages -> pages.page() > 1).isPresent();
    String search = (isPart ? cited.with(Paging.SIZE, Integer.toString(Paging.MOST)) : cited).search();
    return Stream.concat(QueryEndpoint.data(ask.canned().query(), wanted).stream(), Stream.of(Offer.QUERY_TEXT))
        .map(offer -> Map.of("name", offer.names().get(0), "href", ask.canned().name() + "." + offer.names().get(0) + search)).toList();
  }

  private static Map<String, Object> result(Ask ask, Ask.Told told) {
    Answer answer = told.answer();
    Map<String, Object> model = new HashMap<>();
    model.put("downloads", downloads(ask, answer));
    model.put("result", new ResultView(ask.call().snapshot(), ask.language(), ask.call().root()).of(answer, told.citations()));
    ask.paging().ifPresent(pages -> {
      model.put("page", pages.page());
      if (answer.truncated()) {
        model.put("next", Paging.address(ask.canned().name(), ask.call().query(), pages.page() + 1));
      }
      if (pages.page() > 1) {
        model.put("previous", Paging.address(ask.canned().name(), ask.call().query(), pages.page() - 1));
      }
    });
    return model;
  }
}
