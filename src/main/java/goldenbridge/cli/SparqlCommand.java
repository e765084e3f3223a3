package goldenbridge.cli;

import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import goldenbridge.graph.PreparedHome;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.QueryRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.query.Query;

/** {@code sparql FILE|-|TEXT}: runs any SPARQL 1.1 query; the graph's own prefixes need not be declared. */
final class SparqlCommand extends Command {
  private final HomeOption home = new HomeOption(spec);

  private final OutputOption output = new OutputOption(spec);

  private final ExecutionOption execution = new ExecutionOption(spec);

  private final Given<String> source = Given.word(spec, "FILE|-|TEXT", "A file, - for standard input, or the query itself.");

  SparqlCommand(Cli cli) {
    super(cli, "sparql", "Run a SPARQL 1.1 query on the union of all graphs.");
  }

  @Override
  public Integer call() {
    Text text = text();
    PreparedHome prepared = HomeOption.prepare(home.home());
    cli.awaitJena();
    Snapshot snapshot = prepared.loadQuads();
    Query query = QueryRunner.parse(text.content, text.shown, snapshot.prefixes());
    AnswerOutput answers = new AnswerOutput(cli, output, snapshot);
    execution.answer(query, snapshot, answers, answers.envelope("", Map.of()));
    return ExitCode.DONE.number();
  }

  private record Text(String content, String shown) {}

  private Text text() {
    String source = this.source.known();
    try {
      if (source.equals("-")) {
        return new Text(new String(cli.streams().in().readAllBytes(), StandardCharsets.UTF_8), "standard input");
      }
      if (looksLikeQuery(source)) {
        return new Text(source, "query");
      }
      return new Text(Files.readString(Path.of(source), StandardCharsets.UTF_8), source);
    } catch (IOException | InvalidPathException unreadable) {
      throw Problem.badData("unreadable", "cannot read the query (" + unreadable.getClass().getSimpleName() + ")", Place.of(source),
          "give a file, - or the text of a query").raise();
    }
  }

  /** A query has a brace, and hardly any file name has. */
  private static boolean looksLikeQuery(String source) {
    return source.contains("{") || source.strip().matches("(?is)describe\\s.*");
  }
}
