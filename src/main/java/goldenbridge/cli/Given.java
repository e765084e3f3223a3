package goldenbridge.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * An option or a word of a command, and what the user gave for it; known once picocli has read the line.
 *
 * @param <T> the type of its value
 */
final class Given<T> {
  private final ArgSpec declared;

  private Given(ArgSpec declared) {
    this.declared = declared;
  }

  /** An option with a value of a type that picocli reads. */
  static <T> Given<T> option(CommandSpec command, Class<T> type, OptionSpec.Builder option) {
    return added(command, option.type(type).arity("1"));
  }

  /** An option that is a path; picocli would look for its reader by reflection. */
  static Given<Path> path(CommandSpec command, OptionSpec.Builder option) {
    return added(command, option.type(Path.class).arity("1").converters(Path::of));
  }

  /** An option without a value. */
  static Given<Boolean> flag(CommandSpec command, OptionSpec.Builder option) {
    return added(command, option.type(Boolean.class).arity("0"));
  }

  /** An option without a value that may be given several times. */
  static Given<boolean[]> repeated(CommandSpec command, OptionSpec.Builder option) {
    return added(command, option.type(boolean[].class).arity("0"));
  }

  private static <T> Given<T> added(CommandSpec command, OptionSpec.Builder option) {
    OptionSpec declared = option.build();
    command.addOption(declared);
    return new Given<>(declared);
  }

  /** The first word after the command. */
  static Given<String> word(CommandSpec command, String label, String description) {
    return added(command, PositionalParamSpec.builder().index("0").type(String.class).arity("1").required(true).paramLabel(label).description(description));
  }

  /** All words from one on. */
  static <T> Given<List<T>> words(CommandSpec command, Class<T> type, PositionalParamSpec.Builder words) {
    return added(command, words.type(List.class).auxiliaryTypes(type).arity("0..1"));
  }

  private static <T> Given<T> added(CommandSpec command, PositionalParamSpec.Builder words) {
    PositionalParamSpec declared = words.build();
    command.addPositional(declared);
    return new Given<>(declared);
  }

  /** What every command has. */
  static void standard(CommandSpec command) {
    command.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help message and exit.").build());
    command.addOption(OptionSpec.builder("-V", "--version").versionHelp(true).description("Print version information and exit.").build());
    command.versionProvider(new Version());
  }

  /** What was given, or else its default. */
  Optional<T> value() {
    return Optional.ofNullable(declared.getValue());
  }

  /** The same for what must be given or has a default. */
  T known() {
    return value().orElseThrow();
  }

  /** Whether a flag is set. */
  static boolean isSet(Given<Boolean> flag) {
    return flag.value().orElse(false);
  }
}
