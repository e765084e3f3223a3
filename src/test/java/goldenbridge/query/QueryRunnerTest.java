package goldenbridge.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.concurrent.locks.LockSupport;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.pfunction.PFuncSimple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class QueryRunnerTest {
  private final DatasetGraph dataset = World.snapshot().dataset();

  private Answer run(String text) {
    return run(text, Limits.DEFAULT);
  }

  private Answer run(String text, Limits limits) {
    return QueryRunner.run(dataset, QueryRunner.parse(text, "query"), limits);
  }

  private Problem problem(String text, Limits limits) {
    return assertThrows(ProblemException.class, () -> run(text, limits)).problem();
  }

  @Test
  void answersAllFourFormsOfQuery() {
    assertTrue(((Answer.Truth) run("ASK { ?s ?p ?o }")).value());
    assertEquals(1, ((Answer.Rows) run("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")).rows().size());
    assertFalse(((Answer.Triples) run("CONSTRUCT { ?s a ?t } WHERE { ?s a ?t }")).graph().isEmpty());
    assertFalse(((Answer.Triples) run("DESCRIBE <https://example.org/bees/id/oak>")).graph().isEmpty());
  }

  @Test
  void saysThatAnAnswerIsCut() {
    Answer cut = run("SELECT ?s WHERE { ?s ?p ?o }", new Limits(Duration.ofSeconds(5), 3));
    assertEquals(3, ((Answer.Rows) cut).rows().size());
    assertTrue(cut.truncated());
    assertTrue(run("CONSTRUCT WHERE { ?s ?p ?o }", new Limits(Duration.ofSeconds(5), 3)).truncated());
    assertFalse(run("SELECT ?s WHERE { ?s ?p ?o } LIMIT 3", new Limits(Duration.ofSeconds(5), 3)).truncated());
  }

  @Test
  @Timeout(30)
  void stopsAQueryAtItsTimeout() {
    Problem late = problem("SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", new Limits(Duration.ofMillis(300), 10));
    assertEquals("timeout", late.code());
    assertTrue(late.message().contains("0.3 s"), late.message());
  }

  /** Jena closes the bag of a sort while the query's thread fills it. */
  @Test
  @Timeout(120)
  void tellsWhyAQueryWasEndedInTheMidstOfSorting() throws Exception {
    Problem enough = Problem.unavailable("enough", "enough", "");
    for (int time = 0; time < 500; time++) {
      Thread worker = Thread.currentThread();
      int wait = time % 100 * 20_000;
      Thread other = new Thread(() -> {
        while (Running.in(worker).isEmpty()) {
          Thread.onSpinWait();
        }
        LockSupport.parkNanos(wait);
        Running.in(worker).orElseThrow().end(enough);
      });
      other.start();
      assertEquals("enough", problem("SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d ?g", Limits.DEFAULT).code());
      other.join();
    }
  }

  @Test
  @Timeout(30)
  void stopsARegularExpressionThatBacktracksWithoutEnd() {
    String slow = "(\"" + "a".repeat(60) + "!\" AS ?t)";
    assertEquals("timeout", problem("SELECT ?x WHERE { BIND" + slow + " FILTER (REGEX(?t, \"^((a|aa)+)+$\")) }", new Limits(Duration.ofMillis(300), 10)).code());
    assertEquals("timeout", problem("SELECT (REPLACE(?t, \"^((a|aa)+)+$\", \"\") AS ?r) WHERE { BIND" + slow + " }", new Limits(Duration.ofMillis(300), 10)).code());
    assertEquals("timeout", problem("SELECT ?x WHERE { BIND" + slow + " FILTER EXISTS { ?s ?p ?o FILTER (REGEX(?t, \"^((a|aa)+)+$\")) } }", new Limits(Duration.ofMillis(300), 10)).code());
  }

  @Test
  void keepsTheMeaningOfRegexAndReplace() {
    assertTrue(((Answer.Truth) run("ASK { FILTER (REGEX(\"Ada Comb\", \"ada\", \"i\")) }")).value());
    assertFalse(((Answer.Truth) run("ASK { FILTER (REGEX(\"Ada Comb\", \"ada\")) }")).value());
    assertTrue(((Answer.Truth) run("ASK { FILTER (REPLACE(\"Ada Comb\"@en, \"(\\\\w+) (\\\\w+)\", \"$2 $1\") = \"Comb Ada\"@en) }")).value());
  }

  @Test
  void knowsOnePresentTimeForAQuery() {
    assertTrue(((Answer.Truth) run("ASK { BIND(NOW() AS ?a) ?s ?p ?o . BIND(NOW() AS ?b) FILTER (?a = ?b && ABS(YEAR(?a) - " + Year.now(ZoneOffset.UTC).getValue() + ") <= 1) }")).value());
    assertEquals(1, ((Answer.Rows) run("SELECT DISTINCT (NOW() AS ?now) WHERE { ?s ?p ?o }")).rows().size());
  }

  @Test
  void resolvesAgainstTheBaseOfTheQuery() {
    Answer.Rows rows = (Answer.Rows) run("BASE <https://example.org/bees/> SELECT (IRI('id/oak') AS ?x) {}");
    assertEquals("https://example.org/bees/id/oak", rows.rows().get(0).get("x").getURI());
  }

  @Test
  @Timeout(30)
  void stopsADescriptionAtItsTimeout() {
    assertEquals("timeout", problem("DESCRIBE ?a WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", new Limits(Duration.ofMillis(300), 10)).code());
  }

  @Test
  void makesNoCallsToOthers() {
    assertEquals("service-off", problem("SELECT ?s WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", Limits.DEFAULT).code());
    assertEquals("service-off", problem("SELECT ?s WHERE { { SELECT ?s WHERE { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } } } }", Limits.DEFAULT).code());
    assertEquals("service-off", problem("ASK { FILTER NOT EXISTS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } }", Limits.DEFAULT).code());
  }

  @Test
  void loadsNoClasses() {
    assertEquals("unknown-function", problem("SELECT (<java:java.lang.Runtime>(?s) AS ?x) WHERE { ?s ?p ?o }", Limits.DEFAULT).code());
    assertEquals("unknown-function", problem("SELECT ?s WHERE { ?s ?p ?o } ORDER BY <java:a.B>(?s)", Limits.DEFAULT).code());
    assertEquals("unknown-function", problem("SELECT ?n WHERE { ?s ?p ?o } GROUP BY (<java:a.B>(?s) AS ?n)", Limits.DEFAULT).code());
    assertEquals("unknown-function", problem("SELECT ?n WHERE { ?s ?p ?n } GROUP BY ?n HAVING (<java:a.B>(?n))", Limits.DEFAULT).code());
    assertEquals("unknown-function", problem("SELECT (SUM(<java:a.B>(?s)) AS ?n) WHERE { ?s ?p ?o }", Limits.DEFAULT).code());
    // As a property it is a property like any other, which nothing has.
    assertEquals(0, ((Answer.Rows) run("SELECT ?s WHERE { ?s <java:a.B> ?o }")).rows().size());
    assertEquals(0, ((Answer.Rows) run("SELECT ?s WHERE { ?s a ?type . ?s <java:" + Trap.class.getName() + ">+ ?o }")).rows().size());
    assertFalse(Trap.sprung);
  }

  /** A class that a property path could name. */
  public static final class Trap extends PFuncSimple {
    private static boolean sprung;

    public Trap() {
      sprung = true;
    }

    @Override
    public QueryIterator execEvaluated(Binding binding, Node subject, Node predicate, Node object, ExecutionContext context) {
      return QueryIterNullIterator.create(context);
    }
  }

  @Test
  void guardsEveryHavingCondition() {
    String second = " GROUP BY ?s HAVING (COUNT(*) > 0) (<java:a.B>(?s))";
    assertEquals("unknown-function", problem("SELECT ?s WHERE { ?s ?p ?o }" + second, Limits.DEFAULT).code());
    assertEquals("unknown-function", problem("SELECT ?s WHERE { { SELECT ?s WHERE { ?s ?p ?o }" + second + " } }", Limits.DEFAULT).code());
    assertEquals("unknown-function", problem("ASK { FILTER EXISTS { { SELECT ?s WHERE { ?s ?p ?o }" + second + " } } }", Limits.DEFAULT).code());
    Answer.Rows rows = (Answer.Rows) run("SELECT ?x WHERE { ?x <https://example.org/bees/ontology#honey> ?h } GROUP BY ?x HAVING (COUNT(*) > 0) (MAX(?h) > 5)");
    assertEquals(1, rows.rows().size());
  }

  /** Jena's path engine would find the members of lists and containers by itself. */
  @Test
  void readsPathsAsPatternsOnly() {
    DatasetGraph listed = DatasetGraphFactory.create();
    RDFParser.fromString("PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> <http://x/bag> rdf:_1 <http://x/one> .", Lang.TURTLE).parse(listed);
    assertFalse(((Answer.Truth) QueryRunner.run(listed,
        QueryRunner.parse("ASK { <http://x/bag> <http://www.w3.org/2000/01/rdf-schema#member>+ ?one }", "query"), Limits.DEFAULT)).value());
  }

  @Test
  void allowsTheCastsOfTheRecommendation() {
    assertTrue(((Answer.Truth) run("PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ASK { FILTER (xsd:integer(\"7\") = 7) }")).value());
  }

  @Test
  void refusesTheExtensionsOfOneEngine() {
    assertEquals("sparql-syntax", assertThrows(ProblemException.class, () -> QueryRunner.parse("SELECT ?s WHERE { ?s ?p ?o LET (?x := 1) }", "query")).problem().code());
  }

  @Test
  void answersFromTheUnionAndFromSingleGraphs() {
    String honey = "<https://example.org/bees/id/oak> <https://example.org/bees/ontology#honey> ?h";
    assertEquals(2, ((Answer.Rows) run("SELECT ?h WHERE { " + honey + " }")).rows().size());
    assertEquals(2, ((Answer.Rows) run("SELECT ?h WHERE { GRAPH ?g { " + honey + " } }")).rows().size());
    assertEquals(1, ((Answer.Rows) run("SELECT ?h WHERE { GRAPH <https://example.org/bees/source/letter#p1> { " + honey + " } }")).rows().size());
    assertEquals(1, ((Answer.Rows) run("SELECT ?h FROM <https://example.org/bees/source/letter#p1> WHERE { " + honey + " }")).rows().size());
    assertEquals(0, ((Answer.Rows) run("SELECT ?h FROM <https://example.org/bees/source/letter#p1> WHERE { GRAPH ?g { " + honey + " } }")).rows().size());
    assertEquals(1, ((Answer.Rows) run("SELECT ?h FROM NAMED <https://example.org/bees/source/letter#p1> WHERE { GRAPH ?g { " + honey + " } }")).rows().size());
  }
}
