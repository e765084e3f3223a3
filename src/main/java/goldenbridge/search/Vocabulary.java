package goldenbridge.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The words of all names, each with the numbers of the names that have it. Filled once, then only read. */
final class Vocabulary {
  private static final int LEAST_PART = 3;
  private static final int LEAST_SIMILAR = 4;
  private static final int LEAST_TWO_ERRORS = 8;
  private static final LevenshteinDistance ONE = new LevenshteinDistance(1);
  private static final LevenshteinDistance TWO = new LevenshteinDistance(2);

  private final TreeMap<String, List<Integer>> words = new TreeMap<>();
  private final Map<String, List<String>> sounds = new HashMap<>();

  void add(String word, int name) {
    List<Integer> names = words.computeIfAbsent(word, this::heard);
    if (names.isEmpty() || names.get(names.size() - 1) != name) {
      names.add(name);
    }
  }

  private List<Integer> heard(String word) {
    String sound = Spelling.sound(word);
    if (!sound.isEmpty()) {
      sounds.computeIfAbsent(sound, absent -> new ArrayList<>(2)).add(word);
    }
    return new ArrayList<>(2);
  }

  /** Tells the names with a word that fits; a name may come more than once. */
  void find(String typed, BiConsumer<Match, List<Integer>> sink) {
    words.subMap(typed, typed + Character.MAX_VALUE).forEach((word, names) ->
        sink.accept(word.length() == typed.length() ? Match.EXACT : Match.BEGINNING, names));
    if (typed.length() >= LEAST_PART) {
      words.forEach((word, names) -> {
        if (word.indexOf(typed, 1) > 0) {
          sink.accept(Match.PART, names);
        } else if (typed.length() >= LEAST_SIMILAR && isSimilar(word, typed)) {
          sink.accept(Match.SIMILAR, names);
        }
      });
    }
    String sound = Spelling.sound(typed);
    if (!sound.isEmpty()) {
      sounds.getOrDefault(sound, List.of()).forEach(word -> sink.accept(Match.SOUND, words.get(word)));
    }
  }

  /** The whole word, or the beginning of a longer one, with an error or, in a long word, two. */
  private static boolean isSimilar(String word, String typed) {
    LevenshteinDistance distance = typed.length() >= LEAST_TWO_ERRORS ? TWO : ONE;
    int errors = distance.getThreshold();
    if (word.length() < typed.length() - errors) {
      return false;
    }
    String start = word.substring(0, Math.min(word.length(), typed.length()));
    return distance.apply(word.length() <= typed.length() + errors ? word : start, typed) >= 0 || areSwapped(start, typed);
  }

  /** Two neighbours have changed places, which is one slip of the fingers. */
  private static boolean areSwapped(String word, String typed) {
    int at = 0;
    while (at < typed.length() - 1 && at < word.length() && word.charAt(at) == typed.charAt(at)) {
      at++;
    }
    return word.length() == typed.length() && at < typed.length() - 1 && word.charAt(at) == typed.charAt(at + 1)
        && word.charAt(at + 1) == typed.charAt(at) && word.startsWith(typed.substring(at + 2), at + 2);
  }
}
