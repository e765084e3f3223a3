package goldenbridge.http;

import goldenbridge.about.Citations;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.Answer;
import goldenbridge.query.CannedQuery;
import goldenbridge.query.Choices;
import goldenbridge.query.Citation;
import goldenbridge.query.Limits;
import goldenbridge.query.QueryRunner;
import goldenbridge.query.TracedAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;

/** A call of a canned query: its values and the way its answer is wanted. */
record Ask(Call call, CannedQuery canned, String language, Limits limits, Optional<Paging> paging, Evidence evidence) {

  /** What a request may say beyond the query's own parameters. */
  static final Set<String> RESERVED = Set.of("format", "output", "lang", Paging.PAGE, Paging.SIZE, "bom", "timeout", "evidence", "embed");

  /** Whether an answer tells for each row which passages make it. */
  enum Evidence { LEFT_OUT, CITED }

  /**
   * An answer, with the passages of each row if they were asked for.
   *
   * @param traced empty without evidence
   */
  record Told(Answer answer, Optional<TracedAnswer> traced, List<List<Citation>> citations) {}

  static Ask of(Call call, CannedQuery canned, WorkGate gate) {
    return new Ask(call, canned, Conneg.language(call, call.snapshot().description().languages()), gate.limits(call.query()),
        Paging.of(call.query(), canned), call.query().isOn("evidence") ? Evidence.CITED : Evidence.LEFT_OUT);
  }

  Ask paged(Paging pages) {
    return new Ask(call, canned, language, limits, Optional.of(pages), evidence);
  }

  Ask cited() {
    return new Ask(call, canned, language, limits, paging, Evidence.CITED);
  }

  Ask uncited() {
    return new Ask(call, canned, language, limits, paging, Evidence.LEFT_OUT);
  }

  /** The values by parameter name, without what the server itself understands. */
  Map<String, List<String>> arguments() {
    return call.query().without(RESERVED).values();
  }

  /** The query with its values in place. */
  Query bound() {
    return canned.bind(arguments(), call.snapshot().entities()::resolve, choices(call.snapshot()));
  }

  /** What the parameters allow by that snapshot. */
  static Choices choices(Snapshot snapshot) {
    return snapshot.derived(Choices.class, from -> new Choices(from.dataset(), from.prefixes()));
  }

  /** The rows of all pages together; empty without pages. It is counted when the answer does not show it. */
  OptionalLong total(Query bound, Answer answer) {
    if (paging.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong shown = paging.get().total(answer);
    return shown.isPresent() ? shown : OptionalLong.of(counted(bound));
  }

  private long counted(Query bound) {
    Answer.Rows count = (Answer.Rows) QueryRunner.run(call.snapshot().dataset(), Paging.count(bound), limits);
    return ((Number) count.rows().get(0).get("n").getLiteralValue()).longValue();
  }

  /** Runs the part of a bound query that this page shows. */
  Told run(Query bound) {
    DatasetGraph dataset = call.snapshot().dataset();
    Query part = paging.map(pages -> pages.of(bound)).orElse(bound);
    Limits within = paging.map(pages -> new Limits(limits.timeout(), Math.min(pages.size(), limits.maxRows()))).orElse(limits);
    if (evidence == Evidence.LEFT_OUT) {
      return new Told(QueryRunner.run(dataset, part, within), Optional.empty(), List.of());
    }
    TracedAnswer traced = TracedAnswer.run(dataset, part, within);
    return new Told(traced.answer(), Optional.of(traced), new Citations(call.snapshot(), language).of(traced));
  }
}
