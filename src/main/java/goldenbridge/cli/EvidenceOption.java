package goldenbridge.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Whether an answer tells for each row which passages make it. */
final class EvidenceOption {
  private final Given<Boolean> wanted;

  EvidenceOption(CommandSpec command) {
    wanted = Given.flag(command, OptionSpec.builder("--evidence")
        .description("Add to every row the passages that hold what it matched: source, place in it, speaker."));
  }

  boolean wanted() {
    return Given.isSet(wanted);
  }
}
