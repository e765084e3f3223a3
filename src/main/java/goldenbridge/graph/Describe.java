package goldenbridge.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.NodeCmp;

/**
 * Everything that the graph says of one entity, statement by statement, each with the passages that make it.
 *
 * @param outgoing statements with the entity as subject, by property
 * @param incoming statements with the entity as object, by property
 */
public record Describe(Node entity, Map<Node, List<Statement>> outgoing, Map<Node, List<Statement>> incoming) {

  /**
   * One statement and its evidence.
   *
   * @param other the value, or the subject of an incoming statement
   * @param passages empty when only the register or the ontology says so
   */
  public record Statement(Triple triple, Node other, List<Passage> passages, List<Node> graphs) {}

  static final Comparator<Triple> ORDER = Comparator.comparing(Triple::getPredicate, NodeCmp::compareRDFTerms)
      .thenComparing(Triple::getObject, NodeCmp::compareRDFTerms).thenComparing(Triple::getSubject, NodeCmp::compareRDFTerms);

  /** Describes an entity of a snapshot; statements are ordered by property, then by term. */
  public static Describe of(Node entity, Snapshot snapshot) {
    return new Describe(entity,
        grouped(snapshot.dataset().getDefaultGraph().find(entity, Node.ANY, Node.ANY).toList(), entity, snapshot),
        grouped(snapshot.dataset().getDefaultGraph().find(Node.ANY, Node.ANY, entity).toList(), entity, snapshot));
  }

  private static Map<Node, List<Statement>> grouped(List<Triple> triples, Node entity, Snapshot snapshot) {
    Map<Node, List<Statement>> byProperty = new LinkedHashMap<>();
    triples.stream().sorted(ORDER).forEach(triple -> {
      Node other = triple.getSubject().equals(entity) ? triple.getObject() : triple.getSubject();
      byProperty.computeIfAbsent(triple.getPredicate(), property -> new ArrayList<>())
          .add(new Statement(triple, other, snapshot.evidence().of(triple), snapshot.dataset().graphsOf(triple)));
    });
    return byProperty;
  }

  /**
   * What who follows the entity's name wants to have in one document: the statements in both directions; the same for the parts that
   * are named by a fragment of it, which no request ever names; what the graph of that name holds; and what is known of each
   * passage that makes one of these statements.
   */
  public Set<Quad> document(Snapshot snapshot) {
    UnionDatasetGraph dataset = snapshot.dataset();
    Set<Quad> document = new LinkedHashSet<>(quads());
    parts(snapshot).forEach(part -> {
      dataset.find(Node.ANY, part, Node.ANY, Node.ANY).forEachRemaining(document::add);
      if (dataset.containsGraph(part)) {
        dataset.find(part, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(document::add);
      }
    });
    document.stream().map(Quad::getGraph).distinct().filter(graph -> snapshot.evidence().named(graph).isPresent()).toList()
        .forEach(passage -> dataset.find(Node.ANY, passage, Node.ANY, Node.ANY).forEachRemaining(document::add));
    return document;
  }

  /** The entity itself and what is named by its name and a fragment. */
  private Set<Node> parts(Snapshot snapshot) {
    Set<Node> parts = new LinkedHashSet<>(List.of(entity));
    String start = entity.getURI() + "#";
    if (!entity.getURI().contains("#")) {
      snapshot.dataset().getDefaultGraph().find().mapWith(Triple::getSubject)
          .filterKeep(subject -> subject.isURI() && subject.getURI().startsWith(start)).forEach(parts::add);
      snapshot.dataset().listGraphNodes().forEachRemaining(graph -> {
        if (graph.getURI().startsWith(start)) {
          parts.add(graph);
        }
      });
    }
    return parts;
  }

  /** The statements in both directions, each once for every graph that holds it. */
  public List<Quad> quads() {
    List<Quad> quads = new ArrayList<>();
    List.of(outgoing, incoming).forEach(direction -> direction.values().forEach(statements -> statements.forEach(
        statement -> statement.graphs().forEach(graph -> quads.add(Quad.create(graph, statement.triple()))))));
    return quads;
  }

  public boolean isEmpty() {
    return outgoing.isEmpty() && incoming.isEmpty();
  }
}
