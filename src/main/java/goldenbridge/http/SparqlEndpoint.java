package goldenbridge.http;

import goldenbridge.about.ServiceDescription;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.Answer;
import goldenbridge.query.Limits;
import goldenbridge.query.QueryRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.query.Query;

/**
 * {@code /sparql}: the query operation of the SPARQL 1.1 Protocol, and without a query the service's description of itself
 * (<a href="https://www.w3.org/TR/sparql11-service-description/#accessing">section 2</a>) or a form for people.
 */
final class SparqlEndpoint implements Endpoint {
  private static final List<Offer> TRUTH = List.of(Offer.PROTOCOL_JSON, Offer.PROTOCOL_XML, Offer.HTML);
  private static final List<Offer> ROWS = List.of(Offer.PROTOCOL_JSON, Offer.PROTOCOL_XML, Offer.CSV, Offer.TSV, Offer.HTML);
  private static final List<Offer> TRIPLES = Stream.concat(Offer.TRIPLES.stream(), Stream.of(Offer.HTML)).toList();

  private final ServedQueries queries;
  private final WorkGate gate;
  private final int maxQueryBytes;
  private final SparqlPage page;

  SparqlEndpoint(ServedQueries queries, WorkGate gate, int maxQueryBytes, Templates templates) {
    this.queries = queries;
    this.gate = gate;
    this.maxQueryBytes = maxQueryBytes;
    this.page = new SparqlPage(queries, templates);
  }

  @Override
  public Reply answer(Call call) {
    SparqlRequest request = SparqlRequest.of(call, maxQueryBytes);
    Optional<String> format = request.parameters().text("format").or(() -> request.parameters().text("output"));
    if (request.text().isEmpty()) {
      return bare(call, Conneg.choose(TRIPLES, format, call.header("Accept")));
    }
    if (format.isEmpty() && Conneg.accepted(ROWS, call.header("Accept")).filter(Offer.Choice::isHtml).isPresent()) {
      return forPeople(call, request);
    }
    Query query = request.query(call.snapshot());
    Limits limits = gate.limits(request.parameters());
    Offer.Choice choice = Conneg.choose(offers(query), format, call.header("Accept"));
    Reply reply = choice.isHtml()
        ? page(call, request.text().get(), query, limits)
        : data(call.snapshot(), query, limits, choice);
    return SteadyText.changes(request.text().get()) ? reply.fresh(Reply.Freshness.MOMENT) : reply;
  }

  /** A wrong query stays in its field, with what is wrong beside it. */
  private Reply forPeople(Call call, SparqlRequest request) {
    String text = request.text().orElse("");
    try {
      Reply reply = page(call, text, request.query(call.snapshot()), gate.limits(request.parameters()));
      return SteadyText.changes(text) ? reply.fresh(Reply.Freshness.MOMENT) : reply;
    } catch (ProblemException wrong) {
      Hints hints = new Hints(call.snapshot(), call.root());
      return page.of(call, text, language -> Map.of("problems", wrong.problems().stream().map(hints::shown).toList()))
          .status(ErrorBody.status(wrong.problem()));
    }
  }

  private static List<Offer> offers(Query query) {
    if (query.isSelectType()) {
      return ROWS;
    }
    return query.isAskType() ? TRUTH : TRIPLES;
  }

  private Reply bare(Call call, Offer.Choice choice) {
    if (choice.isHtml()) {
      return page.bare(call);
    }
    return Reply.of(choice.contentType(), "", out -> {
      AnswerBody.write(ServiceDescription.of(call.snapshot(), queries.of(call.snapshot()).all(), call.origin()), choice.offer().format().orElseThrow(), out);
      return Map.of();
    }).with("Vary", "Accept");
  }

  private Reply data(Snapshot snapshot, Query query, Limits limits, Offer.Choice choice) {
    return Reply.of(choice.contentType(), "", out -> {
      try (WorkGate.Place place = gate.enter()) {
        AnswerBody.write(run(snapshot, query, limits), choice.offer().format().orElseThrow(), out);
      }
      return Map.of();
    }).with("Vary", "Accept");
  }

  private Reply page(Call call, String text, Query query, Limits limits) {
    return page.of(call, text, language -> {
      try (WorkGate.Place place = gate.enter()) {
        Answer answer = run(call.snapshot(), query, limits);
        return Map.of("downloads", downloads(call, query), "result", new ResultView(call.snapshot(), language, call.root()).of(answer));
      }
    });
  }

  private static Answer run(Snapshot snapshot, Query query, Limits limits) {
    return AnswerBody.whole(QueryRunner.run(snapshot.dataset(), query, limits), limits.maxRows());
  }

  /** A query that came in a body has no address under which another form could be had. */
  private static List<Map<String, String>> downloads(Call call, Query query) {
    List<Map<String, String>> links = new ArrayList<>();
    if (!call.isPost()) {
      offers(query).stream().filter(offer -> offer != Offer.HTML).map(offer -> offer.names().get(0)).forEach(name ->
          links.add(Map.of("name", name, "href", "sparql?" + call.query().with("format", name).encoded())));
    }
    return links;
  }
}
