package goldenbridge.http;

import goldenbridge.fault.Problem;
import goldenbridge.graph.Describe;
import goldenbridge.graph.DescribeJson;
import goldenbridge.graph.Snapshot;
import goldenbridge.rdf.Format;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * {@code /doc/PATH}: everything that the graph says of the IRI of that path below its base, statement by statement with the
 * evidence.
 */
final class EntityEndpoint implements Endpoint {
  static final String PATH = "/doc/";

  /** Plain JSON is a description with names here, so it stands before JSON-LD, which would take that media type too. */
  private static final List<Offer> OFFERS = Stream.of(List.of(Offer.TURTLE, Offer.OWN_JSON), Offer.TRIPLES, Offer.QUADS, List.of(Offer.HTML))
      .flatMap(List::stream).distinct().toList();

  private final Templates templates;

  EntityEndpoint(Templates templates) {
    this.templates = templates;
  }

  private record Found(Describe description, Optional<String> suffix) {}

  @Override
  public Reply answer(Call call) {
    Found found = find(call);
    Offer.Choice choice = Conneg.choose(OFFERS, found.suffix.or(() -> call.query().text("format")), call.header("Accept"));
    String language = Conneg.language(call, call.snapshot().description().languages());
    return Reply.of(choice.contentType(), choice.isHtml() || choice.offer() == Offer.OWN_JSON ? language : "",
        content(found.description, choice, language, call)).with("Vary", Headers.BY_LANGUAGE);
  }

  private Reply.Content content(Describe description, Offer.Choice choice, String language, Call call) {
    if (choice.isHtml()) {
      return out -> {
        templates.write("entity", Frame.of(call, language), page(description, language, call), out);
        return Map.of();
      };
    }
    if (choice.offer() == Offer.OWN_JSON) {
      return Reply.text(new DescribeJson(call.snapshot(), language).text(description));
    }
    Format format = choice.offer().format().orElseThrow();
    return out -> {
      if (format.carries(Format.Shape.QUADS)) {
        RDFWriter.source(dataset(description, call.snapshot())).lang(format.lang().orElseThrow()).output(out);
      } else {
        AnswerBody.write(graph(description, call.snapshot()), format, out);
      }
      return Map.of();
    };
  }

  /** A dot may begin a suffix or belong to the name: the whole name is tried first. */
  private static Found find(Call call) {
    String rest = call.path().substring(PATH.length());
    Describe whole = describe(rest, call);
    int dot = rest.lastIndexOf('.');
    if (whole.isEmpty() && dot > 0) {
      Describe bare = describe(rest.substring(0, dot), call);
      if (!bare.isEmpty()) {
        return new Found(bare, Optional.of(rest.substring(dot + 1)));
      }
    }
    if (whole.isEmpty()) {
      call.snapshot().entities().resolve("<" + whole.entity().getURI() + ">"); // raises unknown-entity with near names
      throw Problem.notFound("unknown-entity", "nothing is said of <" + whole.entity().getURI() + ">", "search by a query").raise();
    }
    return new Found(whole, Optional.empty());
  }

  private static Describe describe(String rest, Call call) {
    return Describe.of(NodeFactory.createURI(call.snapshot().description().base() + rest), call.snapshot());
  }

  private static Graph graph(Describe description, Snapshot snapshot) {
    Graph graph = GraphFactory.createDefaultGraph();
    description.quads().forEach(quad -> graph.add(quad.asTriple()));
    graph.getPrefixMapping().setNsPrefixes(snapshot.prefixes().mapping());
    return graph;
  }

  private static DatasetGraph dataset(Describe description, Snapshot snapshot) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    description.quads().forEach(dataset::add);
    snapshot.prefixes().byPrefix().forEach(dataset.prefixes()::add);
    return dataset;
  }

  private static Map<String, Object> page(Describe description, String language, Call call) {
    Map<String, Object> model = new HashMap<>(new EntityPage(description, call.snapshot(), new Cells(call.snapshot(), language, call.root())).model());
    model.put("downloads", OFFERS.stream().filter(offer -> offer != Offer.HTML).map(offer -> offer.names().get(0))
        .map(name -> Map.of("name", name, "href", "?format=" + name)).toList());
    return model;
  }
}
