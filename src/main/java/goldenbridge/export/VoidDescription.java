package goldenbridge.export;

import goldenbridge.graph.Partitions;
import goldenbridge.graph.Snapshot;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

/**
 * What the dataset says of itself, with the counts of <a href="https://www.w3.org/TR/void/#statistics">VoID</a>: for each class the
 * properties of its instances, and for each of those the classes and datatypes of the values, as editors complete from them; for each
 * source how much it says. The
 * parts are named below the dataset, so there are no blank nodes.
 */
public final class VoidDescription {
  /** Property of a datatype partition and its datatype, which VoID itself lacks. */
  private static final String EXTENSION = "http://ldf.fi/void-ext#";

  private final Snapshot snapshot;
  private final Node dataset;
  private final List<Triple> triples = new ArrayList<>();

  private VoidDescription(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.dataset = snapshot.description().iri();
  }

  /** The statements of {@code data/dataset.ttl} about itself and the counts. */
  public static List<Triple> of(Snapshot snapshot) {
    VoidDescription description = new VoidDescription(snapshot);
    Node graph = NodeFactory.createURI(snapshot.description().base() + "dataset");
    description.triples.addAll(snapshot.dataset().getGraph(graph).find().toList());
    description.counts();
    return description.triples;
  }

  static void write(Snapshot snapshot, OutputStream out) {
    new Quads(snapshot).triples(of(snapshot), RDFFormat.TURTLE_BLOCKS, out);
  }

  private void counts() {
    Partitions partitions = Partitions.of(snapshot);
    measure(dataset, partitions.all());
    count(dataset, VOID.entities.asNode(), partitions.all().subjects());
    count(dataset, VOID.classes.asNode(), partitions.classes().size());
    count(dataset, VOID.properties.asNode(), partitions.properties().size());
    partitions.classes().forEach((type, tally) -> {
      Node part = part(dataset.getURI() + "#class-", type, dataset, VOID.classPartition.asNode(), VOID._class.asNode());
      count(part, VOID.entities.asNode(), tally.entities());
      count(part, VOID.triples.asNode(), tally.triples());
      properties(part, part.getURI() + ".", tally.properties());
    });
    properties(dataset, dataset.getURI() + "#property-", partitions.properties());
    Map<Node, Set<Triple>> bySource = new TreeMap<>(Comparator.comparing(Node::toString));
    snapshot.evidence().passages().forEach(passage -> snapshot.dataset().getGraph(passage.iri()).find()
        .forEachRemaining(bySource.computeIfAbsent(passage.source(), first -> new HashSet<>())::add));
    bySource.forEach(this::source);
  }

  /** What the graphs of one source say together: a dataset of thousands of graphs is surveyed by its sources. */
  private void source(Node source, Set<Triple> said) {
    Node part = part(dataset.getURI() + "#source-", source, dataset, VOID.subset.asNode(), DCTerms.source.asNode());
    count(part, VOID.triples.asNode(), said.size());
    count(part, VOID.distinctSubjects.asNode(), said.stream().map(Triple::getSubject).distinct().count());
    count(part, VOID.distinctObjects.asNode(), said.stream().map(Triple::getObject).distinct().count());
    count(part, VOID.properties.asNode(), said.stream().map(Triple::getPredicate).distinct().count());
    count(part, VOID.classes.asNode(), said.stream().filter(triple -> triple.getPredicate().equals(RDF.type.asNode())).map(Triple::getObject).distinct().count());
  }

  private void properties(Node whole, String start, Map<Node, Partitions.Tally> properties) {
    properties.forEach((property, tally) -> {
      Node part = part(start, property, whole, VOID.propertyPartition.asNode(), VOID.property.asNode());
      measure(part, tally);
      tally.classes().forEach((type, number) -> count(part(part.getURI() + ".class-", type, part, VOID.classPartition.asNode(),
          VOID._class.asNode()), VOID.triples.asNode(), number));
      tally.datatypes().forEach((type, number) -> count(part(part.getURI() + ".datatype-", type, part,
          extension("datatypePartition"), extension("datatype")), VOID.triples.asNode(), number));
    });
  }

  private Node part(String start, Node term, Node whole, Node link, Node kind) {
    String name = snapshot.prefixes().compact(term.toString()).replaceFirst(":", "-").replaceAll("[<>]", "");
    Node part = NodeFactory.createURI(start + URLEncoder.encode(name, StandardCharsets.UTF_8));
    say(whole, link, part);
    say(part, RDF.type.asNode(), VOID.Dataset.asNode());
    say(part, kind, term);
    return part;
  }

  private void measure(Node part, Partitions.Tally tally) {
    count(part, VOID.triples.asNode(), tally.triples());
    count(part, VOID.distinctSubjects.asNode(), tally.subjects());
    count(part, VOID.distinctObjects.asNode(), tally.objects());
  }

  private void count(Node subject, Node measure, long number) {
    say(subject, measure, NodeFactoryExtra.intToNode(number));
  }

  private void say(Node subject, Node predicate, Node object) {
    triples.add(Triple.create(subject, predicate, object));
  }

  private static Node extension(String name) {
    return NodeFactory.createURI(EXTENSION + name);
  }
}
