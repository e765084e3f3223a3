package goldenbridge.bench;

import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Home;
import goldenbridge.graph.SnapshotLoader;
import goldenbridge.query.Answer;
import goldenbridge.query.Limits;
import goldenbridge.query.QueryRunner;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;

/** Ours, as the program itself runs a query: guarded and within limits. */
record GuardedPeer(DatasetGraph dataset) implements Peer {
  private static final Limits LIMITS = new Limits(JenaPeer.LIMIT, Integer.MAX_VALUE);

  static Peer load(Path home) {
    return new GuardedPeer(SnapshotLoader.load(Home.of(home)).dataset());
  }

  @Override
  public String name() {
    return "ours";
  }

  @Override
  public IntSupplier prepare(Question question) {
    Query query = QueryRunner.parse(question.text(), question.name());
    return () -> rows(query);
  }

  private int rows(Query query) {
    try {
      Answer.Rows answer = (Answer.Rows) QueryRunner.run(dataset, query, LIMITS);
      answer.rows().forEach(row -> answer.columns().forEach(row::get));
      return answer.rows().size();
    } catch (ProblemException late) {
      return -1;
    }
  }
}
