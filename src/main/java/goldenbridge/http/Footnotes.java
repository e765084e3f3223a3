package goldenbridge.http;

import goldenbridge.graph.Passage;
import goldenbridge.query.Citation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;

/** The evidence of one page: each passage gets a number when it is first cited. */
final class Footnotes {
  /** Of one row or statement; more weigh and help nobody, and the data forms have all. */
  private static final int MOST_MARKS = 12;

  private final Cells cells;
  private final Map<Node, Integer> numbers = new LinkedHashMap<>();
  private final List<Map<String, Object>> notes = new ArrayList<>();

  Footnotes(Cells cells) {
    this.cells = cells;
  }

  /** The marks of the citations of one row or statement; the last may only tell how many {@code more} there are. */
  List<Map<String, Object>> cite(List<Citation> citations) {
    return marks(citations, citation -> mark(citation.passage(), citation.source(), citation.place(), Optional.ofNullable(citation.speaker())));
  }

  List<Map<String, Object>> passages(List<Passage> passages) {
    return marks(passages, passage -> mark(passage.iri(), passage.source(), passage.place(), passage.voice()));
  }

  private <P> List<Map<String, Object>> marks(List<P> passages, Function<P, Map<String, Object>> mark) {
    List<Map<String, Object>> marks = new ArrayList<>();
    passages.stream().limit(MOST_MARKS).map(mark).forEach(marks::add);
    if (passages.size() > MOST_MARKS) {
      marks.add(Map.of("more", cells.words().number(BigDecimal.valueOf(passages.size() - MOST_MARKS))));
    }
    return marks;
  }

  /** All notes so far, in the order of their numbers: number, passage, source, place, voice. */
  List<Map<String, Object>> notes() {
    return notes;
  }

  private Map<String, Object> mark(Node passage, Node source, String place, Optional<Node> voice) {
    Integer number = numbers.get(passage);
    if (number == null) {
      number = numbers.size() + 1;
      numbers.put(passage, number);
      notes.add(note(number, passage, source, place, voice));
    }
    return notes.get(number - 1);
  }

  private Map<String, Object> note(int number, Node passage, Node source, String place, Optional<Node> voice) {
    Map<String, Object> note = new LinkedHashMap<>();
    note.put("number", number);
    note.put("passage", cells.of(passage));
    note.put("source", cells.of(source));
    note.put("place", place);
    voice.ifPresent(speaker -> note.put("voice", cells.of(speaker)));
    return note;
  }
}
