package goldenbridge.http;

import goldenbridge.graph.Snapshot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/** The graph's own concepts (<a href="https://www.w3.org/TR/skos-reference/">SKOS</a>) by the scheme that they belong to. */
final class Concepts {
  private static final Set<Node> BETWEEN = Set.of(SKOS.broader.asNode(), SKOS.narrower.asNode(), SKOS.related.asNode(), SKOS.inScheme.asNode(),
      SKOS.topConceptOf.asNode(), SKOS.hasTopConcept.asNode());

  private final Snapshot snapshot;
  private final Graph graph;
  private final Cells cells;

  Concepts(Snapshot snapshot, Cells cells) {
    this.snapshot = snapshot;
    this.graph = snapshot.dataset().getDefaultGraph();
    this.cells = cells;
  }

  /** Each scheme ({@code scheme}) with its concepts ({@code concept, definition, above, uses}), those most used first. */
  List<Map<String, Object>> schemes() {
    Map<Node, List<Node>> byScheme = new TreeMap<>(Comparator.comparing(Node::toString, Comparator.naturalOrder()));
    graph.find(Node.ANY, SKOS.inScheme.asNode(), Node.ANY).toList().stream().distinct()
        .filter(triple -> triple.getSubject().isURI() && triple.getSubject().getURI().startsWith(snapshot.description().base())
            && graph.contains(triple.getSubject(), RDF.type.asNode(), Node.ANY))
        .forEach(triple -> byScheme.computeIfAbsent(triple.getObject(), scheme -> new ArrayList<>()).add(triple.getSubject()));
    List<Map<String, Object>> schemes = new ArrayList<>();
    byScheme.forEach((scheme, concepts) -> schemes.add(Map.of("scheme", cells.of(scheme), "concepts", inOrder(concepts))));
    return schemes;
  }

  private List<Map<String, Object>> inOrder(List<Node> concepts) {
    Map<Node, Long> uses = concepts.stream().collect(Collectors.toMap(concept -> concept, this::uses, (one, same) -> one));
    return concepts.stream().sorted(Comparator.<Node>comparingLong(uses::get).reversed().thenComparing((Node concept) -> concept.toString()))
        .map(concept -> concept(concept, uses.get(concept))).toList();
  }

  private Map<String, Object> concept(Node concept, long uses) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("concept", cells.of(concept));
    definition(concept).ifPresent(text -> one.put("definition", cells.of(text)));
    one.put("above", objects(concept, SKOS.broader.asNode()).map(cells::of).toList());
    one.put("uses", cells.words().number(BigDecimal.valueOf(uses)));
    return one;
  }

  private long uses(Node concept) {
    return graph.find(Node.ANY, Node.ANY, concept).filterDrop(triple -> BETWEEN.contains(triple.getPredicate())).toList().size();
  }

  private Optional<Node> definition(Node concept) {
    List<Node> texts = Stream.of(SKOS.definition, SKOS.scopeNote).flatMap(property -> objects(concept, property.asNode())).filter(Node::isLiteral).toList();
    return Stream.concat(Stream.of(cells.language()), snapshot.description().languages().stream())
        .flatMap(language -> texts.stream().filter(text -> text.getLiteralLanguage().equals(language))).findFirst().or(() -> texts.stream().findFirst());
  }

  private Stream<Node> objects(Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
        .sorted(Comparator.comparing(Node::toString, Comparator.naturalOrder()));
  }
}
