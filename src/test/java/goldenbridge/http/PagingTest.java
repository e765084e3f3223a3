package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import goldenbridge.fault.ProblemException;
import goldenbridge.World;
import goldenbridge.query.Answer;
import goldenbridge.query.CannedQuery;
import goldenbridge.query.Limits;
import goldenbridge.query.QueryRunner;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
  private static final String ROWS = "SELECT ?s WHERE { ?s ?p ?o } ORDER BY ?s";

  private static CannedQuery canned(String header, String text) {
    return CannedQuery.parse("q", "queries/q.rq", "#+ summary: Which?\n" + header + text);
  }

  @Test
  void leavesAQueryWithoutPagesWhole() {
    assertEquals(Optional.empty(), Paging.of(Parameters.NONE, canned("", ROWS)));
  }

  @Test
  void takesTheSizeFromTheRequestThenFromTheHeader() {
    CannedQuery paged = canned("#+ pagination: 20\n", ROWS);
    assertEquals(Optional.of(new Paging(1, 20)), Paging.of(Parameters.NONE, paged));
    assertEquals(Optional.of(new Paging(3, 20)), Paging.of(Parameters.of("page=3"), paged));
    assertEquals(Optional.of(new Paging(1, 5)), Paging.of(Parameters.of("page_size=5"), paged));
    assertEquals(Optional.of(new Paging(2, 100)), Paging.of(Parameters.of("page=2"), canned("", ROWS)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"page=0", "page=-1", "page=x", "page=1.5", "page=99999999999", "page_size=10001", "page_size=0"})
  void refusesWhatIsNoPage(String search) {
    assertEquals("parameter-type", assertThrows(ProblemException.class, () -> Paging.of(Parameters.of(search), canned("", ROWS))).problem().code());
  }

  @Test
  void refusesPagesOfTriples() {
    CannedQuery triples = canned("", "CONSTRUCT WHERE { ?s ?p ?o }");
    assertEquals("unknown-parameter", assertThrows(ProblemException.class, () -> Paging.of(Parameters.of("page=2"), triples)).problem().code());
  }

  /** A page asks for one row more than it shows, but for none beyond the query's own limit. */
  @ParameterizedTest
  @CsvSource({"1,10,0,11", "2,10,10,11", "3,10,20,5", "4,10,30,0"})
  void staysWithinTheQuerysOwnLimit(int page, int size, long offset, long limit) {
    Query part = new Paging(page, size).of(canned("", ROWS + " LIMIT 25 OFFSET 7").query());
    assertEquals(offset + 7, part.getOffset());
    assertEquals(limit, part.getLimit());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "SELECT ?s WHERE { ?s ?p ?o } ORDER BY ?s",
      "SELECT DISTINCT ?s WHERE { ?s ?p ?o } ORDER BY ?s",
      "SELECT ?p (COUNT(?s) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?p HAVING (COUNT(?s) > 1) ORDER BY ?n",
      "SELECT ?s WHERE { ?s ?p ?o } ORDER BY ?s LIMIT 7 OFFSET 2",
      "SELECT ?s FROM <https://example.org/bees/source/gazette#p1> WHERE { ?s ?p ?o } ORDER BY ?s",
      "SELECT ?s WHERE { ?s ?p ?o } ORDER BY ?s VALUES ?p { <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> }",
      "SELECT ?s WHERE { ?s ?p 'nothing' } ORDER BY ?s"})
  void countsTheRowsOfAllPages(String text) {
    Query query = canned("", text).query();
    Answer.Rows rows = (Answer.Rows) QueryRunner.run(World.snapshot().dataset(), query, Limits.DEFAULT);
    Answer.Rows count = (Answer.Rows) QueryRunner.run(World.snapshot().dataset(), Paging.count(query), Limits.DEFAULT);
    assertEquals(rows.rows().size(), count.rows().get(0).get("n").getLiteralValue());
  }

  @Test
  void leavesTheQueryItselfAlone() {
    CannedQuery canned = canned("", ROWS);
    new Paging(2, 10).of(canned.query());
    assertEquals(Query.NOLIMIT, canned.query().getLimit());
  }

  @Test
  void linksToItsNeighbours() {
    assertEquals("<http://x/q?a=1>; rel=\"first\", <http://x/q?a=1&page=2>; rel=\"prev\", <http://x/q?a=1&page=4>; rel=\"next\"",
        new Paging(3, 10).links("http://x/q", Parameters.of("a=1&page=3"), Paging.More.YES));
    assertEquals("", new Paging(1, 10).links("http://x/q", Parameters.NONE, Paging.More.NO));
  }
}
