package goldenbridge.http;

import goldenbridge.graph.Snapshot;
import goldenbridge.query.Answer;
import goldenbridge.query.Citation;
import goldenbridge.query.LabelledRows;
import goldenbridge.rdf.Format;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;

/** An answer as a page shows it: rows of cells with names and links, a word, or a piece of Turtle. */
final class ResultView {
  /** More than a browser shows gladly; the other forms have all. */
  private static final int MOST_ROWS = 1_000;

  private final Snapshot snapshot;
  private final String language;
  private final EntityLink link;

  ResultView(Snapshot snapshot, String language, String root) {
    this.snapshot = snapshot;
    this.language = language;
    this.link = new EntityLink(snapshot.description().base(), root);
  }

  Map<String, Object> of(Answer answer) {
    return of(answer, List.of());
  }

  /**
   * An answer with its evidence.
   *
   * @param citations one list for each row, or none at all
   */
  Map<String, Object> of(Answer answer, List<List<Citation>> citations) {
    if (answer instanceof Answer.Rows rows) {
      Map<String, Object> view = new LinkedHashMap<>(rows(rows));
      view.put("evidence", citations.stream().limit(MOST_ROWS).map(row -> row.stream().map(this::cited).toList()).toList());
      return view;
    }
    if (answer instanceof Answer.Truth truth) {
      return Map.of("kind", "truth", "value", truth.value());
    }
    ByteArrayOutputStream turtle = new ByteArrayOutputStream();
    AnswerBody.write(((Answer.Triples) answer).graph(), Format.TURTLE, turtle);
    return Map.of("kind", "triples", "text", turtle.toString(StandardCharsets.UTF_8));
  }

  private Map<String, Object> cited(Citation citation) {
    Map<String, Object> cell = new LinkedHashMap<>(cell(citation.passage(), citation.label()));
    if (citation.speaker() != null) {
      cell.put("voice", cell(citation.speaker(), citation.speakerLabel()));
    }
    return cell;
  }

  private Map<String, Object> rows(Answer.Rows rows) {
    LabelledRows labelled = LabelledRows.of(
        new Answer.Rows(rows.columns(), rows.rows().subList(0, Math.min(MOST_ROWS, rows.rows().size())), rows.truncated()),
        iri -> snapshot.labels().known(iri, language));
    List<LabelledRows.Column> columns = labelled.columns().stream()
        .filter(column -> column.content() == LabelledRows.Content.VALUE).toList();
    return Map.of("kind", "rows", "columns", columns.stream().map(LabelledRows.Column::name).toList(),
        "rows", labelled.rows().stream().map(row -> cells(row, columns, labelled)).toList(),
        "count", rows.rows().size(), "shown", labelled.rows().size());
  }

  private List<Map<String, Object>> cells(Binding row, List<LabelledRows.Column> columns, LabelledRows labelled) {
    return columns.stream().map(column -> labelled.value(row, column)
        .map(node -> cell(node, labelled.label(node).orElse(""))).orElse(Map.of("text", ""))).toList();
  }

  /** What a template needs to show one term. */
  Map<String, Object> cell(Node node) {
    return cell(node, snapshot.labels().known(node, language).orElse(""));
  }

  private Map<String, Object> cell(Node node, String label) {
    Map<String, Object> cell = new LinkedHashMap<>();
    if (node.isURI()) {
      String shown = snapshot.prefixes().compact(node.getURI());
      cell.put("text", label.isEmpty() ? shown : label);
      cell.put("title", shown);
      cell.put("href", link.to(node.getURI()));
    } else {
      cell.put("text", LabelledRows.plain(node));
      cell.put("number", node.isLiteral() && node.getLiteral().isWellFormed() && node.getLiteralValue() instanceof Number);
      cell.put("short", LabelledRows.plain(node).matches("\\S{1,20}"));
      cell.put("language", node.isLiteral() ? node.getLiteralLanguage() : "");
    }
    return cell;
  }
}
