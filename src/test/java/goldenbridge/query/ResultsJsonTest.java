package goldenbridge.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import goldenbridge.rdf.Format;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.query.ResultSetRewindable;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it writes means what Jena's own writer writes. */
class ResultsJsonTest {
  private static Answer.Rows rows(String query) {
    return (Answer.Rows) QueryRunner.run(DatasetGraphFactory.empty(), QueryRunner.parse(query, "query"), Limits.DEFAULT);
  }

  private static String ours(Answer.Rows rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new AnswerWriter(Labeller.NONE, AnswerWriter.Envelope.NONE).write(rows, Format.SRJ, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static ResultSetRewindable read(byte[] json) {
    return ResultSetFactory.makeRewindable(ResultSetFactory.fromJSON(new ByteArrayInputStream(json)));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "SELECT * { }",
      "SELECT ?a { FILTER (false) }",
      "SELECT * { VALUES (?a ?b) { (1 UNDEF) (UNDEF 'x'@kk) (<http://e/қ> 1.50) ('a\\\"b\\\\c\\n\\t\\r' true) } }",
      "SELECT ?x ?y { BIND (BNODE('a') AS ?x) BIND (BNODE('b') AS ?y) }",
      "SELECT * { VALUES ?a { '' 'қазақ 한국어 😀' '2020-01-01'^^<http://www.w3.org/2001/XMLSchema#date> 'p'^^<http://e/t> '\\u0001\\u001F\\u007F' } }",
  })
  void meansTheSameAsJenasOwn(String query) {
    Answer.Rows rows = rows(query);
    ByteArrayOutputStream theirs = new ByteArrayOutputStream();
    RowSetWriterRegistry.getFactory(ResultSetLang.RS_JSON).create(ResultSetLang.RS_JSON).write(theirs, RowSetStream.create(rows.columns(), rows.rows().iterator()), Context.create());
    assertTrue(ResultsCompare.equalsByTermAndOrder(read(theirs.toByteArray()), read(ours(rows).getBytes(StandardCharsets.UTF_8))), ours(rows));
    assertEquals(JsonParser.parseString(theirs.toString(StandardCharsets.UTF_8)).getAsJsonObject().get("head"), JsonParser.parseString(ours(rows)).getAsJsonObject().get("head"));
  }

  @Test
  void oneNodeHasOneNameInAllRows() {
    String json = ours(rows("SELECT ?n ?x ?y { BIND (BNODE() AS ?x) VALUES ?n { 1 2 } BIND (?x AS ?y) }"));
    assertEquals(List.of("b0", "b0", "b0", "b0"), java.util.regex.Pattern.compile("\"(b\\d)\"").matcher(json).results().map(found -> found.group(1)).toList(), json);
  }

  @Test
  void aRowIsALine() {
    assertEquals("{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":[\n{\"a\":{\"type\":\"literal\",\"value\":\"x\"}},\n{}\n]}}\n",
        ours(rows("SELECT * { VALUES ?a { 'x' UNDEF } }")));
  }
}
