package goldenbridge.cli;

import goldenbridge.fault.Problem;
import goldenbridge.graph.Home;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.CannedQuery;
import goldenbridge.query.Choices;
import goldenbridge.query.QueryCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.query.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code query NAME [k=v…]}: answers a canned question. */
@Command(name = "query", description = "Answer a canned query.", mixinStandardHelpOptions = true, addMethodSubcommands = false)
final class QueryCommand implements Callable<Integer> {
  @ParentCommand
  private Cli cli;

  @Mixin
  private HomeOption home;

  @Mixin
  private OutputOption output;

  @Mixin
  private ExecutionOption execution;

  @Parameters(index = "0", paramLabel = "NAME", description = "The query's name; the command queries lists them.")
  private String name;

  @Parameters(index = "1..*", paramLabel = "k=v", description = "Its parameters; give one again for several values.")
  private List<String> assignments = new ArrayList<>();

  @Override
  public Integer call() {
    Home folder = home.home();
    Map<String, List<String>> arguments = arguments();
    CompletableFuture<Snapshot> loading = CompletableFuture.supplyAsync(() -> HomeOption.load(folder));
    CannedQuery canned = QueryCatalog.of(folder.queries()).find(name);
    Snapshot snapshot = HomeOption.loaded(loading);
    Query query = canned.bind(arguments, snapshot.entities()::resolve, new Choices(snapshot.dataset(), snapshot.prefixes()));
    AnswerOutput answers = new AnswerOutput(cli, output, snapshot);
    execution.answer(query, snapshot, answers, answers.envelope(name, arguments));
    return ExitCode.DONE.number();
  }

  private Map<String, List<String>> arguments() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw Problem.badInput("usage", "\"" + assignment + "\" is no parameter", "write it as name=value").raise();
      }
      values.computeIfAbsent(assignment.substring(0, equals), key -> new ArrayList<>()).add(assignment.substring(equals + 1));
    }
    return values;
  }
}
