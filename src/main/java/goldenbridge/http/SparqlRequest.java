package goldenbridge.http;

import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.QueryRunner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;

/**
 * A query operation of the <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">SPARQL 1.1 Protocol, section
 * 2.1</a>. Parameters that the protocol does not know are left alone.
 *
 * @param text empty when the request asks nothing
 */
record SparqlRequest(Optional<String> text, List<String> defaultGraphs, List<String> namedGraphs, Parameters parameters) {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String QUERY = "application/sparql-query";
  private static final String UPDATE = "application/sparql-update";

  /**
   * Reads the operation from any of its three forms.
   *
   * @throws ProblemException with code {@code unsupported-media-type}, {@code read-only}, {@code missing-query},
   *     {@code repeated-parameter} or {@code parameter-value}, and those of reading a body
   */
  static SparqlRequest of(Call call, int maxBytes) {
    if (!call.isPost()) {
      return of(call.query());
    }
    return switch (call.body().mediaType()) {
      case FORM -> posted(of(Parameters.of(call.body().text(maxBytes)).and(call.query())));
      case QUERY -> posted(of(new Parameters(Map.of("query", List.of(call.body().text(maxBytes)))).and(call.query())));
      case UPDATE -> throw readOnly();
      default -> throw unreadable(call.body());
    };
  }

  private static SparqlRequest of(Parameters parameters) {
    if (!parameters.all("update").isEmpty()) {
      throw readOnly();
    }
    List<String> queries = parameters.all("query");
    if (queries.size() > 1) {
      throw Problem.badInput("repeated-parameter", "the request holds " + queries.size() + " queries", "send one").about("query").raise();
    }
    if (queries.stream().anyMatch(String::isBlank)) {
      throw missing();
    }
    return new SparqlRequest(parameters.text("query"), graphs("default-graph-uri", parameters), graphs("named-graph-uri", parameters),
        parameters);
  }

  private static SparqlRequest posted(SparqlRequest request) {
    if (request.text.isEmpty()) {
      throw missing();
    }
    return request;
  }

  private static List<String> graphs(String name, Parameters parameters) {
    parameters.all(name).stream().filter(iri -> !isAbsolute(iri)).findFirst().ifPresent(iri -> {
      throw Problem.badInput("parameter-value", "parameter " + name + ": \"" + iri + "\" is not an absolute IRI",
          "give the name of a graph").about(name).raise();
    });
    return parameters.all(name);
  }

  private static boolean isAbsolute(String iri) {
    try {
      return IRIx.create(iri).isReference();
    } catch (IRIException malformed) {
      return false;
    }
  }

  /**
   * The query over the dataset that the request chooses: the protocol's graphs go before {@code FROM}. Relative IRIs are seen
   * from the graph's own base, and its prefixes need not be declared.
   *
   * @throws ProblemException with code {@code sparql-syntax} or {@code unknown-prefix}, line and column, or {@code read-only}
   */
  Query query(Snapshot snapshot) {
    Query query = parse(snapshot);
    if (!defaultGraphs.isEmpty() || !namedGraphs.isEmpty()) {
      query.getGraphURIs().clear();
      query.getNamedGraphURIs().clear();
      defaultGraphs.forEach(query::addGraphURI);
      namedGraphs.forEach(query::addNamedGraphURI);
    }
    return query;
  }

  private Query parse(Snapshot snapshot) {
    try {
      return QueryRunner.parse(text.orElseThrow(), "query", snapshot.prefixes(), snapshot.description().base());
    } catch (ProblemException wrong) {
      throw isUpdate(snapshot) ? readOnly() : wrong;
    }
  }

  private boolean isUpdate(Snapshot snapshot) {
    try {
      UpdateRequest update = new UpdateRequest();
      update.setPrefixMapping(snapshot.prefixes().mapping());
      UpdateFactory.parse(update, text.orElseThrow());
      return !update.getOperations().isEmpty();
    } catch (QueryException neither) {
      return false;
    }
  }

  private static ProblemException missing() {
    return Problem.badInput("missing-query", "the request holds no query", "give it as the parameter query or as the body")
        .about("query").raise();
  }

  private static ProblemException readOnly() {
    return Problem.badInput("read-only", "updates are not possible: the graph is read-only",
        "change the files and load them again").raise();
  }

  private static ProblemException unreadable(RequestBody body) {
    return Problem.badInput("unsupported-media-type",
        body.mediaType().isEmpty() ? "the body has no content type" : "a query cannot be read from \"" + body.contentType() + "\"",
        "send " + FORM + " or " + QUERY).raise();
  }
}
