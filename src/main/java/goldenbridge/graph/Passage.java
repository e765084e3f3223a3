package goldenbridge.graph;

import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * One piece of evidence: a graph whose name the data describes as a passage or a curation of a source.
 *
 * @param place the position in the source as printed there, {@code ""} for a curation
 * @param speaker who says so, or null when the source speaks for itself
 * @param relay who passed the words on, or null
 */
public record Passage(Node iri, Node source, String place, Node speaker, Node relay) implements Comparable<Passage> {
  /** The actor whose claim it is: the speaker, if the source names one. */
  public Optional<Node> voice() {
    return Optional.ofNullable(speaker);
  }

  public boolean isCuration() {
    return place.isEmpty();
  }

  @Override
  public int compareTo(Passage other) {
    // Plainly, as in Place: Java would put comparators together anew at every start.
    int bySource = source.toString().compareTo(other.source.toString());
    int byPlace = bySource == 0 ? Integer.compare(number(place), number(other.place)) : bySource;
    return byPlace == 0 ? iri.toString().compareTo(other.iri.toString()) : byPlace;
  }

  private static int number(String place) {
    boolean counts = !place.isEmpty() && place.length() <= 9 && place.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    return counts ? Integer.parseInt(place) : Integer.MAX_VALUE;
  }
}
