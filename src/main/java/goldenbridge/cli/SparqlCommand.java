package goldenbridge.cli;

import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.QueryRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.jena.query.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code sparql FILE|-|TEXT}: runs any SPARQL 1.1 query; the graph's own prefixes need not be declared. */
@Command(name = "sparql", description = "Run a SPARQL 1.1 query on the union of all graphs.", mixinStandardHelpOptions = true, addMethodSubcommands = false)
final class SparqlCommand implements Callable<Integer> {
  @ParentCommand
  private Cli cli;

  @Mixin
  private HomeOption home;

  @Mixin
  private OutputOption output;

  @Mixin
  private ExecutionOption execution;

  @Parameters(index = "0", paramLabel = "FILE|-|TEXT", description = "A file, - for standard input, or the query itself.")
  private String source;

  @Override
  public Integer call() {
    Text text = text();
    Snapshot snapshot = HomeOption.load(home.home());
    Query query = QueryRunner.parse(text.content, text.shown, snapshot.prefixes());
    AnswerOutput answers = new AnswerOutput(cli, output, snapshot);
    execution.answer(query, snapshot, answers, answers.envelope("", Map.of()));
    return ExitCode.DONE.number();
  }

  private record Text(String content, String shown) {}

  private Text text() {
    try {
      if (source.equals("-")) {
        return new Text(new String(cli.streams().in().readAllBytes(), StandardCharsets.UTF_8), "standard input");
      }
      if (looksLikeQuery()) {
        return new Text(source, "query");
      }
      return new Text(Files.readString(Path.of(source), StandardCharsets.UTF_8), source);
    } catch (IOException | InvalidPathException unreadable) {
      throw Problem.badData("unreadable", "cannot read the query (" + unreadable.getClass().getSimpleName() + ")", Place.of(source),
          "give a file, - or the text of a query").raise();
    }
  }

  /** A query has a brace, and hardly any file name has. */
  private boolean looksLikeQuery() {
    return source.contains("{") || source.strip().matches("(?is)describe\\s.*");
  }
}
