package goldenbridge.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The forms in which texts are compared. */
final class Spelling {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int LEAST_SOUND = 4;

  /** Ways to write one sound, in the order in which they are replaced. */
  private static final List<Map.Entry<Pattern, String>> SOUNDS = Stream.of("[^a-z]>", "shch|sch|sh|ts|tz>s", "ch|jj|zh|dz|j>c", "kh|gh|kk|ck|x|q|g>k",
      "ph|pp|f|v|b>p", "th|tt|d>t", "z>s", "r>l", "ng>n", "[aeiouywh]>", "(.)\\1+>$1")
      .map(rule -> rule.split(">", 2)).map(rule -> Map.entry(Pattern.compile(rule[0]), rule[1])).toList();

  private Spelling() {}

  /**
   * Small letters without accents, one space between words. A syllable of Hangul comes apart into its letters, so that one that
   * is still being typed is the beginning of the whole.
   */
  static String folded(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    return BETWEEN.matcher(MARKS.matcher(apart).replaceAll("")).replaceAll(" ").strip();
  }

  /** The folded text in Latin letters. */
  static String latin(String text) {
    return folded(Latin.of(text));
  }

  static List<String> words(String folded) {
    return Stream.of(folded.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  /**
   * What stays of a Latin text when the ways to write the same sounds are taken for one: consonants in classes, no vowels.
   *
   * @return {@code ""} when too little stays to mean anything
   */
  static String sound(String latin) {
    String sound = latin;
    for (Map.Entry<Pattern, String> rule : SOUNDS) {
      sound = rule.getKey().matcher(sound).replaceAll(rule.getValue());
    }
    return sound.length() < LEAST_SOUND ? "" : sound;
  }
}
