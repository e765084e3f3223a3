package goldenbridge.http;

import goldenbridge.query.Answer;
import goldenbridge.query.AnswerWriter;
import goldenbridge.query.CannedQuery;
import goldenbridge.query.EvidenceWriter;
import goldenbridge.rdf.Format;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.jena.query.Query;

/** {@code /queries/NAME}, with or without a suffix: the answer to a canned query, or a page about it. */
final class QueryEndpoint implements Endpoint {
  static final String PATH = "/queries/";

  private static final List<Offer> PAGES = List.of(Offer.HTML, Offer.QUERY_TEXT, Offer.BIBTEX, Offer.CSL);
  private static final List<Offer> ROWS = List.of(Offer.OWN_JSON, Offer.CSV, Offer.TSV, Offer.SRJ, Offer.SRX);
  private static final List<Offer> TRUTH = List.of(Offer.OWN_JSON, Offer.SRJ, Offer.SRX);

  private final ServedQueries queries;
  private final WorkGate gate;
  private final QueryPage page;

  QueryEndpoint(ServedQueries queries, WorkGate gate, Templates templates) {
    this.queries = queries;
    this.gate = gate;
    this.page = new QueryPage(gate, templates);
  }

  @Override
  public Reply answer(Call call) {
    String named = call.path().substring(PATH.length());
    int dot = named.lastIndexOf('.');
    Optional<String> suffix = dot < 0 ? Optional.empty() : Optional.of(named.substring(dot + 1));
    CannedQuery canned = queries.of(call.snapshot()).find(dot < 0 ? named : named.substring(0, dot));
    Ask ask = Ask.of(call, canned, gate);
    Optional<String> format = suffix.or(() -> call.query().text("format")).or(() -> call.query().text("output"));
    List<Offer> offers = Stream.concat(data(canned.query(), ask.evidence()).stream(), PAGES.stream()).toList();
    Offer.Choice choice = Conneg.choose(offers, format, call.header("Accept"));
    if (choice.offer() == Offer.QUERY_TEXT) {
      return Reply.of(choice.contentType(), "", Reply.text(canned.text())).with("Vary", "Accept");
    }
    if (choice.offer() == Offer.BIBTEX || choice.offer() == Offer.CSL) {
      Citing citing = Citing.of(ask);
      return Reply.of(choice.contentType(), ask.language(), Reply.text(choice.offer() == Offer.CSL ? citing.csl() : citing.bibtex()))
          .with("Vary", Headers.BY_LANGUAGE);
    }
    return (choice.isHtml() ? page.of(ask) : data(ask, choice)).with("Vary", Headers.BY_LANGUAGE);
  }

  /** The forms in which a program can have the answer; evidence for triples needs named graphs. */
  static List<Offer> data(Query query, Ask.Evidence evidence) {
    if (query.isSelectType()) {
      return ROWS;
    }
    if (query.isAskType()) {
      return evidence == Ask.Evidence.CITED ? List.of(Offer.OWN_JSON) : TRUTH;
    }
    return evidence == Ask.Evidence.CITED ? Offer.QUADS : Offer.TRIPLES;
  }

  private Reply data(Ask ask, Offer.Choice choice) {
    Query bound = ask.bound();
    Format format = choice.offer().format().orElseThrow();
    return Reply.of(choice.contentType(), ask.language(), out -> {
      try (WorkGate.Place place = gate.enter()) {
        Ask.Told told = ask.run(bound);
        if (ask.paging().isEmpty() && format != Format.JSON) {
          AnswerBody.whole(told.answer(), ask.limits().maxRows()); // only our own JSON and a page's links can say that there is more
        }
        write(ask, told, format == Format.JSON ? ask.total(bound, told.answer()) : OptionalLong.empty(), format, out);
        return links(ask, told.answer());
      }
    });
  }

  private static void write(Ask ask, Ask.Told told, OptionalLong total, Format format, OutputStream out) throws IOException {
    AnswerBody.markOrder(format, ask.call(), out);
    AnswerWriter writer = new AnswerWriter(iri -> ask.call().snapshot().labels().known(iri, ask.language()),
        new AnswerWriter.Envelope(ask.canned().name(), ask.call().snapshot().version(), ask.arguments(), total, next(ask, told.answer())));
    if (told.traced().isPresent()) {
      new EvidenceWriter(writer).write(told.traced().get(), told.citations(), format, out);
    } else if (told.answer() instanceof Answer.Triples triples) {
      AnswerBody.write(triples.graph(), format, out);
    } else {
      writer.write(told.answer(), format, out);
    }
  }

  private static Map<String, String> links(Ask ask, Answer answer) {
    String links = ask.paging().map(pages -> pages.links(address(ask), ask.call().query(), Paging.More.of(answer))).orElse("");
    return links.isEmpty() ? Map.of() : Map.of("Link", links);
  }

  private static Optional<String> next(Ask ask, Answer answer) {
    return ask.paging().filter(pages -> answer.truncated()).map(pages -> Paging.address(address(ask), ask.call().query(), pages.page() + 1));
  }

  private static String address(Ask ask) {
    return ask.call().origin() + ask.call().path();
  }
}
