package goldenbridge.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An answer that sets two things against each other, as its columns tell: {@code value1}, {@code source1} and {@code value2},
 * {@code source2}; or {@code planStatus}, {@code planSource} and {@code laterStatus}, {@code laterSource}.
 *
 * @param shared places of the columns that both sides have in common
 * @param left places of the columns of the first side, and {@code right} of the second in the same order
 */
record Pairs(List<Integer> shared, List<Integer> left, List<Integer> right) {
  private static final Pattern NUMBERED = Pattern.compile("(?<stem>[A-Za-z]+?)(?<side>[12])");
  private static final Pattern PREFIXED = Pattern.compile("(?<side>[a-z]+)(?<stem>[A-Z]\\w*)");

  /** Empty unless at least two columns of each side have a partner. */
  static Optional<Pairs> of(List<String> columns) {
    return of(columns, NUMBERED).or(() -> of(columns, PREFIXED));
  }

  private static Optional<Pairs> of(List<String> columns, Pattern pattern) {
    Map<String, Map<String, Integer>> bySide = new LinkedHashMap<>();
    for (int place = 0; place < columns.size(); place++) {
      Matcher parts = pattern.matcher(columns.get(place));
      if (parts.matches()) {
        bySide.computeIfAbsent(parts.group("side"), side -> new LinkedHashMap<>()).put(parts.group("stem"), place);
      }
    }
    List<Map<String, Integer>> sides = List.copyOf(bySide.values());
    return sides.size() == 2 && sides.get(0).size() > 1 && sides.get(0).keySet().equals(sides.get(1).keySet())
        ? Optional.of(matched(columns.size(), sides.get(0), sides.get(1))) : Optional.empty();
  }

  private static Pairs matched(int columns, Map<String, Integer> one, Map<String, Integer> other) {
    List<Integer> right = one.keySet().stream().map(other::get).toList();
    return new Pairs(IntStream.range(0, columns).boxed().filter(place -> !one.containsValue(place) && !right.contains(place)).toList(),
        List.copyOf(one.values()), right);
  }

  /** Each row as what it is about and its two sides: lists of columns ({@code head}) with their cells ({@code cell}). */
  List<Map<String, Object>> items(List<Map<String, Object>> columns, List<List<Map<String, Object>>> rows) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (List<Map<String, Object>> row : rows) {
      items.add(Map.of("shared", cells(shared, columns, row), "left", cells(left, columns, row), "right", cells(right, columns, row)));
    }
    return items;
  }

  private static List<Map<String, Object>> cells(List<Integer> places, List<Map<String, Object>> columns, List<Map<String, Object>> row) {
    return places.stream().filter(place -> !row.get(place).get("kind").equals("none"))
        .map(place -> Map.of("head", bare(columns.get(place).get("head").toString()), "cell", (Object) row.get(place))).toList();
  }

  /** Without what tells the sides apart: they stand apart. */
  private static String bare(String head) {
    return head.replaceFirst("^.*: ", "").replaceFirst("\\s[12]$", "");
  }
}
