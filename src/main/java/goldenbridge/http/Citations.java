package goldenbridge.http;

import goldenbridge.graph.Labels;
import goldenbridge.graph.Passage;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.Citation;
import java.util.List;
import org.apache.jena.sparql.core.Quad;

/** Names the passages that hold a quad. */
final class Citations {
  private Citations() {}

  /** Those of any graph when the query asked the union, else that of the graph that it named. */
  static List<Citation> of(Quad quad, Snapshot snapshot, String language) {
    List<Passage> passages = quad.isDefaultGraph()
        ? snapshot.evidence().of(quad.asTriple())
        : snapshot.evidence().named(quad.getGraph()).stream().toList();
    return passages.stream().map(passage -> cite(passage, snapshot.labels(), language)).toList();
  }

  private static Citation cite(Passage passage, Labels labels, String language) {
    return new Citation(passage.iri(), labels.of(passage.iri(), language), passage.source(), passage.place(),
        passage.voice().orElse(null), passage.voice().map(voice -> labels.of(voice, language)).orElse(""));
  }
}
