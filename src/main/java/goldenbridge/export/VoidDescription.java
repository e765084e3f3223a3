package goldenbridge.export;

import goldenbridge.graph.Snapshot;
import goldenbridge.graph.Summary;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

/** What the dataset says of itself, with the counts of <a href="https://www.w3.org/TR/void/#statistics">VoID</a>. */
final class VoidDescription {
  private final Snapshot snapshot;
  private final List<Triple> triples = new ArrayList<>();

  VoidDescription(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  void write(OutputStream out) {
    Node dataset = snapshot.description().iri();
    triples.addAll(snapshot.dataset().getDefaultGraph().find(dataset, Node.ANY, Node.ANY).toList());
    Summary summary = Summary.of(snapshot);
    say(dataset, VOID.triples.asNode(), count(summary.triples()));
    say(dataset, VOID.classes.asNode(), count(summary.classes().size()));
    Map<Node, Long> properties = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    snapshot.dataset().getDefaultGraph().find().forEach(triple -> properties.merge(triple.getPredicate(), 1L, Long::sum));
    say(dataset, VOID.properties.asNode(), count(properties.size()));
    summary.classes().forEach((type, number) -> partition(dataset, "class-", VOID.classPartition.asNode(), VOID._class.asNode(), type, VOID.entities.asNode(), number));
    properties.forEach((property, number) -> partition(dataset, "property-", VOID.propertyPartition.asNode(), VOID.property.asNode(), property, VOID.triples.asNode(), number));
    new Quads(snapshot).triples(triples, RDFFormat.TURTLE_BLOCKS, out);
  }

  private void partition(Node dataset, String prefix, Node link, Node kind, Node term, Node measure, long number) {
    Node partition = NodeFactory.createURI(dataset.getURI() + "#" + prefix + snapshot.prefixes().compact(term.getURI()).replaceAll("[^\\p{L}\\p{N}]+", "-"));
    say(dataset, link, partition);
    say(partition, RDF.type.asNode(), VOID.Dataset.asNode());
    say(partition, kind, term);
    say(partition, measure, count(number));
  }

  private void say(Node subject, Node predicate, Node object) {
    triples.add(Triple.create(subject, predicate, object));
  }

  private static Node count(long number) {
    return NodeFactoryExtra.intToNode(number);
  }
}
