package goldenbridge.http;

import goldenbridge.graph.LiveSnapshot;
import goldenbridge.graph.Snapshot;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What is served where.
 *
 * @param popular the paths of a snapshot that are asked for most
 */
record Site(Endpoint endpoint, Function<Snapshot, List<String>> popular) {
  private static final String SHAPES = "/shapes";

  static Site of(LiveSnapshot live, HttpOptions options, Meters meters, Templates templates, ErrorBody errors) {
    WorkGate gate = new WorkGate(options.parallel(), options.limits());
    meters.watch(gate);
    ServedQueries queries = new ServedQueries();
    // Whoever wants one before they are read waits for it, and nobody else.
    CompletableFuture.runAsync(() -> queries.of(live.current()));
    DataEndpoint data = new DataEndpoint(templates);
    ExamplesEndpoint examples = new ExamplesEndpoint(queries, templates);
    VoidEndpoint described = new VoidEndpoint(templates);
    Endpoint shapes = new GraphEndpoint(SHAPES, "Shapes", asked -> asked.snapshot().shapes().graph(), templates);
    Endpoint routes = new Routes(List.of(
        new Routes.Route("/", Routes.Methods.READ, new HomeEndpoint(new HomePage(queries, gate, templates))),
        new Routes.Route("/sparql", Routes.Methods.READ_AND_ASK, new SparqlEndpoint(queries, gate, options.maxQueryBytes(), templates)),
        new Routes.Route("/queries.*", Routes.Methods.READ, new CatalogEndpoint(queries, templates)),
        new Routes.Route(QueryEndpoint.PATH, Routes.Methods.READ, new QueryEndpoint(queries, gate, templates)),
        new Routes.Route(NameEndpoint.PATH, Routes.Methods.READ, new NameEndpoint()),
        new Routes.Route(EntityEndpoint.PATH, Routes.Methods.READ, new EntityEndpoint(templates)),
        new Routes.Route(SearchEndpoint.PATH + ".*", Routes.Methods.READ, new SearchEndpoint(templates)),
        new Routes.Route(OpenApiEndpoint.PATH, Routes.Methods.READ, new OpenApiEndpoint(queries)),
        new Routes.Route(LanguageEndpoint.PATH, Routes.Methods.READ, new LanguageEndpoint()),
        new Routes.Route(DataEndpoint.PATH + ".*", Routes.Methods.READ, data),
        new Routes.Route(DataEndpoint.PATH + "/", Routes.Methods.READ, data),
        new Routes.Route(OntologyEndpoint.PATH + ".*", Routes.Methods.READ, new OntologyEndpoint(templates)),
        new Routes.Route(SHAPES + ".*", Routes.Methods.READ,
            // An edit of shapes alone does not change the content's version.
            call -> shapes.answer(call).edition(call.snapshot().shapes().version())),
        new Routes.Route(VoidEndpoint.PATH + ".*", Routes.Methods.READ, described),
        new Routes.Route(VoidEndpoint.PATH + "/", Routes.Methods.READ, described),
        new Routes.Route(ExamplesEndpoint.PATH + ".*", Routes.Methods.READ, examples),
        new Routes.Route(ExamplesEndpoint.PATH + "/", Routes.Methods.READ, examples),
        new Routes.Route(MetricsEndpoint.PATH, Routes.Methods.READ, new MetricsEndpoint(meters)),
        new Routes.Route("/health", Routes.Methods.READ, new HealthEndpoint(live)),
        new Routes.Route(AssetEndpoint.PATH, Routes.Methods.READ, new AssetEndpoint())), errors);
    return new Site(routes, snapshot -> queries.of(snapshot).all().stream().filter(CatalogEndpoint::isReady)
        .map(canned -> QueryEndpoint.PATH + canned.name()).toList());
  }
}
