package goldenbridge.cli;

import goldenbridge.graph.Home;
import goldenbridge.query.QueryCatalog;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code rehearse}: runs the short commands and every query, and writes nothing. The launcher makes its archive
 * of what this run loads; of one query alone the archive lacked what the others need. Hidden, since nobody else has a use for it.
 */
final class RehearseCommand extends Command {
  static final String NAME = "rehearse";
  private static final List<String> FORMS = List.of("-f json", "-f csv", "--evidence");

  private final HomeOption home = new HomeOption(spec);

  RehearseCommand(Cli cli) {
    super(cli, NAME, "Run the short commands once, silently, so that the launcher can keep what they load.");
    spec.usageMessage().hidden(true);
  }

  @Override
  public Integer call() {
    Home folder = home.home();
    List<String> queries = QueryCatalog.of(folder.queries()).names(); // one that needs a value says so, as it would to a user
    Stream.of("queries", "info").forEach(words -> run(words, folder));
    queries.forEach(name -> run("query " + name, folder));
    queries.stream().limit(1).forEach(name -> FORMS.forEach(form -> run("query " + name + " " + form, folder)));
    run("describe " + folder.root().getFileName(), folder); // nothing is called so, mostly, but it is looked for
    return ExitCode.DONE.number();
  }

  private static void run(String words, Home folder) {
    Streams silent = Streams.of(System.in, OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
    Cli.run(silent, Stream.concat(Stream.of(words.split(" ")), Stream.of("--home", folder.root().toString())).toArray(String[]::new));
  }
}
