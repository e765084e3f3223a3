package goldenbridge.http;

import goldenbridge.about.Disputes;
import goldenbridge.fault.Problem;
import goldenbridge.graph.Describe;
import goldenbridge.graph.DescribeJson;
import goldenbridge.graph.Snapshot;
import goldenbridge.graph.Succession;
import goldenbridge.rdf.Format;
import goldenbridge.rdf.UrlPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
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

  /** Statements or records on a page that shows one part in full. */
  private static final int PART = 200;

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
    Succession succession = Succession.of(found.description.entity(), call.snapshot());
    if (succession.deprecated()) {
      return moved(found, succession, call);
    }
    Offer.Choice choice = Conneg.choose(OFFERS, found.suffix.or(() -> call.query().text("format")), call.header("Accept"));
    String language = Conneg.language(call, call.snapshot().description().languages());
    return Reply.of(choice.contentType(), choice.isHtml() || choice.offer() == Offer.OWN_JSON ? language : "",
        content(found.description, choice, language, call)).with("Vary", Headers.BY_LANGUAGE).with("Link", links(found.description.entity(), call));
  }

  /** For good, since a name that has been given up never comes back. */
  private static Reply moved(Found found, Succession succession, Call call) {
    Snapshot snapshot = call.snapshot();
    String iri = succession.only().map(Node::getURI).orElseThrow(() -> Problem.notFound("gone",
        "<" + found.description.entity().getURI() + "> is no longer used", succession.successors().isEmpty() ? "search for another name"
            : "use one of " + String.join(", ", succession.successors().stream().map(Node::getURI).map(snapshot.prefixes()::compact).toList())).raise());
    String page = new EntityLink(snapshot.description().base(), call.root()).to(iri);
    boolean here = iri.startsWith(snapshot.description().base());
    return Reply.empty(308).with("Location", here ? page + found.suffix.map(name -> "." + name).orElse("") + call.query().search() : iri);
  }

  /** The other forms of the document and the thing that it describes (<a href="https://www.rfc-editor.org/rfc/rfc6892">RFC 6892</a>). */
  private static String links(Node entity, Call call) {
    String base = call.snapshot().description().base();
    String page = call.origin() + PATH + UrlPath.of(entity.getURI().substring(base.length()));
    String thing = base + UrlPath.of(entity.getURI().substring(base.length())).replace("%23", "#").replace("%3F", "?");
    return Stream.concat(Stream.of("<" + thing + ">; rel=\"describes\""),
        OFFERS.stream().map(offer -> "<" + page + "." + offer.names().get(0) + ">; rel=\"alternate\"; type=\"" + offer.mediaType() + "\""))
        .collect(Collectors.joining(", "));
  }

  private Reply.Content content(Describe description, Offer.Choice choice, String language, Call call) {
    if (choice.isHtml()) {
      return out -> {
        templates.write("entity", Frame.of(call, language), page(description, language, call), out);
        return Map.of();
      };
    }
    if (choice.offer() == Offer.OWN_JSON) {
      return Reply.text(new DescribeJson(call.snapshot(), language, Disputes.of(call.snapshot())::contains).text(description));
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
    description.document(snapshot).forEach(quad -> graph.add(quad.asTriple()));
    graph.getPrefixMapping().setNsPrefixes(snapshot.prefixes().mapping());
    return graph;
  }

  private static DatasetGraph dataset(Describe description, Snapshot snapshot) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    description.document(snapshot).forEach(dataset::add);
    snapshot.prefixes().byPrefix().forEach(dataset.prefixes()::add);
    return dataset;
  }

  private static Map<String, Object> part(EntityPage page, String key, Call call) {
    Paging paging = Paging.of(call.query(), PART);
    Map<String, Object> part = page.part(key, paging);
    part.put("page", paging.page());
    part.put("whole", call.root() + UrlPath.of(call.path().substring(1)));
    if ((long) paging.page() * paging.size() < ((Number) part.get("count")).longValue()) {
      part.put("next", Paging.address("", call.query(), paging.page() + 1));
    }
    if (paging.page() > 1) {
      part.put("previous", Paging.address("", call.query(), paging.page() - 1));
    }
    return part;
  }

  private static Map<String, Object> page(Describe description, String language, Call call) {
    EntityPage page = new EntityPage(description, call.snapshot(), new Cells(call.snapshot(), language, call.root()));
    Map<String, Object> model = new HashMap<>(call.query().text("all").map(key -> part(page, key, call)).orElseGet(page::model));
    model.put("downloads", OFFERS.stream().filter(offer -> offer != Offer.HTML).map(offer -> offer.names().get(0))
        .map(name -> Map.of("name", name, "href", "?format=" + name)).toList());
    return model;
  }
}
