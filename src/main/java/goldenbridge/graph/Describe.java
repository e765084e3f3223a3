package goldenbridge.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private static final Comparator<Triple> ORDER = Comparator.comparing(Triple::getPredicate, NodeCmp::compareRDFTerms)
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
