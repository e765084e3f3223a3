package goldenbridge.check;

import goldenbridge.fault.Nearest;
import goldenbridge.fault.Place;
import goldenbridge.query.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;

/**
 * Whether the view that a query asks for, by {@code view:} or by the comment {@code #defaultView:}, exists and can show its
 * columns. What a column holds is seen in the first run that has rows.
 */
final class ViewLint {
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#defaultView:\\s*(\\w+)");
  private static final Set<XSDDatatype> DATES = Set.of(XSDDatatype.XSDdate, XSDDatatype.XSDdateTime,
      XSDDatatype.XSDgYear, XSDDatatype.XSDgYearMonth);

  /** The views, with the names of the Wikidata query service, and what they need. */
  private enum View {
    TABLE("Table", "nothing", columns -> true),
    BAR_CHART("BarChart", "a column of numbers and another to name them", ViewLint::hasSeries),
    LINE_CHART("LineChart", "a column of numbers and another to name them", ViewLint::hasSeries),
    TIMELINE("Timeline", "a column of dates", columns -> count(columns, ViewLint::isDate) > 0),
    MAP("Map", "a column of points such as Point(71.4 51.1)", columns -> count(columns, ViewLint::isPoint) > 0),
    GRAPH("Graph", "two columns of IRIs", columns -> count(columns, Node::isURI) > 1);

    private final String label;
    private final String needs;
    private final Predicate<List<List<Node>>> satisfied;

    View(String label, String needs, Predicate<List<List<Node>>> satisfied) {
      this.label = label;
      this.needs = needs;
      this.satisfied = satisfied;
    }

    static List<String> labels() {
      return Arrays.stream(values()).map(view -> view.label).toList();
    }
  }

  private ViewLint() {}

  static Optional<Finding> run(LintedQuery linted, List<Trial> trials) {
    Matcher comment = COMMENT.matcher(linted.query().text());
    Optional<String> asked = linted.query().header().view().or(() -> comment.find() ? Optional.of(comment.group(1))
        : Optional.empty());
    return asked.flatMap(name -> check(name, place(linted), trials));
  }

  private static Optional<Finding> check(String name, Place place, List<Trial> trials) {
    Optional<View> view = Arrays.stream(View.values()).filter(known -> known.label.equals(name)).findFirst();
    if (view.isEmpty()) {
      return Optional.of(Finding.of(BuiltIn.VIEW, "view \"" + name + "\" is unknown", place,
          Nearest.hint(name, View.labels(), "choose one of " + String.join(", ", View.labels()))));
    }
    return trials.stream().flatMap(trial -> trial.answer().stream()).flatMap(ViewLint::columns).findFirst()
        .filter(columns -> !view.get().satisfied.test(columns))
        .map(columns -> Finding.of(BuiltIn.VIEW, "view " + name + " needs " + view.get().needs
        + ", which the answer does not have", place,
            "choose another view, or select such a column"));
  }

  private static Place place(LintedQuery linted) {
    if (linted.query().header().view().isPresent()) {
      return linted.headerPlace("view");
    }
    int line = (int) linted.query().text().lines().takeWhile(text -> !COMMENT.matcher(text).find()).count() + 1;
    return new Place(linted.query().shown(), line, 1);
  }

  /** The values of each column; nothing for an answer without rows. */
  private static Stream<List<List<Node>>> columns(Answer answer) {
    return answer instanceof Answer.Rows rows && !rows.rows().isEmpty()
        ? Stream.of(rows.columns().stream().map(column -> values(rows, column)).toList()) : Stream.empty();
  }

  private static List<Node> values(Answer.Rows rows, Var column) {
    return rows.rows().stream().filter(row -> row.contains(column)).map(row -> row.get(column)).toList();
  }

  private static boolean hasSeries(List<List<Node>> columns) {
    return columns.size() > 1 && count(columns, ViewLint::isNumber) > 0;
  }

  private static long count(List<List<Node>> columns, Predicate<Node> kind) {
    return columns.stream().filter(values -> !values.isEmpty() && values.stream().allMatch(kind)).count();
  }

  private static boolean isNumber(Node node) {
    return node.isLiteral() && node.getLiteral().isWellFormed() && node.getLiteralValue() instanceof Number;
  }

  private static boolean isDate(Node node) {
    boolean day = node.isLiteral() && DATES.contains(node.getLiteralDatatype());
    return day || node.isLiteral() && node.getLiteralLexicalForm().matches("-?\\d{4}(-\\d{2}(-\\d{2})?)?");
  }

  private static boolean isPoint(Node node) {
    return node.isLiteral() && node.getLiteralLexicalForm().matches("(?i)point\\s*\\(.*\\)");
  }
}
