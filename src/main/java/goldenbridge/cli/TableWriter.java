package goldenbridge.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/** Sets rows in columns for a reader, wrapped to a width; a wide East Asian character counts as two. */
final class TableWriter {
  /** A width that nothing reaches: for output that no person reads on a terminal. */
  static final int UNLIMITED = 1 << 20;

  private static final int GAP = 2;
  private static final int NARROWEST = 6;
  private static final Help.ColorScheme PLAIN = Help.defaultColorScheme(Ansi.OFF);

  private TableWriter() {}

  /** The table with a rule under its head; every line ends in {@code \n} and has no trailing blanks. */
  static String table(List<String> head, List<List<String>> rows, int width) {
    int[] widths = widths(head, rows, width);
    List<Column> columns = Arrays.stream(widths).mapToObj(w -> new Column(w + GAP, 0, Column.Overflow.WRAP)).toList();
    TextTable table = TextTable.forColumns(PLAIN, columns.toArray(Column[]::new));
    table.setAdjustLineBreaksForWideCJKCharacters(true);
    table.addRowValues(head.toArray(String[]::new));
    table.addRowValues(IntStream.of(widths).mapToObj("─"::repeat).toArray(String[]::new));
    rows.forEach(row -> table.addRowValues(row.stream().map(cell -> cell.replaceAll("\\s+", " ")).toArray(String[]::new)));
    StringBuilder text = new StringBuilder();
    table.toString().lines().forEach(line -> text.append(line.stripTrailing()).append('\n'));
    return text.toString();
  }

  private static int[] widths(List<String> head, List<List<String>> rows, int width) {
    int[] widths = new int[head.size()];
    List<List<String>> all = new ArrayList<>(rows);
    all.add(head);
    all.forEach(row -> IntStream.range(0, widths.length).forEach(i -> widths[i] = Math.max(widths[i], columns(row.get(i)))));
    // The widest column gives way, one step at a time, until the row fits or nothing is left to give.
    while (IntStream.of(widths).sum() + GAP * widths.length > width) {
      int widest = Collections.max(IntStream.range(0, widths.length).boxed().toList(), (a, b) -> Integer.compare(widths[a], widths[b]));
      if (widths[widest] <= NARROWEST) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  /** How many terminal columns a text takes. */
  static int columns(String text) {
    return PLAIN.ansi().new Text(text.replaceAll("\\s+", " "), PLAIN).getCJKAdjustedLength();
  }
}
