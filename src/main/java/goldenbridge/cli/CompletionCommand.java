package goldenbridge.cli;

import picocli.AutoComplete;

/** {@code generate-completion}: a script by which bash and zsh complete words; hidden, since only an installation asks for it. */
final class CompletionCommand extends Command {
  static final String NAME = "generate-completion";

  CompletionCommand(Cli cli) {
    super(cli, NAME, "Write a script that lets bash or zsh complete the words of ${ROOT-COMMAND-NAME}; for the shell at hand: "
        + "source <(${ROOT-COMMAND-NAME} ${COMMAND-NAME})");
    spec.usageMessage().hidden(true);
  }

  @Override
  public Integer call() {
    // Not println: a shell wants its own line ends.
    cli.streams().out().print(AutoComplete.bash(spec.root().name(), spec.root().commandLine()) + "\n");
    return ExitCode.DONE.number();
  }
}
