package goldenbridge.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The one rule by which a name is chosen: the language asked for, then the graph's own order of languages, then a label
 * without a language, then the local name of the IRI. A passage is named after its source and its place there, a nameless node
 * of a source after the source and its own local name.
 */
public final class Labels {
  private static final Node SAYS = NodeFactory.createURI(DatasetDescription.NAMESPACE + "says");

  private static final Comparator<Node> ORDER = (one, other) -> {
    int byText = one.getLiteralLexicalForm().compareTo(other.getLiteralLexicalForm());
    return byText != 0 ? byText : one.getLiteralLanguage().compareTo(other.getLiteralLanguage());
  };

  private final Graph graph;
  private final DatasetDescription description;

  Labels(Graph graph, DatasetDescription description) {
    this.graph = graph;
    this.description = description;
  }

  /** The name of an IRI in a language (a BCP 47 tag such as {@code ko}); never empty. */
  public String of(Node iri, String language) {
    return known(iri, language).orElseGet(() -> localName(iri));
  }

  /** The name that the graph itself gives, if any. */
  public Optional<String> known(Node iri, String language) {
    return named(iri, language).map(Node::getLiteralLexicalForm);
  }

  /** The same with its language; what is named after its source speaks the language of the source's name. */
  public Optional<Node> named(Node iri, String language) {
    return chosen(iri, language).or(() -> ofPassage(iri, language));
  }

  /** The label that the rule chooses, with its language; empty for a thing without labels of its own. */
  public Optional<Node> chosen(Node iri, String language) {
    return best(all(iri), language);
  }

  private Optional<Node> best(List<Node> labels, String language) {
    return Stream.concat(Stream.of(language), Stream.concat(description.languages().stream(), Stream.of("")))
        .flatMap(wanted -> labels.stream().filter(label -> label.getLiteralLanguage().equalsIgnoreCase(wanted)))
        .findFirst().or(() -> labels.stream().findFirst());
  }

  /**
   * What the data says for a word of the program's, such as a tag: the texts ({@code says} in the program's own vocabulary) of the
   * thing that has the word as this property's value. Those things are not found by name, since they are not what the graph is about.
   */
  public Optional<String> ofWord(Node property, String word, String language) {
    return graph.find(Node.ANY, property, NodeFactory.createLiteralString(word)).mapWith(triple -> triple.getSubject()).nextOptional()
        .flatMap(thing -> best(graph.find(thing, SAYS, Node.ANY).mapWith(triple -> triple.getObject()).toList(), language))
        .map(Node::getLiteralLexicalForm);
  }

  /** Every label of an IRI, in a stable order. */
  public List<Node> all(Node iri) {
    List<Node> labels = new ArrayList<>();
    if (iri.isURI()) {
      for (Node property : description.labelProperties()) {
        graph.find(iri, property, Node.ANY).mapWith(triple -> triple.getObject()).filterKeep(Node::isLiteral).forEach(labels::add);
      }
      labels.sort(ORDER);
    }
    return labels;
  }

  private Optional<Node> ofPassage(Node iri, String language) {
    Optional<Node> source = one(iri, description.evidence().source());
    return source.map(whole -> after(whole, language, one(iri, description.evidence().place())
        .map(place -> ", ¶ " + place.getLiteralLexicalForm()).orElse(", " + localName(iri))))
        .or(() -> ofPart(iri, language));
  }

  private Node after(Node whole, String language, String more) {
    Node name = named(whole, language).orElseGet(() -> NodeFactory.createLiteralString(localName(whole)));
    String text = name.getLiteralLexicalForm() + more;
    return name.getLiteralLanguage().isEmpty() ? NodeFactory.createLiteralString(text) : NodeFactory.createLiteralLang(text, name.getLiteralLanguage());
  }

  /** A nameless node of a source, such as a figure or a note, is told by its source and its local name. */
  private Optional<Node> ofPart(Node iri, String language) {
    int hash = iri.isURI() ? iri.getURI().lastIndexOf('#') : -1;
    if (hash < 0 || hash == iri.getURI().length() - 1) {
      return Optional.empty();
    }
    Node whole = NodeFactory.createURI(iri.getURI().substring(0, hash));
    boolean isSource = graph.contains(Node.ANY, description.evidence().source(), whole);
    return isSource ? Optional.of(after(whole, language, ", " + localName(iri))) : Optional.empty();
  }

  private Optional<Node> one(Node subject, Node property) {
    return subject.isURI()
        ? graph.find(subject, property, Node.ANY).mapWith(triple -> triple.getObject()).nextOptional()
        : Optional.empty();
  }

  /** What stands behind the last {@code #}, {@code /} or {@code :} of an IRI. */
  public static String localName(Node iri) {
    String text = iri.isURI() ? iri.getURI() : iri.toString();
    String name = text.replaceAll("^.*[#/:]", "");
    return name.isEmpty() ? text : name;
  }
}
