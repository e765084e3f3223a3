package goldenbridge.query;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import goldenbridge.fault.Problem;
import goldenbridge.rdf.Format;
import goldenbridge.rdf.RdfOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;

/** Writes an answer in a format, in UTF-8. The W3C formats stay as they are specified; JSON and CSV carry names too. */
public final class AnswerWriter {
  private final Labeller labeller;
  private final Envelope envelope;

  /**
   * What the JSON form says about its rows.
   *
   * @param query the canned query's name, or {@code ""}
   * @param version the snapshot's version, or {@code ""}
   * @param parameters as the caller gave them
   * @param total the rows of all pages together, as far as that is known
   * @param next the address of the next page, if there is one
   */
  public record Envelope(String query, String version, Map<String, List<String>> parameters, OptionalLong total, Optional<String> next) {
    public static final Envelope NONE = new Envelope("", "", Map.of(), Optional.empty());

    /** For an answer in one piece. */
    public Envelope(String query, String version, Map<String, List<String>> parameters, Optional<String> next) {
      this(query, version, parameters, OptionalLong.empty(), next);
    }
  }

  public AnswerWriter(Labeller labeller, Envelope envelope) {
    this.labeller = labeller;
    this.envelope = envelope;
  }

  /**
   * Writes and flushes; the stream stays open.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code format-mismatch} when the format cannot carry the answer,
   *     before anything is written
   */
  public void write(Answer answer, Format format, OutputStream out) {
    if (!canCarry(format, answer)) {
      throw mismatch(format, answer);
    }
    try {
      if (answer instanceof Answer.Rows rows) {
        rows(rows, format, out);
      } else if (answer instanceof Answer.Truth truth) {
        truth(truth, format, out);
      } else if (answer instanceof Answer.Triples triples) {
        RdfOutput.write(RDFWriter.source(triples.graph()).lang(format.lang().orElseThrow()), out);
      }
      out.flush();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Whether {@link #write} would accept the pair. */
  public static boolean canCarry(Format format, Answer answer) {
    if (answer instanceof Answer.Triples) {
      return format.carries(Format.Shape.TRIPLES) && format.lang().isPresent();
    }
    if (answer instanceof Answer.Truth) {
      return format == Format.JSON || format == Format.SRJ || format == Format.SRX;
    }
    return format.carries(Format.Shape.ROWS) && format != Format.TABLE;
  }

  private static RuntimeException mismatch(Format format, Answer answer) {
    List<String> able = Arrays.stream(Format.values()).filter(other -> canCarry(other, answer)).map(Format::label).toList();
    String kind = answer instanceof Answer.Triples ? "triples" : answer instanceof Answer.Truth ? "true or false" : "rows";
    return Problem.badInput("format-mismatch", "format " + format.label() + " cannot carry an answer of " + kind,
        "choose one of " + String.join(", ", able)).raise();
  }

  private void rows(Answer.Rows rows, Format format, OutputStream out) throws IOException {
    switch (format) {
      case CSV -> csv(rows, out);
      case SRJ -> ResultsJson.write(rows, out);
      case JSON -> writeJson(rows, out, object -> { });
      default -> writer(format).write(out, RowSetStream.create(rows.columns(), rows.rows().iterator()), context());
    }
  }

  private void truth(Answer.Truth truth, Format format, OutputStream out) {
    if (format == Format.JSON) {
      writeJson(truth, out, object -> { });
    } else {
      writer(format).write(out, truth.value(), context());
    }
  }

  private static RowSetWriter writer(Format format) {
    Lang lang = format.lang().orElse(ResultSetLang.RS_JSON);
    return RowSetWriterRegistry.getFactory(lang).create(lang);
  }

  private static Context context() {
    return org.apache.jena.riot.RIOT.getContext();
  }

  /** RFC 4180, with a header line; an IRI's name stands in the next column. */
  private void csv(Answer.Rows rows, OutputStream out) throws IOException {
    LabelledRows labelled = LabelledRows.of(rows, labeller);
    // Not closed: the stream belongs to the caller.
    CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    printer.printRecord(labelled.columns().stream().map(LabelledRows.Column::name));
    for (Binding row : labelled.rows()) {
      printer.printRecord(labelled.columns().stream().map(column -> labelled.text(row, column)));
    }
    printer.flush();
  }

  /** The JSON form of rows or a verdict, with what the caller adds to it. */
  void writeJson(Answer answer, OutputStream out, Consumer<JsonObject> addition) {
    JsonObject object = new JsonObject();
    object.addProperty("query", envelope.query());
    object.addProperty("version", envelope.version());
    JsonObject parameters = new JsonObject();
    envelope.parameters().forEach((name, values) -> parameters.addProperty(name, String.join(",", values)));
    object.add("params", parameters);
    if (answer instanceof Answer.Rows rows) {
      LabelledRows labelled = LabelledRows.of(rows, labeller);
      JsonArray columns = new JsonArray();
      labelled.columns().forEach(column -> columns.add(column.name()));
      object.add("columns", columns);
      object.add("rows", objects(labelled));
      object.addProperty("truncated", rows.truncated());
      object.add("total", total(rows));
      object.add("next", envelope.next().<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE));
    } else if (answer instanceof Answer.Truth truth) {
      object.addProperty("boolean", truth.value());
    }
    addition.accept(object);
    try {
      Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create().toJson(object, writer);
      writer.write("\n");
      writer.flush();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private JsonElement total(Answer.Rows rows) {
    OptionalLong known = envelope.total().isEmpty() && !rows.truncated() && envelope.next().isEmpty()
        ? OptionalLong.of(rows.rows().size()) : envelope.total();
    return known.isPresent() ? new JsonPrimitive(known.getAsLong()) : JsonNull.INSTANCE;
  }

  private static JsonArray objects(LabelledRows labelled) {
    JsonArray rows = new JsonArray();
    for (Binding row : labelled.rows()) {
      JsonObject object = new JsonObject();
      for (LabelledRows.Column column : labelled.columns()) {
        object.add(column.name(), column.content() == LabelledRows.Content.VALUE
            ? labelled.value(row, column).map(AnswerWriter::plain).orElse(JsonNull.INSTANCE)
            : labelled.value(row, column).flatMap(labelled::label).<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE));
      }
      rows.add(object);
    }
    return rows;
  }

  private static JsonElement plain(Node node) {
    if (node.isLiteral()) {
      if (XSDDatatype.XSDboolean.equals(node.getLiteralDatatype()) && node.getLiteral().isWellFormed()) {
        return new JsonPrimitive((Boolean) node.getLiteralValue());
      }
      if (node.getLiteral().isWellFormed() && node.getLiteralValue() instanceof Number) {
        return number(node.getLiteralLexicalForm());
      }
    }
    return new JsonPrimitive(LabelledRows.plain(node));
  }

  /** As it was written, so that no digit is lost; INF and NaN, which JSON lacks, stay texts. */
  private static JsonElement number(String text) {
    try {
      return new JsonPrimitive(new BigDecimal(text.strip()));
    } catch (NumberFormatException notInJson) {
      return new JsonPrimitive(text);
    }
  }
}
