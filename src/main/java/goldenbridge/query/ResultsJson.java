package goldenbridge.query;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * Rows as <a href="https://www.w3.org/TR/sparql11-results-json/">SPARQL 1.1 Query Results JSON</a>, a row a line. Jena's own writer
 * indents letter by letter, which took a third of the time of a short answer.
 */
final class ResultsJson {
  private final StringBuilder text = new StringBuilder(8 * 1024);
  private final Map<Node, String> blanks = new HashMap<>();

  private ResultsJson() {}

  /** The stream stays open. */
  static void write(Answer.Rows rows, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    new ResultsJson().write(rows, writer);
    writer.flush();
  }

  private void write(Answer.Rows rows, Writer writer) throws IOException {
    text.append("{\"head\":{\"vars\":[");
    List<Var> columns = rows.columns();
    for (int column = 0; column < columns.size(); column++) {
      string(column == 0 ? "" : ",", columns.get(column).getVarName());
    }
    text.append("]},\"results\":{\"bindings\":[");
    String before = "\n{";
    for (Binding row : rows.rows()) {
      text.append(before);
      row(row, columns);
      text.append('}');
      before = ",\n{";
      drain(writer, 4 * 1024);
    }
    text.append("\n]}}\n");
    drain(writer, 0);
  }

  private void drain(Writer writer, int unless) throws IOException {
    if (text.length() > unless) {
      writer.append(text);
      text.setLength(0);
    }
  }

  private void row(Binding row, List<Var> columns) {
    String before = "";
    for (Var column : columns) {
      Node value = row.get(column);
      if (value != null) {
        string(before, column.getVarName());
        text.append(':');
        value(value);
        before = ",";
      }
    }
  }

  private void value(Node value) {
    if (value.isURI()) {
      string("{\"type\":\"uri\",\"value\":", value.getURI());
    } else if (value.isBlank()) {
      string("{\"type\":\"bnode\",\"value\":", blanks.computeIfAbsent(value, unknown -> "b" + blanks.size()));
    } else if (value.isLiteral()) {
      string("{\"type\":\"literal\",\"value\":", value.getLiteralLexicalForm());
      if (!value.getLiteralLanguage().isEmpty()) {
        string(",\"xml:lang\":", value.getLiteralLanguage());
      } else if (!value.getLiteralDatatype().equals(XSDDatatype.XSDstring)) {
        string(",\"datatype\":", value.getLiteralDatatypeURI());
      }
    } else {
      throw new IllegalStateException("no value of SPARQL 1.1: " + value);
    }
    text.append('}');
  }

  private void string(String before, String value) {
    text.append(before).append('"');
    int from = 0;
    for (int at = 0; at < value.length(); at++) {
      char letter = value.charAt(at);
      if (letter < ' ' || letter == '"' || letter == '\\') {
        text.append(value, from, at);
        escape(letter);
        from = at + 1;
      }
    }
    text.append(value, from, value.length()).append('"');
  }

  private void escape(char letter) {
    switch (letter) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> text.append(String.format("\\u%04x", (int) letter));
    }
  }
}
