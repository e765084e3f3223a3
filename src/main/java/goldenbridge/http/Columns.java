package goldenbridge.http;

import goldenbridge.graph.DatasetDescription;
import goldenbridge.graph.Snapshot;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;

/**
 * The heads of an answer's columns, and the names of tags: as {@code data/} names them, else after the term of the ontology that
 * is called like the column, else the variable's own words.
 */
final class Columns {
  private static final Node COLUMN = NodeFactory.createURI(DatasetDescription.NAMESPACE + "column");
  private static final Node TAG = NodeFactory.createURI(DatasetDescription.NAMESPACE + "tag");
  private static final Set<Node> TERMS = Set.of(OWL.Class.asNode(), OWL.ObjectProperty.asNode(), OWL.DatatypeProperty.asNode());

  private final Snapshot snapshot;
  private final String language;

  Columns(Snapshot snapshot, String language) {
    this.snapshot = snapshot;
    this.language = language;
  }

  String head(String variable) {
    return snapshot.labels().ofWord(COLUMN, variable, language).or(() -> ofTerm(variable))
        .or(() -> numbered(variable)).orElseGet(() -> words(variable));
  }

  String tag(String tag) {
    return snapshot.labels().ofWord(TAG, tag, language).orElse(tag);
  }

  /** {@code value2} is named after {@code value}. */
  private Optional<String> numbered(String variable) {
    String stem = variable.replaceAll("\\d+$", "");
    return stem.equals(variable) || stem.isEmpty() ? Optional.empty() : Optional.of(head(stem) + " " + variable.substring(stem.length()));
  }

  private Optional<String> ofTerm(String variable) {
    String capital = variable.substring(0, 1).toUpperCase(Locale.ROOT) + variable.substring(1);
    return snapshot.prefixes().byPrefix().values().stream().flatMap(namespace -> Stream.of(namespace + variable, namespace + capital))
        .map(NodeFactory::createURI).filter(this::isTerm).findFirst().flatMap(term -> snapshot.labels().known(term, language));
  }

  private boolean isTerm(Node iri) {
    return snapshot.dataset().getDefaultGraph().find(iri, RDF.type.asNode(), Node.ANY).mapWith(triple -> triple.getObject()).toList().stream()
        .anyMatch(TERMS::contains);
  }

  private static String words(String variable) {
    return variable.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('_', ' ').toLowerCase(Locale.ROOT);
  }
}
