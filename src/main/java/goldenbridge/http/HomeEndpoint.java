package goldenbridge.http;

import goldenbridge.graph.DatasetDescription;
import goldenbridge.graph.Snapshot;
import goldenbridge.graph.Summary;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.VOID;

/** {@code /}: the home page, and for a reader of RDF the dataset's description of itself. */
final class HomeEndpoint implements Endpoint {
  private static final List<Offer> OFFERS = Stream.concat(Stream.of(Offer.HTML), Offer.TRIPLES.stream()).toList();

  private final ServedQueries queries;
  private final Templates templates;

  HomeEndpoint(ServedQueries queries, Templates templates) {
    this.queries = queries;
    this.templates = templates;
  }

  @Override
  public Reply answer(Call call) {
    Offer.Choice choice = Conneg.choose(OFFERS, call.query().text("format"), call.header("Accept"));
    if (choice.isHtml()) {
      String language = Conneg.language(call, call.snapshot().description().languages());
      return Reply.of(choice.contentType(), language, out -> {
        templates.write("home", call.root(), model(call, language), out);
        return Map.of();
      }).with("Vary", "Accept, Accept-Language");
    }
    return Reply.of(choice.contentType(), "", out -> {
      AnswerBody.write(description(call.snapshot(), call.origin()), choice.offer().format().orElseThrow(), out);
      return Map.of();
    }).with("Vary", "Accept");
  }

  private Map<String, Object> model(Call call, String language) {
    DatasetDescription told = call.snapshot().description();
    Summary summary = Summary.of(call.snapshot());
    return Map.of("language", language, "title", told.title(language),
        "description", Stream.concat(Stream.of(language), told.languages().stream()).map(told.descriptions()::get)
            .filter(Objects::nonNull).findFirst().orElse(""),
        "languages", told.languages(), "version", told.version(), "origin", call.origin(),
        "counts", List.of(count("triples", summary.triples()), count("graphs", summary.graphs()), count("passages", summary.passages()),
            count("sources", summary.sources()), count("queries", queries.of(call.snapshot()).all().size())),
        "tags", CatalogEndpoint.byTag(queries.of(call.snapshot()).all(), language));
  }

  private static Map<String, Object> count(String of, long number) {
    return Map.of("of", of, "number", number);
  }

  /** The graph of {@code data/dataset.ttl}, with its size and the address of the endpoint. */
  private static Graph description(Snapshot snapshot, String origin) {
    DatasetDescription told = snapshot.description();
    Graph graph = GraphFactory.createDefaultGraph();
    snapshot.dataset().getGraph(NodeFactory.createURI(told.base() + "dataset")).find().forEachRemaining(graph::add);
    Node triples = NodeFactory.createLiteralDT(Long.toString(snapshot.dataset().triples()), XSDDatatype.XSDinteger);
    graph.add(Triple.create(told.iri(), VOID.triples.asNode(), triples));
    graph.add(Triple.create(told.iri(), VOID.sparqlEndpoint.asNode(), NodeFactory.createURI(origin + "/sparql")));
    graph.getPrefixMapping().setNsPrefixes(told.prefixes().mapping());
    return graph;
  }
}
