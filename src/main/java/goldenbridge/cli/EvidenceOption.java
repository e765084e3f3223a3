package goldenbridge.cli;

import goldenbridge.graph.Passage;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.Citation;
import java.util.List;
import org.apache.jena.sparql.core.Quad;
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

  /** The passages of a quad that a query matched: of any graph when it asked the union, else of the graph that it named. */
  static List<Citation> cite(Quad quad, Snapshot snapshot, String language) {
    List<Passage> passages = quad.isDefaultGraph()
        ? snapshot.evidence().of(quad.asTriple())
        : snapshot.evidence().named(quad.getGraph()).stream().toList();
    return passages.stream().map(passage -> new Citation(passage.iri(), snapshot.labels().of(passage.iri(), language), passage.source(),
        passage.place(), passage.voice().orElse(null), passage.voice().map(voice -> snapshot.labels().of(voice, language)).orElse(""))).toList();
  }
}
