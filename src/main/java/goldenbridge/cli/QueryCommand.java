package goldenbridge.cli;

import goldenbridge.fault.Problem;
import goldenbridge.graph.Home;
import goldenbridge.graph.PreparedHome;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.CannedQuery;
import goldenbridge.query.Choices;
import goldenbridge.query.QueryCatalog;
import goldenbridge.query.QueryFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.query.Query;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code query NAME [k=v…]}: answers a canned question. */
final class QueryCommand extends Command {
  private final HomeOption home = new HomeOption(spec);

  private final OutputOption output = new OutputOption(spec);

  private final ExecutionOption execution = new ExecutionOption(spec);

  private final Given<String> name = Given.word(spec, "NAME", "The query's name; the command queries lists them.");

  private final Given<List<String>> assignments = Given.words(spec, String.class, PositionalParamSpec.builder().index("1..*")
      .paramLabel("k=v").description("Its parameters; give one again for several values."));

  QueryCommand(Cli cli) {
    super(cli, "query", "Answer a canned query.");
  }

  @Override
  public Integer call() {
    Home folder = home.home();
    Map<String, List<String>> arguments = arguments();
    QueryFile file = QueryCatalog.of(folder.queries()).open(name.known());
    PreparedHome prepared = HomeOption.prepare(folder);
    Cli.makeDecimals();
    cli.awaitJena();
    CompletableFuture<Snapshot> loading = CompletableFuture.supplyAsync(prepared::loadQuads);
    CannedQuery canned = file.parse();
    Snapshot snapshot = HomeOption.loaded(loading);
    Query query = canned.bind(arguments, snapshot.entities()::resolve, new Choices(snapshot.dataset(), snapshot.prefixes()));
    AnswerOutput answers = new AnswerOutput(cli, output, snapshot);
    execution.answer(query, snapshot, answers, answers.envelope(name.known(), arguments));
    return ExitCode.DONE.number();
  }

  private Map<String, List<String>> arguments() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String assignment : assignments.value().orElse(List.of())) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw Problem.badInput("usage", "\"" + assignment + "\" is no parameter", "write it as name=value").raise();
      }
      values.computeIfAbsent(assignment.substring(0, equals), key -> new ArrayList<>()).add(assignment.substring(equals + 1));
    }
    return values;
  }
}
