package goldenbridge.cli;

import goldenbridge.graph.Home;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which graph a command works on. */
final class HomeOption {
  /** Set by the launcher: the folder of the program, whose own graph is the default. */
  static final String PROGRAM = "goldenbridge.program";

  @Option(names = "--home", paramLabel = "DIR",
      description = "The folder with ontology/, data/ and queries/ (default: the working folder, else the program's own).")
  private Path folder;

  Home home() {
    Path working = Path.of("");
    return folder != null ? Home.of(folder) : Home.find(working, Path.of(System.getProperty(PROGRAM, "")));
  }
}
