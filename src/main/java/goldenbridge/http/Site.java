package goldenbridge.http;

import goldenbridge.graph.LiveSnapshot;
import java.util.List;

/** What is served where. */
final class Site {
  private Site() {}

  static Endpoint routes(LiveSnapshot live, HttpOptions options, Templates templates, ErrorBody errors) {
    WorkGate gate = new WorkGate(options.parallel(), options.limits());
    ServedQueries queries = new ServedQueries();
    queries.of(live.current());
    return new Routes(List.of(
        new Routes.Route("/", Routes.Methods.READ, new HomeEndpoint(new HomePage(queries, gate, templates))),
        new Routes.Route("/sparql", Routes.Methods.READ_AND_ASK, new SparqlEndpoint(gate, options.maxQueryBytes(), templates)),
        new Routes.Route("/queries.*", Routes.Methods.READ, new CatalogEndpoint(queries, templates)),
        new Routes.Route(QueryEndpoint.PATH, Routes.Methods.READ, new QueryEndpoint(queries, gate, templates)),
        new Routes.Route(NameEndpoint.PATH, Routes.Methods.READ, new NameEndpoint()),
        new Routes.Route(EntityEndpoint.PATH, Routes.Methods.READ, new EntityEndpoint(templates)),
        new Routes.Route(SearchEndpoint.PATH + ".*", Routes.Methods.READ, new SearchEndpoint(templates)),
        new Routes.Route(OpenApiEndpoint.PATH, Routes.Methods.READ, new OpenApiEndpoint(queries)),
        new Routes.Route(LanguageEndpoint.PATH, Routes.Methods.READ, new LanguageEndpoint()),
        new Routes.Route("/health", Routes.Methods.READ, new HealthEndpoint(live)),
        new Routes.Route(AssetEndpoint.PATH, Routes.Methods.READ, new AssetEndpoint())), errors);
  }
}
