package goldenbridge.about;

import static goldenbridge.about.Statements.iri;

import goldenbridge.export.VoidDescription;
import goldenbridge.graph.Partitions;
import goldenbridge.graph.Passage;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.CannedQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

/**
 * What the endpoint says of itself in RDF
 * (<a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service Description</a>): its address, language,
 * result formats and graphs with their sizes; with it the partitions of the data, the prefixes and the example queries, so that an
 * editor that knows nothing but the address can complete and propose. There are no blank nodes: the parts are named below the
 * address.
 */
public final class ServiceDescription {
  static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";
  private static final List<String> RESULT_FORMATS = List.of("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV",
      "SPARQL_Results_TSV", "Turtle", "N-Triples", "RDF_XML", "JSON-LD");

  private final Statements statements = new Statements();
  private final Snapshot snapshot;
  private final String origin;
  private final Node endpoint;

  private ServiceDescription(Snapshot snapshot, String origin) {
    this.snapshot = snapshot;
    this.origin = origin;
    this.endpoint = iri(origin + "/sparql");
  }

  /** @param origin the public address of the service without a last slash */
  public static Graph of(Snapshot snapshot, Collection<CannedQuery> queries, String origin) {
    ServiceDescription description = new ServiceDescription(snapshot, origin);
    description.service();
    description.dataset();
    description.statements.add(VoidDescription.of(snapshot));
    ExampleQueries examples = new ExampleQueries(snapshot, origin);
    queries.forEach(query -> examples.addTo(description.statements, query));
    return description.statements.graph(snapshot.prefixes(),
        Map.of("sd", SD, "void", VOID.NS, "formats", FORMATS, "sh", ExampleQueries.SHACL, "schema", ExampleQueries.SCHEMA));
  }

  private void service() {
    Node service = part("service");
    statements.type(service, sd("Service")).add(service, sd("endpoint"), endpoint)
        .add(service, sd("supportedLanguage"), sd("SPARQL11Query")).add(service, sd("feature"), sd("UnionDefaultGraph"));
    RESULT_FORMATS.forEach(format -> statements.add(service, sd("resultFormat"), iri(FORMATS + format)));
    statements.add(service, sd("defaultDataset"), part("dataset")).type(part("dataset"), sd("Dataset"))
        .add(part("dataset"), sd("defaultGraph"), part("default"));
  }

  private void dataset() {
    Partitions partitions = Partitions.of(snapshot);
    Node union = part("default");
    size(union, snapshot.dataset().triples(), partitions.all().subjects());
    statements.count(union, VOID.classes.asNode(), partitions.classes().size())
        .count(union, VOID.properties.asNode(), partitions.properties().size())
        .add(union, VOID.inDataset.asNode(), snapshot.description().iri());
    VoidDescription.of(snapshot).stream().filter(triple -> triple.getSubject().equals(snapshot.description().iri()))
        .filter(triple -> List.of(VOID.classPartition.asNode(), VOID.propertyPartition.asNode()).contains(triple.getPredicate()))
        .forEach(triple -> statements.add(union, triple.getPredicate(), triple.getObject()));
    snapshot.dataset().listGraphNodes().forEachRemaining(this::named);
  }

  private void named(Node name) {
    Graph graph = snapshot.dataset().getGraph(name);
    Set<Node> subjects = new HashSet<>();
    Set<Node> properties = new HashSet<>();
    Set<Node> classes = new HashSet<>();
    graph.find().forEach(triple -> {
      subjects.add(triple.getSubject());
      properties.add(triple.getPredicate());
    });
    graph.find(Node.ANY, RDF.type.asNode(), Node.ANY).mapWith(Triple::getObject).forEach(classes::add);
    name(statements, name, origin);
    Node content = content(name, origin);
    statements.add(part("dataset"), sd("namedGraph"), named(name, origin));
    PartDescription.link(statements, content, snapshot.evidence().named(name).map(Passage::source).orElse(name), snapshot, origin);
    size(content, graph.size(), subjects.size());
    statements.count(content, VOID.classes.asNode(), classes.size()).count(content, VOID.properties.asNode(), properties.size());
  }

  /** Says which graph has that name. */
  static void name(Statements statements, Node name, String origin) {
    statements.type(named(name, origin), sd("NamedGraph")).add(named(name, origin), sd("name"), name)
        .add(named(name, origin), sd("graph"), content(name, origin)).type(content(name, origin), sd("Graph"))
        .type(content(name, origin), VOID.Dataset.asNode());
  }

  static Node named(Node name, String origin) {
    return iri(origin + "/sparql#graph:" + URLEncoder.encode(name.getURI(), StandardCharsets.UTF_8));
  }

  /** Not the name itself, which may be that of a thing with counts of its own. */
  static Node content(Node name, String origin) {
    return iri(origin + "/sparql#content:" + URLEncoder.encode(name.getURI(), StandardCharsets.UTF_8));
  }

  private void size(Node graph, long triples, long entities) {
    statements.type(graph, sd("Graph")).type(graph, VOID.Dataset.asNode())
        .count(graph, VOID.triples.asNode(), triples).count(graph, VOID.entities.asNode(), entities);
  }

  private Node part(String name) {
    return iri(origin + "/sparql#" + name);
  }

  static Node sd(String name) {
    return iri(SD + name);
  }
}
