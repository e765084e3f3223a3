package goldenbridge.http;

import goldenbridge.about.Disputes;
import goldenbridge.graph.Passage;
import goldenbridge.graph.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** What a source says passage by passage, and what one passage says. */
final class Parts {
  private static final Comparator<Triple> ORDER = Comparator.comparing((Triple triple) -> triple.getSubject().toString())
      .thenComparing(triple -> triple.getPredicate().toString()).thenComparing(triple -> triple.getObject().toString());

  private final Snapshot snapshot;
  private final Cells cells;
  private final Footnotes notes;

  Parts(Snapshot snapshot, Cells cells, Footnotes notes) {
    this.snapshot = snapshot;
    this.cells = cells;
    this.notes = notes;
  }

  /** The passages of a source in its order; nothing for what is no source. */
  List<Map<String, Object>> ofSource(Node source) {
    return snapshot.evidence().ofSource(source).stream().map(this::part).toList();
  }

  /** One passage, with the one before and the one after it. */
  Optional<Map<String, Object>> ofPassage(Node iri) {
    return snapshot.evidence().named(iri).map(passage -> {
      Map<String, Object> part = part(passage);
      List<Passage> all = snapshot.evidence().ofSource(passage.source());
      int place = all.indexOf(passage);
      if (place > 0) {
        part.put("before", cells.of(all.get(place - 1).iri()));
      }
      if (place + 1 < all.size()) {
        part.put("after", cells.of(all.get(place + 1).iri()));
      }
      part.put("source", cells.of(passage.source()));
      return part;
    });
  }

  private Map<String, Object> part(Passage passage) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("passage", cells.of(passage.iri()));
    part.put("id", passage.iri().getURI().replaceAll("^.*#", ""));
    part.put("place", passage.place());
    passage.voice().ifPresent(voice -> part.put("voice", cells.of(voice)));
    Optional.ofNullable(passage.relay()).ifPresent(relay -> part.put("relay", cells.of(relay)));
    part.put("subjects", subjects(passage));
    return part;
  }

  /** The statements of a passage by what they are about. */
  private List<Map<String, Object>> subjects(Passage passage) {
    List<Map<String, Object>> subjects = new ArrayList<>();
    Map<Node, List<Map<String, Object>>> bySubject = new LinkedHashMap<>();
    snapshot.dataset().getGraph(passage.iri()).find().toList().stream().filter(triple -> !triple.predicateMatches(RDF.type.asNode())).sorted(ORDER).forEach(triple ->
        bySubject.computeIfAbsent(triple.getSubject(), key -> new ArrayList<>()).add(statement(triple, passage)));
    bySubject.forEach((subject, statements) -> subjects.add(Map.of("subject", called(subject), "statements", statements)));
    return subjects;
  }

  /** A nameless thing is called after its class. */
  private Map<String, Object> called(Node subject) {
    Map<String, Object> cell = new LinkedHashMap<>(cells.of(subject));
    if (Records.isRecord(subject, snapshot)) {
      snapshot.dataset().getDefaultGraph().find(subject, RDF.type.asNode(), Node.ANY).mapWith(triple -> cells.of(triple.getObject())).nextOptional()
          .ifPresent(type -> cell.put("text", type.get("text")));
    }
    return cell;
  }

  /** With the marks of the other sources that say the same: without any, it stands here alone. */
  private Map<String, Object> statement(Triple triple, Passage here) {
    List<Passage> elsewhere = snapshot.evidence().of(triple).stream().filter(passage -> !passage.source().equals(here.source())).toList();
    return Map.of("property", cells.of(triple.getPredicate()), "value", cells.of(triple.getObject()), "marks", notes.passages(elsewhere),
        "disputed", Disputes.of(snapshot).contains(triple));
  }
}
