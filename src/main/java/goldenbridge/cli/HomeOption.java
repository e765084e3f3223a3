package goldenbridge.cli;

import goldenbridge.graph.Home;
import goldenbridge.graph.PreparedHome;
import goldenbridge.graph.Snapshot;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Which graph a command works on. */
final class HomeOption {
  /** Set by the launcher: the folder of the program, whose own graph is the default. */
  static final String PROGRAM = "goldenbridge.program";
  /** Set by the launcher, if there is one: a folder for what this build of the program has read and need not read again. */
  static final String KEPT = "goldenbridge.kept";

  private final Given<Path> folder;

  HomeOption(CommandSpec command) {
    folder = Given.path(command, OptionSpec.builder("--home").paramLabel("DIR")
        .description("The folder with ontology/, data/ and queries/ (default: the working folder, else the program's own)."));
  }

  Home home() {
    Path working = Path.of("");
    return folder.value().map(Home::of).orElseGet(() -> Home.find(working, Path.of(System.getProperty(PROGRAM, ""))));
  }

  /** Loads a home; raises every problem of every file. */
  static Snapshot load(Home home) {
    return prepare(home).load();
  }

  /** What of a home can be read before Jena is ready. */
  static PreparedHome prepare(Home home) {
    return PreparedHome.of(home, kept());
  }

  static Optional<Path> kept() {
    return Optional.ofNullable(System.getProperty(KEPT)).map(Path::of);
  }

  /** What came of a load that began before; its problems as if it had been made here. */
  static Snapshot loaded(CompletableFuture<Snapshot> loading) {
    try {
      return loading.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException told ? told : failed;
    }
  }
}
