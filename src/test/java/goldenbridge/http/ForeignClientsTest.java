package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.query.QueryResults;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.RepositoryException;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that nobody here wrote. */
class ForeignClientsTest {
  private static final String ROWS = "SELECT ?hive ?honey WHERE { ?hive <https://example.org/bees/ontology#honey> ?honey } ORDER BY ?honey";
  private static final String TRIPLES = "CONSTRUCT WHERE { ?hive <https://example.org/bees/ontology#honey> ?honey }";
  private static final String TRUTH = "ASK { ?hive ?p '참나무 벌통'@ko }";

  private static Served served;
  private static String endpoint;

  @BeforeAll
  static void serve() {
    served = Served.world();
    endpoint = served.service.address() + "sparql";
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static QueryExecHTTP jena(String query) {
    return QueryExecHTTP.newBuilder().endpoint(endpoint).queryString(query).build();
  }

  @Test
  void jenaIsServed() {
    try (QueryExecHTTP remote = jena(ROWS)) {
      assertEquals(3, remote.select().stream().count());
    }
    try (QueryExecHTTP remote = jena(TRIPLES)) {
      assertEquals(3, remote.construct().size());
    }
    try (QueryExecHTTP remote = QueryExecHTTP.newBuilder().endpoint(endpoint).queryString(TRUTH).postQuery().build()) {
      assertTrue(remote.ask());
    }
    try (QueryExecHTTP remote = QueryExecHTTP.newBuilder().endpoint(endpoint).queryString(ROWS).addDefaultGraphURI(Served.BASE + "source/letter#p1").build()) {
      assertEquals(2, remote.select().stream().count());
    }
  }

  @Test
  void jenaSeesAnError() {
    try (QueryExecHTTP remote = jena("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")) {
      assertEquals(400, assertThrows(QueryExceptionHTTP.class, () -> remote.select().hasNext()).getStatusCode());
    }
  }

  @Test
  void rdf4jIsServed() {
    SPARQLRepository repository = new SPARQLRepository(endpoint);
    try (RepositoryConnection connection = repository.getConnection()) {
      assertEquals("15.5", QueryResults.asList(connection.prepareTupleQuery(ROWS).evaluate()).get(2).getValue("honey").stringValue());
      Model model = QueryResults.asModel(connection.prepareGraphQuery(TRIPLES).evaluate());
      assertEquals(3, model.size());
      assertTrue(connection.prepareBooleanQuery(TRUTH).evaluate());
      assertTrue(connection.hasStatement(null, null, connection.getValueFactory().createLiteral("дубовый улей", "ru"), false));
      assertEquals(9, QueryResults.asList(connection.getContextIDs()).size());
      assertThrows(RepositoryException.class, () -> connection.add(connection.getValueFactory().createIRI("http://e/s"),
          connection.getValueFactory().createIRI("http://e/p"), connection.getValueFactory().createIRI("http://e/o")));
    } finally {
      repository.shutDown();
    }
  }
}
