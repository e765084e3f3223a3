package goldenbridge.cli;

import goldenbridge.export.Export;
import goldenbridge.export.Exported;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** {@code export -o DIR}: copies of the graph for other tools. */
final class ExportCommand extends Command {
  private final HomeOption home = new HomeOption(spec);

  private final Given<Path> folder = Given.path(spec, OptionSpec.builder("-o", "--output").paramLabel("DIR").required(true)
      .description("A new folder, or an export to replace; it appears whole or not at all."));

  ExportCommand(Cli cli) {
    super(cli, "export", "Write the graph as files for other tools: quads, triples, tables, GraphML, VoID.");
  }

  @Override
  public Integer call() {
    Path folder = this.folder.known();
    boolean watched = Terminal.isInteractive();
    List<Exported> files = new Export(HomeOption.load(home.home()), name -> {
      if (watched) {
        cli.say("writing " + name);
      }
    }).to(folder);
    files.forEach(file -> cli.streams().out().println(folder.resolve(file.name()) + "  " + file.size()));
    return ExitCode.DONE.number();
  }
}
