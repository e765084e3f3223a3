package goldenbridge.query;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * A piece of evidence as an answer cites it.
 *
 * @param passage the name of the graph
 * @param label for people, such as the source's title and the place in it
 * @param source where it was published
 * @param place the position in the source, {@code ""} when it has none
 * @param speaker who says so, or null when the source speaks for itself
 * @param speakerLabel the speaker's name, or {@code ""}
 */
public record Citation(Node passage, String label, Node source, String place, Node speaker, String speakerLabel) implements Comparable<Citation> {
  private static final Comparator<Citation> ORDER = Comparator.comparing(citation -> citation.passage.toString());

  @Override
  public int compareTo(Citation other) {
    return ORDER.compare(this, other);
  }

  /**
   * The citations of each row: those of all quads that it matched, each once, by name. What many rows share is looked up once.
   *
   * @param passages those that hold a quad
   */
  public static <P> List<List<Citation>> ofRows(List<Set<Quad>> matched, Function<Quad, List<P>> passages, Function<P, Citation> cite) {
    Map<Quad, List<P>> known = new HashMap<>();
    Map<P, Citation> cited = new HashMap<>();
    return matched.stream().map(quads -> {
      Set<P> ofRow = new LinkedHashSet<>();
      quads.forEach(quad -> ofRow.addAll(known.computeIfAbsent(quad, passages)));
      return ofRow.stream().map(passage -> cited.computeIfAbsent(passage, cite)).sorted().toList();
    }).toList();
  }

  /** The label with the speaker, if there is one. */
  public String text() {
    return speakerLabel.isEmpty() ? label : label + " (" + speakerLabel + ")";
  }
}
