package goldenbridge.http;

import java.util.Locale;
import java.util.Set;

/** Tells queries that answer the same every time from those that do not, by their text alone: the tag is made before they run. */
final class SteadyText {
  private static final Set<String> CHANGING = Set.of("NOW", "RAND", "UUID", "STRUUID", "BNODE");
  private static final int LONGEST = 7;

  private SteadyText() {}

  /** Whether the query calls a function by which it answers otherwise the next time; in doubt it does. */
  static boolean changes(String query) {
    for (int bracket = query.indexOf('('); bracket >= 0; bracket = query.indexOf('(', bracket + 1)) {
      int end = bracket;
      while (end > 0 && Character.isWhitespace(query.charAt(end - 1))) {
        end--;
      }
      int start = end;
      while (start > 0 && end - start <= LONGEST && Character.isLetter(query.charAt(start - 1))) {
        start--;
      }
      if (CHANGING.contains(query.substring(start, end).toUpperCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }
}
