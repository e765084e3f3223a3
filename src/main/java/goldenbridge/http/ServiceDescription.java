package goldenbridge.http;

import goldenbridge.graph.Snapshot;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

/**
 * What the endpoint says of itself in RDF
 * (<a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service Description</a>): its address, language,
 * result formats and graphs with their sizes. There are no blank nodes: the parts are named below the address.
 */
final class ServiceDescription {
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";
  private static final List<String> RESULT_FORMATS = List.of("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV",
      "SPARQL_Results_TSV", "Turtle", "N-Triples", "RDF_XML", "JSON-LD");

  private final Graph graph = GraphFactory.createDefaultGraph();
  private final Node endpoint;

  private ServiceDescription(String address) {
    endpoint = NodeFactory.createURI(address);
  }

  static Graph of(Snapshot snapshot, String address) {
    ServiceDescription description = new ServiceDescription(address);
    description.service();
    description.dataset(snapshot);
    description.graph.getPrefixMapping().setNsPrefix("sd", SD).setNsPrefix("void", VOID.NS).setNsPrefix("formats", FORMATS)
        .setNsPrefix("xsd", XSDDatatype.XSD + "#");
    return description.graph;
  }

  private void service() {
    Node service = part("service");
    add(service, RDF.type.asNode(), sd("Service"));
    add(service, sd("endpoint"), endpoint);
    add(service, sd("supportedLanguage"), sd("SPARQL11Query"));
    add(service, sd("feature"), sd("UnionDefaultGraph"));
    RESULT_FORMATS.forEach(format -> add(service, sd("resultFormat"), NodeFactory.createURI(FORMATS + format)));
    add(service, sd("defaultDataset"), part("dataset"));
    add(part("dataset"), RDF.type.asNode(), sd("Dataset"));
  }

  private void dataset(Snapshot snapshot) {
    add(part("dataset"), sd("defaultGraph"), part("default"));
    graph(part("default"), snapshot.dataset().triples());
    snapshot.dataset().listGraphNodes().forEachRemaining(name -> {
      Node named = part("graph:" + URLEncoder.encode(name.getURI(), StandardCharsets.UTF_8));
      add(part("dataset"), sd("namedGraph"), named);
      add(named, RDF.type.asNode(), sd("NamedGraph"));
      add(named, sd("name"), name);
      add(named, sd("graph"), name);
      graph(name, snapshot.dataset().getGraph(name).size());
    });
  }

  private void graph(Node name, long triples) {
    add(name, RDF.type.asNode(), sd("Graph"));
    add(name, VOID.triples.asNode(), NodeFactory.createLiteralDT(Long.toString(triples), XSDDatatype.XSDinteger));
  }

  private void add(Node subject, Node property, Node value) {
    graph.add(Triple.create(subject, property, value));
  }

  private Node part(String name) {
    return NodeFactory.createURI(endpoint.getURI() + "#" + name);
  }

  private static Node sd(String name) {
    return NodeFactory.createURI(SD + name);
  }
}
