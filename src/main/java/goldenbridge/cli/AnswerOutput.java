package goldenbridge.cli;

import goldenbridge.about.Citations;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.Answer;
import goldenbridge.query.AnswerWriter;
import goldenbridge.query.Citation;
import goldenbridge.query.EvidenceWriter;
import goldenbridge.query.LabelledRows;
import goldenbridge.query.Labeller;
import goldenbridge.query.TracedAnswer;
import goldenbridge.rdf.Format;
import goldenbridge.rdf.Prefixes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** What the JSON form says of its rows; the version, which takes a moment, is made for that form only. */
  AnswerWriter.Envelope envelope(String query, Map<String, List<String>> arguments) {
    boolean told = output.format().filter(format -> format == Format.JSON).isPresent();
    return new AnswerWriter.Envelope(query, told ? snapshot.version() : "", arguments, Optional.empty());
  }

  void write(Answer answer, AnswerWriter.Envelope envelope) {
    Format format = output.format().orElse(answer instanceof Answer.Triples ? Format.TURTLE : Format.TABLE);
    prefixes(answer);
    output.write(cli.streams(), out -> {
      if (format == Format.TABLE && !(answer instanceof Answer.Triples)) {
        WholeFile.print(out, answer instanceof Answer.Rows rows ? table(rows, List.of()) : ((Answer.Truth) answer).value() + "\n");
      } else {
        new AnswerWriter(labeller(), envelope).write(answer, format, out);
      }
    });
    saysWhenCut(answer);
  }

  /** The same with the passages of each row; in a table they are numbered notes. */
  void write(TracedAnswer traced, AnswerWriter.Envelope envelope) {
    Answer answer = traced.answer();
    Format format = output.format().orElse(answer instanceof Answer.Triples ? Format.TRIG : Format.TABLE);
    List<List<Citation>> citations = new Citations(snapshot, output.language()).of(traced);
    prefixes(answer);
    output.write(cli.streams(), out -> {
      if (format == Format.TABLE && !(answer instanceof Answer.Triples)) {
        Footnotes notes = new Footnotes();
        List<String> marks = citations.stream().map(notes::marks).toList();
        WholeFile.print(out, (answer instanceof Answer.Rows rows ? table(rows, marks) : ((Answer.Truth) answer).value() + " " + marks.get(0) + "\n") + notes.text());
      } else {
        new EvidenceWriter(new AnswerWriter(labeller(), envelope)).write(traced, citations, format, out);
      }
    });
    saysWhenCut(answer);
  }

  private Labeller labeller() {
    return iri -> snapshot.labels().known(iri, output.language());
  }

  private void prefixes(Answer answer) {
    if (answer instanceof Answer.Triples triples) {
      triples.graph().getPrefixMapping().setNsPrefixes(snapshot.prefixes().mapping());
    }
  }

  private void saysWhenCut(Answer answer) {
    if (answer.truncated()) {
      cli.say("golden-bridge: the answer is cut at the row limit; there is more");
    }
  }

  /** @param marks the footnote marks of each row, or none */
  private String table(Answer.Rows answer, List<String> marks) {
    LabelledRows labelled = LabelledRows.of(answer, labeller());
    List<LabelledRows.Column> columns = labelled.columns().stream()
        .filter(column -> column.content() == LabelledRows.Content.VALUE).toList();
    List<String> head = new ArrayList<>(columns.stream().map(LabelledRows.Column::name).toList());
    List<List<String>> cells = new ArrayList<>();
    labelled.rows().forEach(row -> {
      List<String> line = new ArrayList<>(columns.stream()
          .map(column -> labelled.value(row, column).map(node -> cell(node, labelled, snapshot.prefixes())).orElse("")).toList());
      if (!marks.isEmpty()) {
        line.add(marks.get(cells.size()));
      }
      cells.add(line);
    });
    if (!marks.isEmpty()) {
      head.add("evidence");
    }
    if (output.toTerminal()) {
      cli.say(cells.size() == 1 ? "1 row" : cells.size() + " rows");
    }
    return TableWriter.table(head, cells, output.toTerminal() ? Terminal.width() : TableWriter.UNLIMITED);
  }

  private static String cell(Node node, LabelledRows labelled, Prefixes prefixes) {
    if (node.isURI()) {
      return labelled.label(node).orElseGet(() -> prefixes.compact(node.getURI()));
    }
    return LabelledRows.plain(node);
  }
}
