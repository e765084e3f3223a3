package goldenbridge.fault;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** "Did you mean": the known names closest to a mistyped one. */
public final class Nearest {
  private static final int SHOWN = 3;

  private Nearest() {}

  /** Up to three names within a third of the word's length in edits (one for short words), or that contain it; nearest first. */
  public static List<String> to(String word, Collection<String> known) {
    String asked = fold(word);
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    record Candidate(String name, int edits) {}
    return known.stream()
        .distinct()
        .map(name -> new Candidate(name, contains(fold(name), asked) ? 0 : distance.apply(fold(name), asked)))
        .filter(candidate -> candidate.edits <= (asked.length() < 4 ? 1 : Math.max(2, asked.length() / 3)))
        .sorted(Comparator.comparingInt(Candidate::edits).thenComparingInt(candidate -> Math.abs(candidate.name().length() - asked.length()))
            .thenComparing(Candidate::name))
        .limit(SHOWN)
        .map(Candidate::name)
        .toList();
  }

  /** {@code "did you mean a, b?"}, or the fallback when nothing is near. */
  public static String hint(String word, Collection<String> known, String fallback) {
    List<String> near = to(word, known);
    return near.isEmpty() ? fallback : "did you mean " + String.join(", ", near) + "?";
  }

  private static boolean contains(String name, String asked) {
    return asked.length() > 2 && name.contains(asked);
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
