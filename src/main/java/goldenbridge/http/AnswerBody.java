package goldenbridge.http;

import goldenbridge.fault.Problem;
import goldenbridge.query.Answer;
import goldenbridge.query.AnswerWriter;
import goldenbridge.query.Labeller;
import goldenbridge.rdf.Format;
import goldenbridge.rdf.RdfOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.irix.IRIException;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.shared.InvalidPropertyURIException;
import org.apache.jena.sparql.exec.RowSetStream;

/** Writes answers exactly as the W3C specifies, without names for people. */
final class AnswerBody {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private AnswerBody() {}

  /** Writes rows, a truth value or triples; the format must suit. */
  static void write(Answer answer, Format format, OutputStream out) {
    if (answer instanceof Answer.Triples triples) {
      write(triples.graph(), format, out);
    } else if (answer instanceof Answer.Rows rows && format == Format.CSV) {
      // https://www.w3.org/TR/sparql11-results-csv-tsv/#csv has no columns but the query's own
      RowSetWriterRegistry.getFactory(ResultSetLang.RS_CSV).create(ResultSetLang.RS_CSV)
          .write(out, RowSetStream.create(rows.columns(), rows.rows().iterator()), RIOT.getContext());
    } else {
      new AnswerWriter(Labeller.NONE, AnswerWriter.Envelope.NONE).write(answer, format, out);
    }
  }

  /** @throws goldenbridge.fault.ProblemException with code {@code not-acceptable} when RDF/XML cannot say a name */
  static void write(Graph graph, Format format, OutputStream out) {
    try {
      RdfOutput.write(RDFWriter.source(graph).lang(format.lang().orElseThrow()), out);
    } catch (InvalidPropertyURIException | IRIException unsayable) {
      throw Problem.badInput("not-acceptable", "RDF/XML cannot write a name of this answer: " + unsayable.getMessage(),
          "ask for text/turtle").raise();
    }
  }

  /** Begins CSV with a byte order mark when the caller wants one for a spreadsheet by {@code bom=on}. */
  static void markOrder(Format format, Call call, OutputStream out) throws IOException {
    if (format == Format.CSV && call.query().isOn("bom")) {
      out.write(BYTE_ORDER_MARK);
    }
  }

  /** @throws goldenbridge.fault.ProblemException with code {@code row-limit} when there was more than the limit lets through */
  static Answer whole(Answer answer, int maxRows) {
    if (answer.truncated()) {
      throw Problem.tooMuch("row-limit", "the answer has more than " + maxRows + (answer instanceof Answer.Triples ? " triples" : " rows"),
          "add LIMIT, or ask for less").raise();
    }
    return answer;
  }
}
