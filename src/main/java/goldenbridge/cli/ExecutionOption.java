package goldenbridge.cli;

import goldenbridge.graph.Snapshot;
import goldenbridge.query.AnswerWriter;
import goldenbridge.query.QueryRunner;
import goldenbridge.query.RemoteRunner;
import goldenbridge.query.TracedAnswer;
import java.util.Optional;
import org.apache.jena.query.Query;
import picocli.CommandLine.Model.CommandSpec;

/** How a query is run: within which limits, with its evidence or not, here or on another endpoint. */
final class ExecutionOption {
  private final LimitOption limits;
  private final EvidenceOption evidence;
  private final EndpointOption endpoint;

  ExecutionOption(CommandSpec command) {
    limits = new LimitOption(command);
    evidence = new EvidenceOption(command);
    endpoint = new EndpointOption(command);
  }

  void answer(Query query, Snapshot snapshot, AnswerOutput output, AnswerWriter.Envelope envelope) {
    Optional<RemoteRunner> remote = endpoint.remote(evidence);
    if (remote.isPresent()) {
      output.write(remote.get().run(query, limits.limits()), envelope);
    } else if (evidence.wanted()) {
      output.write(TracedAnswer.run(snapshot.dataset(), query, limits.limits()), envelope);
    } else {
      output.write(QueryRunner.run(snapshot.dataset(), query, limits.limits()), envelope);
    }
  }
}
