package goldenbridge.search;

import java.util.Locale;

/** How what was typed fits a name, best first. */
public enum Match {
  /** The whole name, or whole words of it. */
  EXACT(1.0),
  /** The beginning of a word. */
  BEGINNING(0.9),
  /** A piece from inside a word. */
  PART(0.7),
  /** A word with one or two wrong letters. */
  SIMILAR(0.6),
  /** Other letters for the same sounds. */
  SOUND(0.4);

  final double quality;

  Match(double quality) {
    this.quality = quality;
  }

  /** The name in an answer. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  Match worse(Match other) {
    return quality < other.quality ? this : other;
  }
}
