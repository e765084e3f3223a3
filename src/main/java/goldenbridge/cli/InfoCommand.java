package goldenbridge.cli;

import goldenbridge.graph.Snapshot;
import goldenbridge.graph.Summary;
import goldenbridge.query.QueryCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code info}: what is there to be asked. */
@Command(name = "info", description = "Show the graph's title, version and numbers.", mixinStandardHelpOptions = true, addMethodSubcommands = false)
final class InfoCommand implements Callable<Integer> {
  @ParentCommand
  private Cli cli;

  @Mixin
  private HomeOption home;

  @Option(names = "--lang", paramLabel = "TAG", defaultValue = "en", description = "Language of labels (default: ${DEFAULT-VALUE}).")
  private String language;

  @Override
  public Integer call() {
    Snapshot snapshot = HomeOption.load(home.home());
    Summary summary = Summary.of(snapshot);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("title", snapshot.description().title(language)));
    rows.add(List.of("version", snapshot.description().version()));
    rows.add(List.of("content", snapshot.version()));
    rows.add(List.of("home", snapshot.home().root().toString()));
    rows.add(List.of("sources", String.valueOf(summary.sources())));
    rows.add(List.of("passages", String.valueOf(summary.passages())));
    rows.add(List.of("triples", String.valueOf(summary.triples())));
    rows.add(List.of("quads", String.valueOf(summary.quads())));
    rows.add(List.of("graphs", String.valueOf(summary.graphs())));
    rows.add(List.of("queries", String.valueOf(QueryCatalog.of(snapshot.home().queries()).names().size())));
    summary.classes().forEach((type, count) ->
        snapshot.labels().known(type, language).ifPresent(label -> rows.add(List.of(label, String.valueOf(count)))));
    cli.streams().out().print(TableWriter.table(List.of("what", "value"), rows, TableWriter.UNLIMITED));
    return ExitCode.DONE.number();
  }
}
