package goldenbridge.about;

import static goldenbridge.about.Statements.iri;

import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.CannedQuery;
import goldenbridge.query.Choices;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;

/**
 * The canned queries as RDF in the form that editors and collections of the SIB look for: a SHACL executable with one comment. A
 * query that needs values has those of its examples, so that each runs as it stands.
 */
public final class ExampleQueries {
  static final String SHACL = "http://www.w3.org/ns/shacl#";
  static final String SCHEMA = "https://schema.org/";

  /** Where an example stands below the address of the service. */
  public static final String PATH = "/.well-known/sparql-examples/";

  private final Snapshot snapshot;
  private final String origin;
  private final Choices choices;

  /** @param origin the public address of the service without a last slash */
  ExampleQueries(Snapshot snapshot, String origin) {
    this.snapshot = snapshot;
    this.origin = origin;
    this.choices = new Choices(snapshot.dataset(), snapshot.prefixes());
  }

  /** The examples with the prefixes of the graph. */
  public static Graph of(Snapshot snapshot, Collection<CannedQuery> queries, String origin) {
    Statements statements = new Statements();
    ExampleQueries examples = new ExampleQueries(snapshot, origin);
    queries.forEach(query -> examples.addTo(statements, query));
    Node dataset = snapshot.description().iri();
    snapshot.dataset().getDefaultGraph().find(dataset, iri(SHACL + "declare"), Node.ANY).forEach(triple -> {
      statements.add(List.of(triple));
      statements.add(snapshot.dataset().getDefaultGraph().find(triple.getObject(), Node.ANY, Node.ANY).toList());
    });
    return statements.graph(snapshot.prefixes(), Map.of("sh", SHACL, "schema", SCHEMA, "dcterms", DCTerms.NS, "rdfs", RDFS.uri));
  }

  void addTo(Statements statements, CannedQuery canned) {
    Node example = iri(origin + PATH + canned.name());
    String kind = kind(canned.query());
    statements.type(example, iri(SHACL + "SPARQLExecutable")).type(example, iri(SHACL + "SPARQL" + kind + "Executable"))
        .text(example, RDFS.comment.asNode(), canned.summary("en"), "en")
        .text(example, iri(SHACL + kind.toLowerCase(Locale.ROOT)), text(canned), "")
        .add(example, iri(SCHEMA + "target"), iri(origin + "/sparql"))
        .add(example, iri(SHACL + "prefixes"), snapshot.description().iri())
        .add(example, RDFS.seeAlso.asNode(), iri(origin + "/queries/" + canned.name()));
    if (!canned.header().description().isEmpty()) {
      statements.text(example, DCTerms.description.asNode(), canned.header().description(), "en");
    }
    canned.header().translations().forEach((language, words) -> {
      if (!words.summary().isEmpty()) {
        statements.text(example, DCTerms.description.asNode(), words.summary(), language);
      }
    });
    canned.header().tags().forEach(tag -> statements.text(example, iri(SCHEMA + "keywords"), tag, ""));
  }

  private static String kind(Query query) {
    return query.isSelectType() ? "Select" : query.isAskType() ? "Ask" : query.isConstructType() ? "Construct" : "Describe";
  }

  /** As the file has it when nothing must be put in, else with the values of examples and defaults in their places. */
  private String text(CannedQuery canned) {
    boolean asItIs = canned.parameters().stream().allMatch(parameter -> parameter.defaultValue().isEmpty() && !ParameterSchema.mustBeGiven(parameter));
    if (!asItIs) {
      try {
        return canned.bind(QueryOperation.arguments(canned), snapshot.entities()::resolve, choices).serialize();
      } catch (ProblemException unfit) {
        return plain(canned); // validate tells of an example that names nothing
      }
    }
    return plain(canned);
  }

  private static String plain(CannedQuery canned) {
    return canned.text().lines().dropWhile(line -> line.startsWith("#+") || line.isBlank()).collect(Collectors.joining("\n", "", "\n"));
  }
}
