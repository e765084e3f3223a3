package goldenbridge.export;

import goldenbridge.graph.Partitions;
import goldenbridge.rdf.Prefixes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

/**
 * Counts of a dataset and of its parts by class and property, as statements of
 * <a href="https://www.w3.org/TR/void/#statistics">VoID</a>: for each class the properties of its instances, and for each of those
 * the classes and datatypes of the values. The parts are named after the whole, so there are no blank nodes.
 */
public final class VoidParts {
  /** Property of a datatype partition and its datatype, which VoID itself lacks. */
  private static final String EXTENSION = "http://ldf.fi/void-ext#";

  private final Prefixes prefixes;
  private final List<Triple> triples = new ArrayList<>();

  /** @param prefixes by which classes and properties are shortened in the names of parts */
  public VoidParts(Prefixes prefixes) {
    this.prefixes = prefixes;
  }

  /** All that was counted, in the order of counting. */
  public List<Triple> triples() {
    return triples;
  }

  /**
   * The classes and properties of a dataset.
   *
   * @param start of the names of its parts
   */
  public void parts(Node whole, String start, Partitions partitions) {
    partitions.classes().forEach((type, tally) -> {
      Node part = part(start + "class-", type, whole, VOID.classPartition.asNode(), VOID._class.asNode());
      count(part, VOID.entities.asNode(), tally.entities());
      count(part, VOID.triples.asNode(), tally.triples());
      properties(part, part.getURI() + ".", tally.properties());
    });
    properties(whole, start + "property-", partitions.properties());
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

  /** How much a dataset says in all. */
  public void size(Node whole, Partitions partitions) {
    measure(whole, partitions.all());
    count(whole, VOID.classes.asNode(), partitions.classes().size());
    count(whole, VOID.properties.asNode(), partitions.properties().size());
  }

  /** A part that has the term for its {@code kind}; linked from the whole. */
  Node part(String start, Node term, Node whole, Node link, Node kind) {
    Node part = NodeFactory.createURI(start + name(term));
    say(whole, link, part);
    say(part, RDF.type.asNode(), VOID.Dataset.asNode());
    say(part, kind, term);
    return part;
  }

  private String name(Node term) {
    return URLEncoder.encode(prefixes.compact(term.toString()).replaceFirst(":", "-").replaceAll("[<>]", ""), StandardCharsets.UTF_8);
  }

  private void measure(Node part, Partitions.Tally tally) {
    count(part, VOID.triples.asNode(), tally.triples());
    count(part, VOID.distinctSubjects.asNode(), tally.subjects());
    count(part, VOID.distinctObjects.asNode(), tally.objects());
  }

  void count(Node subject, Node measure, long number) {
    say(subject, measure, NodeFactoryExtra.intToNode(number));
  }

  private void say(Node subject, Node predicate, Node object) {
    triples.add(Triple.create(subject, predicate, object));
  }

  private static Node extension(String name) {
    return NodeFactory.createURI(EXTENSION + name);
  }
}
