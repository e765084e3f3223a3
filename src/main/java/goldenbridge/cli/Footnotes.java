package goldenbridge.cli;

import goldenbridge.query.Citation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers citations in the order in which they are met. */
final class Footnotes {
  private final Map<Citation, Integer> numbers = new LinkedHashMap<>();

  /** Such as {@code [1][3]}; {@code –} when no passage holds what was matched. */
  String marks(List<Citation> citations) {
    return citations.isEmpty() ? "–" : citations.stream()
        .map(citation -> "[" + numbers.computeIfAbsent(citation, unseen -> numbers.size() + 1) + "]").collect(Collectors.joining());
  }

  /** The notes, a line each, after an empty line. */
  String text() {
    return numbers.isEmpty() ? "" : numbers.entrySet().stream()
        .map(entry -> "[" + entry.getValue() + "] " + entry.getKey().text() + "\n").collect(Collectors.joining("", "\n", ""));
  }
}
