package goldenbridge.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;

/** An engine that is a dataset of Jena's own. */
record JenaPeer(String name, DatasetGraph dataset) implements Peer {
  static final Duration LIMIT = Duration.ofSeconds(20);

  static Peer tdb2(Path home) throws IOException {
    DatasetGraph dataset = DatabaseMgr.createDatasetGraph();
    dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
    return new JenaPeer("TDB2", filled(dataset, home));
  }

  /** It has no union of its own at any speed, so the triples stand in the default graph as well. */
  static Peer txnMem(Path home) throws IOException {
    DatasetGraph dataset = filled(DatasetGraphFactory.createTxnMem(), home);
    Txn.executeWrite(dataset, () -> {
      var quads = java.util.stream.StreamSupport.stream(((Iterable<org.apache.jena.sparql.core.Quad>) dataset::find).spliterator(), false).toList();
      quads.forEach(quad -> dataset.getDefaultGraph().add(quad.asTriple()));
    });
    return new JenaPeer("TxnMem", dataset);
  }

  private static DatasetGraph filled(DatasetGraph dataset, Path home) throws IOException {
    var files = Peer.files(home);
    Txn.executeWrite(dataset, () -> files.forEach(file -> RDFDataMgr.read(dataset, file.toUri().toString())));
    return dataset;
  }

  @Override
  public IntSupplier prepare(Question question) {
    Query query = QueryFactory.create(question.text());
    return () -> Txn.calculateRead(dataset, () -> rows(query));
  }

  private int rows(Query query) {
    try (QueryExec execution = QueryExec.dataset(dataset).query(query).timeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS).build()) {
      RowSet rows = execution.select();
      int count = 0;
      while (rows.hasNext()) {
        var row = rows.next();
        rows.getResultVars().forEach(row::get);
        count++;
      }
      return count;
    } catch (QueryCancelledException late) {
      return -1;
    }
  }
}
