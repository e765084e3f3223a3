package goldenbridge.cli;

import goldenbridge.graph.Snapshot;
import goldenbridge.graph.Summary;
import goldenbridge.query.QueryCatalog;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** {@code info}: what is there to be asked. */
final class InfoCommand extends Command {
  private final HomeOption home = new HomeOption(spec);

  private final Given<String> language = Given.option(spec, String.class, OptionSpec.builder("--lang").paramLabel("TAG").defaultValue("en")
      .description("Language of labels (default: ${DEFAULT-VALUE})."));

  InfoCommand(Cli cli) {
    super(cli, "info", "Show the graph's title, version and numbers.");
  }

  @Override
  public Integer call() {
    Snapshot snapshot = HomeOption.load(home.home());
    Summary summary = Summary.of(snapshot);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("title", snapshot.description().title(language.known())));
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
        snapshot.labels().known(type, language.known()).ifPresent(label -> rows.add(List.of(label, String.valueOf(count)))));
    cli.streams().out().print(TableWriter.table(List.of("what", "value"), rows, TableWriter.UNLIMITED));
    return ExitCode.DONE.number();
  }
}
