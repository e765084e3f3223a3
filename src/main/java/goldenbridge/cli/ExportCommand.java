package goldenbridge.cli;

import goldenbridge.export.Export;
import goldenbridge.export.Exported;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code export -o DIR}: copies of the graph for other tools. */
@Command(name = "export", description = "Write the graph as files for other tools: quads, triples, tables, GraphML, VoID.", mixinStandardHelpOptions = true, addMethodSubcommands = false)
final class ExportCommand implements Callable<Integer> {
  @ParentCommand
  private Cli cli;

  @Mixin
  private HomeOption home;

  @Option(names = {"-o", "--output"}, paramLabel = "DIR", required = true, description = "A new folder, or an export to replace; it appears whole or not at all.")
  private Path folder;

  @Override
  public Integer call() {
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
