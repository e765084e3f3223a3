package goldenbridge.check;

import goldenbridge.fault.Place;
import java.lang.Character.UnicodeScript;
import java.util.Set;

/** A report for a person at a terminal, in the manner of a compiler. */
final class TextReport {
  private static final String INDENT = "  ";
  private static final int LONGEST = 160;
  private static final Set<String> UNREAD = Set.of(BuiltIn.SYNTAX.id(), BuiltIn.ENCODING.id(), BuiltIn.UNREADABLE.id());
  private static final Set<UnicodeScript> WIDE = Set.of(UnicodeScript.HANGUL, UnicodeScript.HAN,
      UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

  private final Report report;
  private final SourceLines sources;
  private final StringBuilder text = new StringBuilder();

  TextReport(Report report) {
    this.report = report;
    this.sources = new SourceLines(report.home());
  }

  String text() {
    report.findings().forEach(this::finding);
    long unread = report.findings().stream().filter(TextReport::isUnread).map(finding -> finding.place().file())
        .distinct().count();
    if (unread > 0) {
      text.append("note: ").append(unread == 1 ? "1 file was" : unread + " files were")
          .append(" left out because of broken syntax; findings elsewhere may follow from that\n");
    }
    return text.append(ReportWriter.counts(report)).append('\n').toString();
  }

  /** A broken data file is left out whole, and then others seem to lack what it says. */
  private static boolean isUnread(Finding finding) {
    return UNREAD.contains(finding.rule()) && finding.place().file().matches(".*\\.(ttl|trig)");
  }

  private void finding(Finding finding) {
    text.append(finding).append('\n');
    sources.line(finding.place()).ifPresent(line -> source(line, finding.place()));
    if (!finding.hint().isEmpty()) {
      text.append(INDENT).append("hint: ").append(finding.hint()).append('\n');
    }
  }

  /** The line, cut on the left when the column lies far to the right, and a caret under the column. */
  private void source(String line, Place place) {
    int column = Math.min(Math.max(place.column(), 1) - 1, line.length());
    int from = column < LONGEST ? 0
        : line.offsetByCodePoints(column, -Math.min(LONGEST / 2, line.codePointCount(0, column)));
    int to = Math.min(line.length(), from + LONGEST);
    String before = (from > 0 ? "…" : "") + line.substring(from, column);
    text.append(INDENT).append(before).append(line, column, Math.max(column, to)).append(to < line.length() ? "…" : "")
        .append('\n');
    if (place.column() > 0) {
      text.append(INDENT);
      before.codePoints().forEach(character -> text.append(character == '\t' ? "\t" : " ".repeat(width(character))));
      text.append("^\n");
    }
  }

  /** How many columns a terminal gives a character. */
  private static int width(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
      return 0;
    }
    boolean fullWidth = character >= 0xFF01 && character <= 0xFF60 || character >= 0x3000 && character <= 0x303E;
    return fullWidth || WIDE.contains(UnicodeScript.of(character)) ? 2 : 1;
  }
}
