package goldenbridge.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;

import goldenbridge.query.Answer;
import goldenbridge.query.LabelledRows;
import goldenbridge.query.Limits;
import goldenbridge.query.QueryRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Another engine, which nobody here wrote, answers every canned query with the same rows in the same order, on a part of the sources. */
class Rdf4jTest {
  private static final ValueFactory VALUES = SimpleValueFactory.getInstance();
  private static SailRepository repository;

  static Stream<Catalogue.Case> cases() {
    return Catalogue.cases();
  }

  @BeforeAll
  static void load() {
    repository = filled();
  }

  /** A store with every quad of the part. */
  static SailRepository filled() {
    SailRepository store = new SailRepository(new MemoryStore());
    try (RepositoryConnection connection = store.getConnection()) {
      connection.begin();
      Part.SNAPSHOT.dataset().find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> connection.add(
          (Resource) value(quad.getSubject()), (IRI) value(quad.getPredicate()), value(quad.getObject()), (Resource) value(quad.getGraph())));
      connection.commit();
      assertEquals(Part.SNAPSHOT.dataset().quads(), connection.size());
    }
    return store;
  }

  @AfterAll
  static void close() {
    repository.shutDown();
  }

  private static Value value(Node node) {
    if (node.isURI()) {
      return VALUES.createIRI(node.getURI());
    }
    return node.getLiteralLanguage().isEmpty()
        ? VALUES.createLiteral(node.getLiteralLexicalForm(), VALUES.createIRI(node.getLiteralDatatypeURI()))
        : VALUES.createLiteral(node.getLiteralLexicalForm(), node.getLiteralLanguage());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersEqually(Catalogue.Case one) {
    Answer.Rows ours = (Answer.Rows) QueryRunner.run(Part.SNAPSHOT.dataset(), one.bound(), Limits.DEFAULT);
    List<String> expected = ours.rows().stream().map(row -> ours.columns().stream()
        .map(column -> row.get(column) == null ? "" : LabelledRows.plain(row.get(column))).toList().toString()).toList();
    assertEquals(expected, theirs(one, ours.columns().stream().map(column -> column.getVarName()).toList()));
  }

  private static List<String> theirs(Catalogue.Case one, List<String> columns) {
    List<String> rows = new ArrayList<>();
    try (RepositoryConnection connection = repository.getConnection();
        TupleQueryResult result = connection.prepareTupleQuery(one.bound().serialize()).evaluate()) {
      for (BindingSet row : result) {
        rows.add(columns.stream().map(column -> row.hasBinding(column) ? row.getValue(column).stringValue() : "").toList().toString());
      }
    }
    return rows;
  }
}
