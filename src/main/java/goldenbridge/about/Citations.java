package goldenbridge.about;

import goldenbridge.graph.Passage;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.Citation;
import goldenbridge.query.TracedAnswer;
import java.util.List;

/** Names the passages that hold what an answer matched. */
public final class Citations {
  private final Snapshot snapshot;
  private final String language;

  public Citations(Snapshot snapshot, String language) {
    this.snapshot = snapshot;
    this.language = language;
  }

  /** One list for each row, triple or verdict. */
  public List<List<Citation>> of(TracedAnswer traced) {
    return Citation.ofRows(traced.matched(), snapshot.evidence()::of, this::cite);
  }

  private Citation cite(Passage passage) {
    return new Citation(passage.iri(), snapshot.labels().of(passage.iri(), language), passage.source(), passage.place(),
        passage.voice().orElse(null), passage.voice().map(voice -> snapshot.labels().of(voice, language)).orElse(""));
  }
}
