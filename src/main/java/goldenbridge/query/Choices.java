package goldenbridge.query;

import goldenbridge.fault.Nearest;
import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import goldenbridge.rdf.Prefixes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The values that a parameter allows: those of its {@code enum}, or the first column of its {@code enumQuery}, asked once of a
 * dataset that does not change. Safe for any number of threads.
 */
public final class Choices {
  private final DatasetGraph dataset;
  private final Prefixes prefixes;
  private final Map<String, List<Node>> byQuery = new ConcurrentHashMap<>();

  public Choices(DatasetGraph dataset, Prefixes prefixes) {
    this.dataset = dataset;
    this.prefixes = prefixes;
  }

  /**
   * In the order of the header or of the query; empty when any value will do.
   *
   * @throws ProblemException with what is wrong with the query
   */
  public List<Node> of(Parameter parameter) {
    return parameter.choicesQuery().map(text -> byQuery.computeIfAbsent(text, this::ask))
        .orElseGet(() -> parameter.choices().stream().map(NodeFactory::createLiteralString).toList());
  }

  private List<Node> ask(String text) {
    Answer answer = QueryRunner.run(dataset, QueryRunner.parse(text, "enumQuery", prefixes), Limits.DEFAULT);
    return answer instanceof Answer.Rows rows && !rows.columns().isEmpty()
        ? rows.rows().stream().map(row -> row.get(rows.columns().get(0))).filter(Objects::nonNull).filter(node -> !node.isBlank()).distinct().toList()
        : List.of();
  }

  /**
   * Refuses a value that is not among those that a query gave.
   *
   * @throws ProblemException with code {@code parameter-value} and the nearest
   */
  void check(Parameter parameter, Node value) {
    if (parameter.choicesQuery().isEmpty()) {
      return; // the reading of the value has looked at a fixed list
    }
    List<String> allowed = of(parameter).stream().map(this::shown).toList();
    String given = shown(value);
    if (!allowed.isEmpty() && !allowed.contains(given)) {
      throw Problem.badInput("parameter-value", "parameter " + parameter.name() + ": \"" + given + "\" is not allowed",
          Nearest.hint(given, allowed, "choose one of " + String.join(", ", allowed.stream().limit(20).toList()))).raise();
    }
  }

  private String shown(Node node) {
    return node.isURI() ? prefixes.compact(node.getURI()) : LabelledRows.plain(node);
  }
}
