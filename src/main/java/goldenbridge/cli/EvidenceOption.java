package goldenbridge.cli;

import goldenbridge.graph.Labels;
import goldenbridge.graph.Passage;
import goldenbridge.query.Citation;
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

  /** A passage as an answer cites it. */
  static Citation cite(Passage passage, Labels labels, String language) {
    return new Citation(passage.iri(), labels.of(passage.iri(), language), passage.source(), passage.place(),
        passage.voice().orElse(null), passage.voice().map(voice -> labels.of(voice, language)).orElse(""));
  }
}
