package goldenbridge.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import goldenbridge.fault.ProblemException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;

class TracedAnswerTest {
  private static final String PREFIXES = "PREFIX bee: <https://example.org/bees/ontology#> PREFIX id: <https://example.org/bees/id/> "
      + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ";

  private final DatasetGraph dataset = World.snapshot().dataset();

  private TracedAnswer run(String query) {
    return TracedAnswer.run(dataset, QueryRunner.parse(PREFIXES + query, "query"), Limits.DEFAULT);
  }

  /** What the only row matched, as {@code graph subject property object} in short. */
  private Set<String> matched(String query) {
    TracedAnswer traced = run(query);
    assertEquals(1, traced.matched().size(), traced.answer().toString());
    return shown(traced.matched().get(0));
  }

  private static Set<String> shown(Set<Quad> quads) {
    return quads.stream().map(quad -> (quad.isDefaultGraph() ? "" : local(quad.getGraph().toString()) + ": ") + local(quad.getSubject().toString()) + " "
        + local(quad.getPredicate().toString()) + " " + (quad.getObject().isLiteral() ? quad.getObject().getLiteralLexicalForm() : local(quad.getObject().toString())))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String local(String iri) {
    return iri.replaceAll(".*/", "").replaceAll("ontology#", "");
  }

  @Test
  void tellsTheTriplesOfABasicPattern() {
    assertEquals(Set.of("elm honey 4.0", "elm keeper bela"), matched("SELECT ?k WHERE { id:elm bee:keeper ?k ; bee:honey ?h }"));
  }

  @Test
  void namesTheGraphThatTheQueryAskedFor() {
    assertEquals(Set.of("gazette#p1: oak honey 12.0"), matched("SELECT ?h WHERE { GRAPH <https://example.org/bees/source/gazette#p1> { id:oak bee:honey ?h } }"));
    assertEquals(Set.of("letter#p1: elm honey 4.0", "letter#p1: elm keeper bela"), matched("SELECT ?g WHERE { GRAPH ?g { ?x bee:honey 4.0 ; bee:keeper ?k } }"));
  }

  @Test
  void addsWhatAnOptionalPartFound() {
    assertEquals(Set.of("elm honey 4.0", "elm swarmedOn 1921"), matched("SELECT ?d WHERE { id:elm bee:honey ?h OPTIONAL { id:elm bee:swarmedOn ?d } }"));
    assertEquals(Set.of("elm honey 4.0"), matched("SELECT ?d WHERE { id:elm bee:honey ?h OPTIONAL { id:elm bee:nothing ?d } }"));
  }

  @Test
  void tellsOnlyTheBranchThatMatched() {
    assertEquals(Set.of("elm swarmedOn 1921"), matched("SELECT ?x WHERE { { id:elm bee:nothing ?x } UNION { id:elm bee:swarmedOn ?x } }"));
  }

  @Test
  void unitesAGroup() {
    assertEquals(Set.of("oak honey 12.0", "oak honey 15.5"), matched("SELECT (SUM(?h) AS ?all) WHERE { id:oak bee:honey ?h } GROUP BY ?nothing"));
    assertEquals(Set.of("oak honey 12.0", "oak honey 15.5"), matched("SELECT ?all WHERE { { SELECT (MAX(?h) AS ?all) WHERE { id:oak bee:honey ?h } } }"));
    assertEquals(Set.of("oak honey 12.0", "oak honey 15.5"), matched("SELECT DISTINCT ?x WHERE { VALUES ?x { id:oak } ?x bee:honey ?h }"));
  }

  @Test
  void addsWhatExistsFoundAndNothingForAbsence() {
    assertEquals(Set.of("elm honey 4.0", "elm keeper bela"), matched("SELECT ?x WHERE { ?x bee:honey 4.0 FILTER EXISTS { ?x bee:keeper ?k } }"));
    assertEquals(Set.of("elm honey 4.0"), matched("SELECT ?x WHERE { ?x bee:honey 4.0 FILTER NOT EXISTS { ?x bee:nothing ?k } }"));
    assertEquals(Set.of("elm honey 4.0"), matched("SELECT ?x WHERE { ?x bee:honey ?h MINUS { id:oak bee:keeper ?k . ?x bee:honey 12.0 } MINUS { ?x bee:honey 15.5 } MINUS { ?x bee:honey 12.0 } }"));
  }

  @Test
  void tellsTheStepsOfAPath() {
    assertEquals(Set.of("TreeHive rdf-schema#subClassOf Hive", "elm 22-rdf-syntax-ns#type TreeHive"),
        matched("SELECT ?x WHERE { ?x a/rdfs:subClassOf+ bee:Hive }"));
    assertEquals(Set.of("elm keeper bela"), matched("SELECT ?x WHERE { id:bela ^bee:keeper ?x }"));
    assertEquals(Set.of(), matched("SELECT ?x WHERE { id:bela bee:keeper* ?x }"));
  }

  @Test
  void tracesConstructDescribeAndAsk() {
    TracedAnswer made = run("CONSTRUCT { ?k bee:keeps ?x } WHERE { ?x bee:keeper ?k ; bee:honey 4.0 }");
    assertEquals(1, made.triples().size());
    assertEquals(Set.of("elm honey 4.0", "elm keeper bela"), shown(made.matched().get(0)));
    assertEquals(Set.of("elm honey 4.0"), shown(run("ASK { ?x bee:honey 4.0 }").matched().get(0)));
    TracedAnswer described = run("DESCRIBE id:elm");
    assertTrue(described.triples().size() >= 5, described.triples().toString());
  }

  @Test
  void knowsThePresentTime() {
    assertEquals(Set.of("elm honey 4.0"), matched("SELECT ?h WHERE { id:elm bee:honey ?h FILTER (YEAR(NOW()) > 2000) }"));
  }

  @Test
  void stopsAtTheTimeout() {
    assertEquals("timeout", assertThrows(ProblemException.class, () -> TracedAnswer.run(dataset,
        QueryRunner.parse("SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "query"), new Limits(Duration.ofMillis(200), 10))).problem().code());
  }
}
