package goldenbridge.http;

import goldenbridge.graph.Snapshot;
import goldenbridge.query.Answer;
import goldenbridge.query.Citation;
import goldenbridge.rdf.Format;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** An answer as a page shows it: rows of cells with names and links, a word, or a piece of Turtle. */
final class ResultView {
  /** More than a browser shows gladly; the other forms have all. */
  private static final int MOST_ROWS = 1_000;

  private final Cells cells;
  private final Columns columns;

  ResultView(Snapshot snapshot, String language, String root) {
    this.cells = new Cells(snapshot, language, root);
    this.columns = new Columns(snapshot, language);
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
      return rows(rows, citations);
    }
    Map<String, Object> view = new LinkedHashMap<>(answer instanceof Answer.Truth truth
        ? Map.of("kind", "truth", "value", truth.value())
        : Map.of("kind", "triples", "text", turtle((Answer.Triples) answer)));
    Footnotes notes = new Footnotes(cells);
    citations.forEach(notes::cite);
    view.put("notes", notes.notes());
    return view;
  }

  private static String turtle(Answer.Triples triples) {
    ByteArrayOutputStream turtle = new ByteArrayOutputStream();
    AnswerBody.write(triples.graph(), Format.TURTLE, turtle);
    return turtle.toString(StandardCharsets.UTF_8);
  }

  private Map<String, Object> rows(Answer.Rows rows, List<List<Citation>> citations) {
    List<Binding> shown = rows.rows().subList(0, Math.min(MOST_ROWS, rows.rows().size()));
    Footnotes notes = new Footnotes(cells);
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("kind", "rows");
    view.put("count", rows.rows().size());
    view.put("shown", shown.size());
    List<List<Map<String, Object>>> table = shown.stream().map(row -> rows.columns().stream().map(column -> cell(row, column)).toList()).toList();
    view.put("rows", table);
    view.put("timeline", Dates.of(table));
    List<Map<String, Object>> heads = IntStream.range(0, rows.columns().size()).mapToObj(place -> column(rows.columns().get(place).getVarName(),
        table.stream().map(row -> row.get(place)).toList())).toList();
    view.put("columns", heads);
    Pairs.of(rows.columns().stream().map(Var::getVarName).toList()).ifPresent(pairs -> view.put("pairs", pairs.items(heads, table)));
    view.put("evidence", citations.stream().limit(shown.size()).map(notes::cite).toList());
    view.put("notes", notes.notes());
    return view;
  }

  private Map<String, Object> cell(Binding row, Var column) {
    return Optional.ofNullable(row.get(column)).map(cells::of).orElseGet(cells::none);
  }

  /** A column of nothing but numbers stands to the right; one kind for all lets a chart use it. */
  private Map<String, Object> column(String name, List<Map<String, Object>> values) {
    List<Object> kinds = values.stream().map(value -> value.get("kind")).filter(kind -> !kind.equals("none")).distinct().toList();
    return Map.of("name", name, "head", columns.head(name), "kind", kinds.size() == 1 ? kinds.get(0) : kinds.isEmpty() ? "none" : "text");
  }
}
