package goldenbridge.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/** Which passages hold a statement. Immutable. */
public final class Evidence {
  private final UnionDatasetGraph dataset;
  private final Map<Node, Passage> passages;
  private final Map<Node, List<Passage>> bySource;

  Evidence(UnionDatasetGraph dataset, DatasetDescription.EvidenceTerms terms) {
    this.dataset = dataset;
    this.passages = Map.copyOf(read(dataset.getDefaultGraph(), terms));
    this.bySource = passages.values().stream().sorted().collect(Collectors.groupingBy(Passage::source));
  }

  /** The passages and curations that hold exactly this triple, in the order of sources and places. */
  public List<Passage> of(Triple triple) {
    return dataset.graphsOf(triple).stream().map(passages::get).filter(Objects::nonNull).sorted().toList();
  }

  /** The passages of a quad that a query matched: of any graph when it asked the union, else of the graph that it named. */
  public List<Passage> of(Quad matched) {
    return matched.isDefaultGraph() ? of(matched.asTriple()) : named(matched.getGraph()).stream().toList();
  }

  /** The passage whose graph has this name. */
  public Optional<Passage> named(Node graph) {
    return Optional.ofNullable(passages.get(graph));
  }

  /** The passages and curations of a source, in its order. */
  public List<Passage> ofSource(Node source) {
    return bySource.getOrDefault(source, List.of());
  }

  public List<Passage> passages() {
    return passages.values().stream().sorted().toList();
  }

  private static Map<Node, Passage> read(Graph graph, DatasetDescription.EvidenceTerms terms) {
    Map<Node, Passage> found = new HashMap<>();
    graph.find(Node.ANY, terms.source(), Node.ANY).forEach(triple -> {
      Node iri = triple.getSubject();
      found.put(iri, new Passage(iri, triple.getObject(),
          one(graph, iri, terms.place()).filter(Node::isLiteral).map(Node::getLiteralLexicalForm).orElse(""),
          one(graph, iri, terms.voice()).orElse(null), one(graph, iri, terms.relay()).orElse(null)));
    });
    return found;
  }

  private static Optional<Node> one(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).nextOptional();
  }
}
