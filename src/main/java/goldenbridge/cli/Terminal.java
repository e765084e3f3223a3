package goldenbridge.cli;

import java.io.Console;
import picocli.CommandLine;

/** What is known of the terminal behind stdout. */
final class Terminal {
  private static final int NARROWEST = 40;

  private Terminal() {}

  /** Told by the launcher, which knows at once; Java looks for consoles of several kinds first. */
  static boolean isInteractive() {
    String told = System.getProperty("goldenbridge.terminal");
    return told == null ? hasConsole() : Boolean.parseBoolean(told);
  }

  private static boolean hasConsole() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From Java 22 on there is always a console, and only this tells whether a person sits before it.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }

  /** Columns of the terminal, by {@code COLUMNS} or by asking it. */
  static int width() {
    String told = System.getenv("COLUMNS");
    if (told != null && told.matches("\\d{1,4}")) {
      return Math.max(NARROWEST, Integer.parseInt(told));
    }
    CommandLine asking = new CommandLine(CommandLine.Model.CommandSpec.create());
    asking.getCommandSpec().usageMessage().autoWidth(true);
    return Math.max(NARROWEST, asking.getCommandSpec().usageMessage().width());
  }
}
