package goldenbridge.graph;

import goldenbridge.fault.Nearest;
import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * Finds the entity that a person means by an IRI, a prefixed name, a local name or an exact label in any language (case and
 * width do not matter). The table of labels is made on first use.
 */
public final class Entities {
  private final UnionDatasetGraph dataset;
  private final DatasetDescription description;
  private final Labels labels;
  private volatile Map<String, Set<Node>> byLabel;

  Entities(UnionDatasetGraph dataset, DatasetDescription description, Labels labels) {
    this.dataset = dataset;
    this.description = description;
    this.labels = labels;
  }

  /**
   * The one entity of that name.
   *
   * @throws ProblemException with code {@code unknown-entity} (and near names) or {@code ambiguous-entity} (and the
   *     candidates)
   */
  public Node resolve(String name) {
    String asked = name.strip();
    if (asked.startsWith("<") && asked.endsWith(">")) {
      return known(NodeFactory.createURI(asked.substring(1, asked.length() - 1)), asked);
    }
    if (asked.matches("(?i)(https?://|urn:)\\S+")) {
      return known(NodeFactory.createURI(asked), asked);
    }
    return description.prefixes().expand(asked).map(iri -> known(iri, asked)).orElseGet(() -> labelled(asked));
  }

  private Node known(Node iri, String asked) {
    if (occurs(iri)) {
      return iri;
    }
    throw unknown(asked);
  }

  private Node labelled(String asked) {
    Set<Node> found = table().getOrDefault(fold(asked), Set.of());
    if (found.size() == 1) {
      return found.iterator().next();
    }
    if (found.isEmpty()) {
      if (asked.matches("[\\w-]+:\\S*")) {
        throw description.prefixes().unknown(asked).raise();
      }
      throw unknown(asked);
    }
    throw Problem.badInput("ambiguous-entity", "\"" + asked + "\" names " + found.size() + " entities",
        "say which: " + String.join(", ", found.stream().map(this::shown).sorted().toList())).raise();
  }

  private ProblemException unknown(String asked) {
    List<String> near = Nearest.to(fold(asked.replaceAll("^.*[:/#]|[<>]", "")), table().keySet()).stream()
        .flatMap(label -> table().get(label).stream()).distinct().limit(3).map(this::shown).toList();
    return Problem.notFound("unknown-entity", "nothing is called \"" + asked + "\"",
        near.isEmpty() ? "give an IRI, a prefixed name or a label in any language" : "did you mean " + String.join(", ", near) + "?").raise();
  }

  private String shown(Node iri) {
    return description.prefixes().compact(iri.getURI()) + " (" + labels.of(iri, "") + ")";
  }

  private boolean occurs(Node iri) {
    return dataset.getDefaultGraph().contains(iri, Node.ANY, Node.ANY) || dataset.getDefaultGraph().contains(Node.ANY, Node.ANY, iri)
        || dataset.getDefaultGraph().contains(Node.ANY, iri, Node.ANY) || dataset.containsGraph(iri);
  }

  private Map<String, Set<Node>> table() {
    Map<String, Set<Node>> made = byLabel;
    if (made == null) {
      made = tabulate();
      byLabel = made;
    }
    return made;
  }

  private Map<String, Set<Node>> tabulate() {
    Map<String, Set<Node>> table = new HashMap<>();
    Stream.of(description.labelProperties(), description.variantProperties()).flatMap(Collection::stream).forEach(property ->
        dataset.getDefaultGraph().find(Node.ANY, property, Node.ANY).forEach(triple -> {
          if (triple.getSubject().isURI() && triple.getObject().isLiteral()) {
            table.computeIfAbsent(fold(triple.getObject().getLiteralLexicalForm()), text -> new LinkedHashSet<>()).add(triple.getSubject());
          }
        }));
    List<Node> typed = new ArrayList<>();
    dataset.getDefaultGraph().find(Node.ANY, RDF.type.asNode(), Node.ANY).forEach(triple -> typed.add(triple.getSubject()));
    typed.stream().filter(Node::isURI).forEach(iri -> table.computeIfAbsent(fold(Labels.localName(iri)), text -> new LinkedHashSet<>()).add(iri));
    return table;
  }

  static String fold(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
