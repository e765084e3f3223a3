package goldenbridge.http;

import goldenbridge.graph.Snapshot;
import goldenbridge.query.LabelledRows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;

/** Terms as a page shows them: names with links, numbers and dates as the reader's language writes them. */
final class Cells {
  private static final int LONGEST_ADDRESS = 48;
  /** A day or month that a query made into a text; four digits alone may be any number. */
  private static final String WRITTEN_DATE = "\\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?";
  /** Well-known text: longitude, then latitude (<a href="https://docs.ogc.org/is/22-047r1/22-047r1.html">GeoSPARQL 1.1, 8.5</a>). */
  private static final Pattern POINT = Pattern.compile("\\s*(?i:point)\\s*\\(\\s*(-?\\d+(?:\\.\\d+)?)\\s+(-?\\d+(?:\\.\\d+)?)\\s*\\)\\s*");

  private final Snapshot snapshot;
  private final String language;
  private final Words words;
  private final EntityLink link;

  Cells(Snapshot snapshot, String language, String root) {
    this.snapshot = snapshot;
    this.language = language;
    this.words = Words.in(language);
    this.link = new EntityLink(snapshot.description().base(), root);
  }

  String language() {
    return language;
  }

  Words words() {
    return words;
  }

  /**
   * What a template needs: {@code kind} (iri, number, date, place, text, none), {@code text}, and as it applies {@code href},
   * {@code title}, {@code value} (as a program reads it), {@code language} where it is not that of the page.
   */
  Map<String, Object> of(Node node) {
    return node.isURI() ? named(node) : literal(node);
  }

  Map<String, Object> none() {
    return Map.of("kind", "none", "text", "");
  }

  private Map<String, Object> named(Node node) {
    Optional<Node> label = snapshot.labels().named(node, language);
    String name = label.map(Node::getLiteralLexicalForm).orElse("");
    String shown = snapshot.prefixes().compact(node.getURI());
    Map<String, Object> cell = cell("iri", name.isEmpty() ? address(shown) : name);
    cell.put("title", shown);
    cell.put("href", link.to(node.getURI()));
    cell.put("outside", !node.getURI().startsWith(snapshot.description().base()));
    speak(cell, label.map(Node::getLiteralLanguage).orElse(""));
    return cell;
  }

  private Map<String, Object> literal(Node node) {
    String text = LabelledRows.plain(node);
    if (!node.isLiteral() || !node.getLiteral().isWellFormed()) {
      return cell("text", text);
    }
    if (node.getLiteralValue() instanceof Number && text.matches("[+-]?\\d+(\\.\\d+)?")) {
      return with(cell("number", words.number(new BigDecimal(text))), text);
    }
    if (text.matches(XSDDatatype.XSDstring.equals(node.getLiteralDatatype()) ? WRITTEN_DATE : "\\d{4}(-\\d{2}){0,2}")) {
      return with(cell("date", words.date(text)), text);
    }
    Matcher point = POINT.matcher(text);
    if (point.matches()) {
      return with(cell("place", degrees(point.group(2), "N", "S") + " " + degrees(point.group(1), "E", "W")), text);
    }
    if (text.matches("(?i)https?://\\S+")) {
      Map<String, Object> cell = cell("iri", address(text));
      cell.put("href", text);
      cell.put("title", text);
      cell.put("outside", true);
      return cell;
    }
    Map<String, Object> cell = cell("text", text);
    speak(cell, node.getLiteralLanguage());
    return cell;
  }

  private static String degrees(String number, String plus, String minus) {
    BigDecimal degrees = new BigDecimal(number).setScale(2, RoundingMode.HALF_EVEN);
    return degrees.abs().toPlainString() + "°" + (degrees.signum() < 0 ? minus : plus);
  }

  private static String address(String whole) {
    String bare = whole.replaceFirst("^<?https?://(www\\.)?", "").replaceFirst(">$", "");
    return bare.length() > LONGEST_ADDRESS ? bare.substring(0, LONGEST_ADDRESS - 1) + "…" : bare;
  }

  private void speak(Map<String, Object> cell, String tongue) {
    if (!tongue.isEmpty() && !tongue.equalsIgnoreCase(words.language())) {
      cell.put("language", tongue);
    }
  }

  private static Map<String, Object> cell(String kind, String text) {
    Map<String, Object> cell = new LinkedHashMap<>();
    cell.put("kind", kind);
    cell.put("text", text);
    return cell;
  }

  private static Map<String, Object> with(Map<String, Object> cell, String value) {
    cell.put("value", value);
    return cell;
  }
}
