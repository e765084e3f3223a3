package goldenbridge.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;

/**
 * What {@code ontology/style.ttl} cannot see or only warns of: languages, terms that are mistaken for each other, dead terms.
 * Definitions, examples, domains and ranges are its own.
 */
class OntologyStyleTest {
  private static final String NAMESPACE = "https://w3id.org/kzkr/ontology#";
  private static final Set<String> LANGUAGES = Set.of("en", "kk", "ko", "ru");
  private static final Pattern TERM = Pattern.compile("\\bkzkr:(\\w+)");

  /** Terms that stay although no data, shape, rule or query uses them, each with the reason. */
  private static final Map<String, String> KEPT = Map.of();

  private final Graph ontology = Triples.of("ontology/ontology.ttl");

  /** The style shapes only warn of a missing label in kk, ko or ru, since the data may honestly lack one; a term may not. */
  @Test
  void labelsEveryTermInFourLanguages() {
    terms().forEach(term -> assertEquals(LANGUAGES,
        labels(term).map(Node::getLiteralLanguage).collect(Collectors.toSet()), "languages of the labels of " + term));
  }

  @Test
  void noTwoTermsShareALabel() {
    assertEquals(Set.of(), repeated(terms().stream().flatMap(this::labels), label -> label.getLiteralLexicalForm() + "@" + label.getLiteralLanguage()));
  }

  @Test
  void noTwoNamesDifferOnlyInCase() {
    assertEquals(Set.of(), repeated(terms().stream(), Node::getURI));
  }

  @Test
  void dataShapesRulesOrQueriesUseEveryTerm() {
    assertEquals(KEPT.keySet(), unused(), "terms that nothing uses: remove them, or list them here with a reason");
  }

  @Test
  void noticesATermThatNothingUses() {
    ontology.add(NodeFactory.createURI(NAMESPACE + "Pilgrimage"), RDF.type.asNode(), OWL.Class.asNode());
    assertEquals(Set.of("Pilgrimage"), unused());
  }

  private Set<Node> terms() {
    return Stream.of(OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
        .flatMap(kind -> ontology.find(Node.ANY, RDF.type.asNode(), kind.asNode()).mapWith(Triple::getSubject).toList().stream())
        .filter(node -> node.isURI() && node.getURI().startsWith(NAMESPACE)).collect(Collectors.toSet());
  }

  private Stream<Node> labels(Node term) {
    return ontology.find(term, RDFS.label.asNode(), Node.ANY).mapWith(Triple::getObject).toList().stream();
  }

  private static <T> Set<String> repeated(Stream<T> things, Function<T, String> name) {
    Map<String, Long> counts = things.map(name).map(text -> text.toLowerCase(Locale.ROOT)).collect(Collectors.groupingBy(text -> text, Collectors.counting()));
    return counts.keySet().stream().filter(text -> counts.get(text) > 1).collect(Collectors.toSet());
  }

  private Set<String> unused() {
    Set<String> unused = terms().stream().map(term -> term.getURI().substring(NAMESPACE.length())).collect(Collectors.toCollection(TreeSet::new));
    unused.removeAll(usedInGraphs());
    unused.removeAll(usedInQueries());
    return unused;
  }

  private static Set<String> usedInGraphs() {
    return Triples.of("data", "ontology/shapes.ttl", "ontology/passage-shapes.ttl").find().toList().stream()
        .flatMap(triple -> Stream.of(triple.getPredicate(), triple.getObject())).filter(Node::isURI).map(Node::getURI)
        .filter(iri -> iri.startsWith(NAMESPACE)).map(iri -> iri.substring(NAMESPACE.length())).collect(Collectors.toSet());
  }

  private static Set<String> usedInQueries() {
    List<Path> queries = Triples.files("ontology/rules", "queries").stream().filter(file -> file.toString().endsWith(".rq")).toList();
    return queries.stream().flatMap(file -> TERM.matcher(text(file)).results()).map(found -> found.group(1)).collect(Collectors.toSet());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
