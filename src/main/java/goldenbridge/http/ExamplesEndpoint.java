package goldenbridge.http;

import goldenbridge.about.ExampleQueries;
import goldenbridge.query.CannedQuery;
import java.util.Collection;
import java.util.List;

/** {@code /.well-known/sparql-examples}: the canned queries as RDF; below it each one by its name. */
final class ExamplesEndpoint implements Endpoint {
  static final String PATH = "/.well-known/sparql-examples";

  private final ServedQueries queries;
  private final Templates templates;

  ExamplesEndpoint(ServedQueries queries, Templates templates) {
    this.queries = queries;
    this.templates = templates;
  }

  @Override
  public Reply answer(Call call) {
    if (call.path().startsWith(ExampleQueries.PATH)) {
      String name = call.path().substring(ExampleQueries.PATH.length()).replaceAll("\\.[a-z]+$", "");
      CannedQuery canned = queries.of(call.snapshot()).find(name);
      return show(ExampleQueries.PATH + name, List.of(canned), call);
    }
    return show(PATH, queries.of(call.snapshot()).all(), call);
  }

  private Reply show(String path, Collection<CannedQuery> shown, Call call) {
    return new GraphEndpoint(path, "Example queries", asked -> ExampleQueries.of(asked.snapshot(), shown, asked.origin()), templates).answer(call);
  }
}
