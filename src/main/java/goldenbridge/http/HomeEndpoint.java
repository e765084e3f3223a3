package goldenbridge.http;

import goldenbridge.graph.DatasetDescription;
import goldenbridge.graph.Snapshot;
import java.util.List;
import java.util.Map;
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

  private final HomePage page;

  HomeEndpoint(HomePage page) {
    this.page = page;
  }

  @Override
  public Reply answer(Call call) {
    Offer.Choice choice = Conneg.choose(OFFERS, call.query().text("format"), call.header("Accept"));
    if (choice.isHtml()) {
      return page.of(call, choice);
    }
    return Reply.of(choice.contentType(), "", out -> {
      AnswerBody.write(description(call.snapshot(), call.origin()), choice.offer().format().orElseThrow(), out);
      return Map.of();
    }).with("Vary", "Accept");
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
