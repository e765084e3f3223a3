package goldenbridge.http;

import goldenbridge.graph.Snapshot;
import java.util.HashMap;
import java.util.Map;

/** {@code /sparql} for people: a field for a query and its answer; with JavaScript an editor that knows the graph's own words. */
final class SparqlPage {
  /** The editor sets styles on its own parts and has its icons inside its style sheet; it still runs and calls only this server. */
  private static final String POLICY = Headers.policy("style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'");

  private final ServedQueries queries;
  private final Templates templates;

  SparqlPage(ServedQueries queries, Templates templates) {
    this.queries = queries;
    this.templates = templates;
  }

  /** An empty field, or one with the query that a link brings along. */
  Reply bare(Call call) {
    return of(call, call.query().text("edit").orElse(""), language -> Map.of());
  }

  /** What is to be shown beside the query. */
  @FunctionalInterface
  interface Shown {
    Map<String, Object> in(String language);
  }

  Reply of(Call call, String text, Shown shown) {
    Snapshot snapshot = call.snapshot();
    String language = Conneg.language(call, snapshot.description().languages());
    return Reply.of("text/html;charset=utf-8", language, out -> {
      Map<String, Object> model = new HashMap<>(shown.in(language));
      model.put("text", text);
      model.put("base", snapshot.description().base());
      model.put("prefixes", snapshot.prefixes().byPrefix());
      model.put("themes", CatalogEndpoint.themes(queries.of(snapshot).all(), snapshot, language));
      templates.write("sparql", Frame.of(call, language), model, out);
      return Map.of();
    }).with("Vary", Headers.BY_LANGUAGE).with(Headers.POLICY, POLICY);
  }
}
