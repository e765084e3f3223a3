package goldenbridge.query;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import goldenbridge.fault.Problem;
import goldenbridge.rdf.Format;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;

/**
 * Writes an answer with the evidence of each row: a list of objects in JSON, a column of passages in the other row formats
 * (their IRIs with a blank between them; in CSV their names in the next column), and for triples the passages as named
 * graphs.
 */
public final class EvidenceWriter {
  private static final Var EVIDENCE = Var.alloc("evidence");
  private static final Var EVIDENCE_LABEL = Var.alloc("evidenceLabel");

  private final AnswerWriter writer;

  public EvidenceWriter(AnswerWriter writer) {
    this.writer = writer;
  }

  /**
   * Writes and flushes; the stream stays open.
   *
   * @param citations one list for each row, triple or verdict of the answer
   * @throws goldenbridge.fault.ProblemException with code {@code format-mismatch}, before anything is written
   */
  public void write(TracedAnswer traced, List<List<Citation>> citations, Format format, OutputStream out) {
    if (traced.answer() instanceof Answer.Triples) {
      graphs(traced, citations, format, out);
    } else if (format == Format.JSON) {
      writer.writeJson(traced.answer(), out, object -> json(object, traced.answer(), citations));
    } else if (traced.answer() instanceof Answer.Rows rows) {
      writer.write(withColumns(rows, citations, format), format, out);
    } else {
      throw Problem.badInput("format-mismatch", "format " + format.label() + " cannot carry the evidence of true or false", "choose json or table").raise();
    }
  }

  private static void json(JsonObject object, Answer answer, List<List<Citation>> citations) {
    if (answer instanceof Answer.Rows) {
      JsonArray rows = object.getAsJsonArray("rows");
      for (int i = 0; i < rows.size(); i++) {
        rows.get(i).getAsJsonObject().add(EVIDENCE.getVarName(), json(citations.get(i)));
      }
    } else {
      object.add(EVIDENCE.getVarName(), json(citations.get(0)));
    }
  }

  private static JsonArray json(List<Citation> citations) {
    JsonArray all = new JsonArray();
    citations.forEach(citation -> {
      JsonObject one = new JsonObject();
      one.addProperty("passage", citation.passage().getURI());
      one.addProperty("passageLabel", citation.label());
      one.addProperty("source", citation.source().getURI());
      one.addProperty("place", citation.place());
      if (citation.speaker() != null) {
        one.addProperty("speaker", citation.speaker().getURI());
        one.addProperty("speakerLabel", citation.speakerLabel());
      }
      all.add(one);
    });
    return all;
  }

  private static Answer.Rows withColumns(Answer.Rows rows, List<List<Citation>> citations, Format format) {
    List<Var> columns = new ArrayList<>(rows.columns());
    columns.add(EVIDENCE);
    if (format == Format.CSV) {
      columns.add(EVIDENCE_LABEL);
    }
    List<Binding> bindings = new ArrayList<>();
    for (int i = 0; i < rows.rows().size(); i++) {
      Node iris = text(citations.get(i).stream().map(citation -> citation.passage().getURI()).collect(Collectors.joining(" ")));
      Binding with = BindingFactory.binding(rows.rows().get(i), EVIDENCE, iris);
      Node names = text(citations.get(i).stream().map(Citation::text).collect(Collectors.joining("; ")));
      bindings.add(format == Format.CSV ? BindingFactory.binding(with, EVIDENCE_LABEL, names) : with);
    }
    return new Answer.Rows(columns, bindings, rows.truncated());
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  private static void graphs(TracedAnswer traced, List<List<Citation>> citations, Format format, OutputStream out) {
    if (!format.carries(Format.Shape.QUADS) || format.lang().isEmpty()) {
      throw Problem.badInput("format-mismatch", "format " + format.label() + " cannot carry the evidence of triples",
          "choose trig or nq, where each passage is a graph").raise();
    }
    DatasetGraph dataset = DatasetGraphFactory.create();
    dataset.prefixes().putAll(((Answer.Triples) traced.answer()).graph().getPrefixMapping());
    for (int i = 0; i < traced.triples().size(); i++) {
      if (citations.get(i).isEmpty()) {
        dataset.add(Quad.create(Quad.defaultGraphIRI, traced.triples().get(i)));
      }
      for (Citation citation : citations.get(i)) {
        dataset.add(Quad.create(citation.passage(), traced.triples().get(i)));
      }
    }
    RDFWriter.source(dataset).lang(format.lang().orElseThrow()).output(out);
  }
}
