package goldenbridge.graph;

import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import goldenbridge.rdf.Prefixes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

/**
 * What {@code data/dataset.ttl} tells the program about the graph that it serves: its name and base, and by which classes
 * and properties its evidence and its labels are recognised. This is the only bridge between the program and a domain.
 *
 * @param base the start of every IRI that the graph coins ({@code void:uriSpace})
 * @param languages the order in which labels are tried after the language asked for
 */
public record DatasetDescription(
    Node iri,
    String base,
    String version,
    Map<String, String> titles,
    Map<String, String> shortTitles,
    Map<String, String> descriptions,
    EvidenceTerms evidence,
    PageTerms pages,
    List<Node> labelProperties,
    List<Node> variantProperties,
    List<String> languages,
    Prefixes prefixes) {

  /** The namespace of the few terms by which a graph describes itself to this program. */
  public static final String NAMESPACE = "https://w3id.org/golden-bridge/config#";

  private static final String SHACL = "http://www.w3.org/ns/shacl#";

  /** The classes of evidence graphs and the properties that lead from one to its source, its place in it and its voice. */
  public record EvidenceTerms(
      Node passageClass, Node curationClass, Node source, Node place, Node voice, Node relay) {}

  /**
   * Reads the description from the graph of {@code data/dataset.ttl}.
   *
   * @param shown the file's name in messages
   * @throws goldenbridge.fault.ProblemException with code {@code dataset-description} naming the missing property
   */
  static DatasetDescription of(Graph graph, String shown) {
    Reader read = new Reader(graph, shown);
    return new DatasetDescription(
        read.dataset,
        read.text(VOID.uriSpace.asNode()),
        read.text(OWL.versionInfo.asNode()),
        read.byLanguage(DCTerms.title.asNode()),
        read.byLanguageIfAny(DCTerms.alternative.asNode()),
        read.byLanguage(DCTerms.description.asNode()),
        new EvidenceTerms(read.own("passageClass"), read.own("curationClass"), read.own("sourceProperty"),
            read.own("placeProperty"), read.own("voiceProperty"), read.own("relayProperty")),
        PageTerms.of(graph, read.dataset),
        read.all(term("labelProperty")),
        read.all(term("variantProperty")),
        List.of(read.text(term("labelLanguages")).split("\\s+")),
        read.prefixes());
  }

  /** The title in a language, else in the first of the label languages that has one. */
  public String title(String language) {
    return in(language, titles).orElse(iri.getURI());
  }

  /** The short title ({@code dcterms:alternative}), else the title. */
  public String shortTitle(String language) {
    return in(language, shortTitles).orElseGet(() -> title(language));
  }

  /** The description in a language, else in the first of the label languages that has one. */
  public String description(String language) {
    return in(language, descriptions).orElse("");
  }

  private Optional<String> in(String language, Map<String, String> texts) {
    return Stream.concat(Stream.of(language), languages.stream()).map(texts::get).filter(Objects::nonNull).findFirst();
  }

  private static Node term(String name) {
    return NodeFactory.createURI(NAMESPACE + name);
  }

  private static final class Reader {
    private final Graph graph;
    private final String shown;
    private final Node dataset;

    Reader(Graph graph, String shown) {
      this.graph = graph;
      this.shown = shown;
      this.dataset = graph.find(Node.ANY, RDF.type.asNode(), DCAT.Dataset.asNode())
          .mapWith(triple -> triple.getSubject()).nextOptional()
          .orElseThrow(() -> missing("a dcat:Dataset"));
    }

    Node own(String name) {
      return one(term(name));
    }

    String text(Node property) {
      return one(property).getLiteralLexicalForm();
    }

    Node one(Node property) {
      return all(property).get(0);
    }

    /** At least one value, in a stable order. */
    List<Node> all(Node property) {
      List<Node> values = graph.find(dataset, property, Node.ANY).mapWith(triple -> triple.getObject()).toList();
      if (values.isEmpty()) {
        throw missing("<" + property.getURI() + ">");
      }
      return values.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
    }

    Map<String, String> byLanguage(Node property) {
      all(property);
      return byLanguageIfAny(property);
    }

    Map<String, String> byLanguageIfAny(Node property) {
      Map<String, String> texts = new LinkedHashMap<>();
      graph.find(dataset, property, Node.ANY).forEach(triple ->
          texts.put(triple.getObject().getLiteralLanguage(), triple.getObject().getLiteralLexicalForm()));
      return Map.copyOf(texts);
    }

    Prefixes prefixes() {
      Map<String, String> declared = new LinkedHashMap<>();
      graph.find(dataset, shacl("declare"), Node.ANY).forEach(triple -> {
        Optional<String> prefix = literal(triple.getObject(), shacl("prefix"));
        Optional<String> namespace = literal(triple.getObject(), shacl("namespace"));
        if (prefix.isEmpty() || namespace.isEmpty()) {
          throw missing("sh:prefix or sh:namespace of <" + triple.getObject() + ">");
        }
        declared.put(prefix.get(), namespace.get());
      });
      return new Prefixes(declared);
    }

    private Optional<String> literal(Node subject, Node property) {
      return graph.find(subject, property, Node.ANY).mapWith(triple -> triple.getObject().getLiteralLexicalForm()).nextOptional();
    }

    private static Node shacl(String name) {
      return NodeFactory.createURI(SHACL + name);
    }

    private goldenbridge.fault.ProblemException missing(String what) {
      return Problem.badData("dataset-description", "the dataset description lacks " + what, Place.of(shown),
          "add it: the README lists what a graph must say of itself").raise();
    }
  }
}
