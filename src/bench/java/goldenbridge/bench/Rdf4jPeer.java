package goldenbridge.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import org.eclipse.rdf4j.common.transaction.IsolationLevels;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/** RDF4J's memory store: its default graph is the union. */
record Rdf4jPeer(SailRepository repository, RepositoryConnection connection) implements Peer {
  static Peer load(Path home) throws IOException {
    SailRepository repository = new SailRepository(new MemoryStore());
    RepositoryConnection connection = repository.getConnection();
    connection.begin(IsolationLevels.NONE);
    for (Path file : Peer.files(home)) {
      connection.add(file.toFile(), RDFFormat.TRIG);
    }
    connection.commit();
    return new Rdf4jPeer(repository, connection);
  }

  @Override
  public String name() {
    return "RDF4J";
  }

  @Override
  public IntSupplier prepare(Question question) {
    TupleQuery query = connection.prepareTupleQuery(question.text());
    query.setMaxExecutionTime((int) JenaPeer.LIMIT.toSeconds());
    return () -> {
      int count = 0;
      try (TupleQueryResult rows = query.evaluate()) {
        while (rows.hasNext()) {
          BindingSet row = rows.next();
          rows.getBindingNames().forEach(row::getValue);
          count++;
        }
        return count;
      } catch (org.eclipse.rdf4j.query.QueryInterruptedException late) {
        return -1;
      }
    };
  }

  @Override
  public void close() {
    connection.close();
    repository.shutDown();
  }
}
