package goldenbridge.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * Rows with the names of their IRIs, each looked up once. A column {@code x} that holds an IRI is followed by a column
 * {@code xLabel}, unless the query gives one itself.
 */
public final class LabelledRows {
  private static final String ENDING = "Label";

  private final List<Column> columns;
  private final List<Binding> rows;
  private final Map<Node, Optional<String>> labels = new HashMap<>();

  /** A column of the output: the values of a variable, or their names. */
  public record Column(String name, Var variable, Content content) {}

  /** What a column shows of its variable. */
  public enum Content { VALUE, LABEL }

  private LabelledRows(List<Column> columns, List<Binding> rows) {
    this.columns = List.copyOf(columns);
    this.rows = rows;
  }

  public static LabelledRows of(Answer.Rows answer, Labeller labeller) {
    Set<Var> given = new HashSet<>(answer.columns());
    List<Column> columns = new ArrayList<>();
    for (Var variable : answer.columns()) {
      columns.add(new Column(variable.getVarName(), variable, Content.VALUE));
      Var label = Var.alloc(variable.getVarName() + ENDING);
      if (!given.contains(label) && answer.rows().stream().anyMatch(row -> isIri(row.get(variable)))) {
        columns.add(new Column(label.getVarName(), variable, Content.LABEL));
      }
    }
    LabelledRows labelled = new LabelledRows(columns, answer.rows());
    answer.rows().forEach(row -> row.forEach((variable, node) -> {
      if (isIri(node)) {
        labelled.labels.computeIfAbsent(node, labeller::label);
      }
    }));
    return labelled;
  }

  public List<Column> columns() {
    return columns;
  }

  public List<Binding> rows() {
    return rows;
  }

  /** The term that a column shows as a value in a row; empty when it is unbound. */
  public Optional<Node> value(Binding row, Column column) {
    return Optional.ofNullable(row.get(column.variable()));
  }

  /** The text of a cell: an IRI or the plain text of a literal, or the name; {@code ""} when there is none. */
  public String text(Binding row, Column column) {
    return value(row, column).map(node -> column.content() == Content.LABEL ? label(node).orElse("") : plain(node)).orElse("");
  }

  /** The name of a term, if it is an IRI that has one. */
  public Optional<String> label(Node node) {
    return labels.getOrDefault(node, Optional.empty());
  }

  /** A term without quotes, brackets, language or datatype. */
  public static String plain(Node node) {
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm();
    }
    return node.isURI() ? node.getURI() : "_:" + node.getBlankNodeLabel();
  }

  private static boolean isIri(Node node) {
    return node != null && node.isURI();
  }
}
