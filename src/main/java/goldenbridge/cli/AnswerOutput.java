package goldenbridge.cli;

import goldenbridge.graph.Snapshot;
import goldenbridge.query.Answer;
import goldenbridge.query.AnswerWriter;
import goldenbridge.query.Labeller;
import goldenbridge.query.LabelledRows;
import goldenbridge.rdf.Format;
import goldenbridge.rdf.Prefixes;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Node;

/** Writes an answer the way the options ask: a table with names for a person, or one of the formats for a program. */
final class AnswerOutput {
  private final Cli cli;
  private final OutputOption output;
  private final Snapshot snapshot;

  AnswerOutput(Cli cli, OutputOption output, Snapshot snapshot) {
    this.cli = cli;
    this.output = output;
    this.snapshot = snapshot;
  }

  void write(Answer answer, AnswerWriter.Envelope envelope) {
    Format format = output.format().orElse(answer instanceof Answer.Triples ? Format.TURTLE : Format.TABLE);
    Labeller labeller = iri -> snapshot.labels().known(iri, output.language());
    if (answer instanceof Answer.Triples triples) {
      triples.graph().getPrefixMapping().setNsPrefixes(snapshot.prefixes().mapping());
    }
    output.write(cli.streams(), out -> {
      if (format == Format.TABLE && !(answer instanceof Answer.Triples)) {
        table(answer, labeller, out);
      } else {
        new AnswerWriter(labeller, envelope).write(answer, format, out);
      }
    });
    if (answer.truncated()) {
      cli.say("golden-bridge: the answer is cut at the row limit; there is more");
    }
  }

  private void table(Answer answer, Labeller labeller, OutputStream out) {
    String text = answer instanceof Answer.Rows rows ? rows(rows, labeller) : ((Answer.Truth) answer).value() + "\n";
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (java.io.IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private String rows(Answer.Rows answer, Labeller labeller) {
    LabelledRows labelled = LabelledRows.of(answer, labeller);
    List<LabelledRows.Column> columns = labelled.columns().stream()
        .filter(column -> column.content() == LabelledRows.Content.VALUE).toList();
    List<List<String>> cells = labelled.rows().stream().map(row -> columns.stream()
        .map(column -> labelled.value(row, column).map(node -> cell(node, labelled, snapshot.prefixes())).orElse("")).toList()).toList();
    int width = output.toTerminal() ? Terminal.width() : TableWriter.UNLIMITED;
    String table = TableWriter.table(columns.stream().map(LabelledRows.Column::name).toList(), cells, width);
    if (output.toTerminal()) {
      cli.say(cells.size() == 1 ? "1 row" : cells.size() + " rows");
    }
    return table;
  }

  private static String cell(Node node, LabelledRows labelled, Prefixes prefixes) {
    if (node.isURI()) {
      return labelled.label(node).orElseGet(() -> prefixes.compact(node.getURI()));
    }
    return LabelledRows.plain(node);
  }
}
