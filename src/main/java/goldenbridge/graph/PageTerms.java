package goldenbridge.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * What {@code data/dataset.ttl} says of the pages about the graph; all of it may be left out.
 *
 * @param featured names of the queries that the home page shows first, in that order
 * @param chart the query that the home page draws as a chart
 * @param timeline the query that the home page draws as a timeline
 * @param disputes the query whose rows are statements that cannot both be true: {@code subject}, {@code property} and
 *     {@code value}, or {@code value1} and {@code value2}
 * @param dates properties by which a thing stands in time, the first known one first
 * @param sourceDate the property that tells when a source was published
 * @param measured the property that leads from a figure to what it counts
 * @param value the number of a figure
 * @param time when a figure holds
 */
public record PageTerms(List<String> featured, Optional<String> chart, Optional<String> timeline, Optional<String> disputes, List<Node> dates,
    Optional<Node> sourceDate, Optional<Node> measured, Optional<Node> value, Optional<Node> time) {

  static PageTerms of(Graph graph, Node dataset) {
    return new PageTerms(
        text(graph, dataset, "featuredQueries").stream().flatMap(names -> Stream.of(names.strip().split("\\s+"))).toList(),
        text(graph, dataset, "chartQuery"), text(graph, dataset, "timelineQuery"), text(graph, dataset, "disputeQuery"),
        all(graph, dataset, "dateProperty"), one(graph, dataset, "sourceDateProperty"),
        one(graph, dataset, "measureProperty"), one(graph, dataset, "valueProperty"), one(graph, dataset, "timeProperty"));
  }

  private static Optional<String> text(Graph graph, Node dataset, String term) {
    return one(graph, dataset, term).map(Node::getLiteralLexicalForm);
  }

  private static Optional<Node> one(Graph graph, Node dataset, String term) {
    return all(graph, dataset, term).stream().findFirst();
  }

  private static List<Node> all(Graph graph, Node dataset, String term) {
    return graph.find(dataset, NodeFactory.createURI(DatasetDescription.NAMESPACE + term), Node.ANY).mapWith(triple -> triple.getObject()).toList()
        .stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
  }
}
