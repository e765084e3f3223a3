package goldenbridge.cli;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** Sets rows in columns for a reader, wrapped to a width; a wide East Asian character counts as two. */
final class TableWriter {
  /** A width that nothing reaches: for output that no person reads on a terminal. */
  static final int UNLIMITED = 1 << 20;

  private static final String GAP = "  ";
  private static final int NARROWEST = 6;
  private static final Help.ColorScheme PLAIN = Help.defaultColorScheme(Ansi.OFF);

  private TableWriter() {}

  /** The table with a rule under its head; every line ends in {@code \n} and has no trailing blanks. */
  static String table(List<String> head, List<List<String>> rows, int width) {
    List<List<String>> clean = rows.stream().map(row -> row.stream().map(cell -> cell.replaceAll("\\s+", " ").strip()).toList()).toList();
    int[] widths = widths(head, clean, width);
    StringBuilder text = new StringBuilder();
    append(text, head, widths);
    append(text, IntStream.of(widths).mapToObj("─"::repeat).toList(), widths);
    clean.forEach(row -> append(text, row, widths));
    return text.toString();
  }

  private static int[] widths(List<String> head, List<List<String>> rows, int width) {
    int[] widths = head.stream().mapToInt(TableWriter::columns).toArray();
    rows.forEach(row -> Arrays.setAll(widths, i -> Math.max(widths[i], columns(row.get(i)))));
    // The widest column gives way, one step at a time, until the row fits or nothing is left to give.
    while (IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) > width) {
      int widest = IntStream.range(0, widths.length).reduce(0, (a, b) -> widths[b] > widths[a] ? b : a);
      if (widths[widest] <= NARROWEST) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static void append(StringBuilder text, List<String> row, int[] widths) {
    List<List<String>> cells = IntStream.range(0, widths.length).mapToObj(i -> wrap(row.get(i), widths[i])).toList();
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    for (int line = 0; line < height; line++) {
      StringBuilder one = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = line < cells.get(i).size() ? cells.get(i).get(line) : "";
        one.append(cell).append(" ".repeat(Math.max(0, widths[i] - columns(cell)))).append(GAP);
      }
      text.append(one.toString().stripTrailing()).append('\n');
    }
  }

  /** Breaks a text where its language allows it, and anywhere when a word is wider than the column. */
  private static List<String> wrap(String text, int width) {
    if (columns(text) <= width) {
      return List.of(text);
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
    words.setText(text);
    for (int start = words.first(), end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
      String word = text.substring(start, end);
      if (columns(line + word.stripTrailing()) > width && !line.isEmpty()) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      for (int point : word.codePoints().toArray()) {
        if (columns(line + Character.toString(point)) > width && !Character.isWhitespace(point)) {
          lines.add(line.toString().stripTrailing());
          line.setLength(0);
        }
        line.appendCodePoint(point);
      }
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** How many terminal columns a text takes. */
  static int columns(String text) {
    return PLAIN.ansi().new Text(text, PLAIN).getCJKAdjustedLength();
  }
}
