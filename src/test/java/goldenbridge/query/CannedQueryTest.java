package goldenbridge.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Snapshot;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Query;
import org.junit.jupiter.api.Test;

class CannedQueryTest {
  private final Snapshot snapshot = World.snapshot();
  private final Choices choices = new Choices(snapshot.dataset(), snapshot.prefixes());
  private final QueryCatalog catalog = QueryCatalog.of(snapshot.home().queries());

  private Answer.Rows answer(CannedQuery query, Map<String, List<String>> arguments) {
    Query bound = query.bind(arguments, snapshot.entities()::resolve, choices);
    return (Answer.Rows) QueryRunner.run(snapshot.dataset(), bound, Limits.DEFAULT);
  }

  private static CannedQuery query(String text) {
    return CannedQuery.parse("test", "queries/test.rq", text);
  }

  private List<Problem> problems(String name, Map<String, List<String>> arguments) {
    return assertThrows(ProblemException.class, () -> catalog.find(name).bind(arguments, snapshot.entities()::resolve, choices)).problems();
  }

  @Test
  void answersWithoutOptionalParameters() {
    assertEquals(3, answer(catalog.find("honey"), Map.of()).rows().size());
  }

  @Test
  void bindsAnEntityByItsLabelInAnyLanguage() {
    assertEquals(2, answer(catalog.find("honey"), Map.of("hive", List.of("참나무 벌통"))).rows().size());
  }

  @Test
  void treatsAnEmptyValueAsAbsent() {
    assertEquals(3, answer(catalog.find("honey"), Map.of("hive", List.of(""))).rows().size());
  }

  @Test
  void takesSeveralValuesWhereTheQuerySaysSo() {
    assertEquals(1, answer(catalog.find("hives"), Map.of("keeper", List.of("Ada Comb"))).rows().size());
    assertEquals(2, answer(catalog.find("hives"), Map.of("keeper", List.of("Ada Comb", "id:bela"))).rows().size());
    assertEquals(2, answer(catalog.find("hives"), Map.of()).rows().size());
  }

  @Test
  void bindsInsideSubQueriesExistsMinusAndUnion() {
    CannedQuery query = query("""
        #+ summary: test
        PREFIX bee: <https://example.org/bees/ontology#>
        SELECT ?hive ?most WHERE {
          { SELECT ?hive (MAX(?h) AS ?most) WHERE { { ?hive bee:honey ?h } UNION { ?hive bee:none ?h } FILTER (?h >= ?_least) } GROUP BY ?hive }
          FILTER EXISTS { ?hive bee:honey ?x FILTER (?x >= ?_least) }
          MINUS { ?hive bee:honey ?y FILTER (?y > ?_least + 10) }
        } ORDER BY ?hive
        """.replace("#+ summary: test", "#+ summary: test\n#+ params: {least: {type: decimal}}"));
    assertEquals(1, answer(query, Map.of("least", List.of("12.0"))).rows().size());
    assertEquals(1, answer(query, Map.of("least", List.of("4.0"))).rows().size());
    assertEquals(0, answer(query, Map.of("least", List.of("99"))).rows().size());
  }

  @Test
  void bindsInEveryHavingCondition() {
    CannedQuery query = query("#+ summary: t\n#+ params: {least: {type: decimal}}\nPREFIX bee: <https://example.org/bees/ontology#>\n"
        + "SELECT ?x WHERE { ?x bee:honey ?h } GROUP BY ?x HAVING (COUNT(*) > 0) (MAX(?h) > ?_least) ORDER BY ?x");
    assertEquals(2, answer(query, Map.of("least", List.of("1.0"))).rows().size());
    assertEquals(1, answer(query, Map.of("least", List.of("5.0"))).rows().size());
  }

  @Test
  void leavesTheColumnsAsTheQueryNamesThem() {
    assertEquals(List.of("hive", "honey", "passage"), answer(catalog.find("honey"), Map.of("hive", List.of("id:oak"))).columns().stream().map(v -> v.getVarName()).toList());
    assertEquals(List.of("hive", "keeper"), answer(catalog.find("hives"), Map.of("keeper", List.of("id:ada"))).columns().stream().map(v -> v.getVarName()).toList());
  }

  @Test
  void keepsAValueAValueWhateverItsText() {
    CannedQuery query = query("#+ summary: t\nSELECT ?s WHERE { ?s ?p ?_text } ORDER BY ?s");
    assertEquals(0, answer(query, Map.of("text", List.of("\" } ; DROP ALL # "))).rows().size());
  }

  @Test
  void takesTheTypeFromTheEndingOfTheVariable() {
    CannedQuery query = query("#+ summary: t\nSELECT ?s WHERE { ?s ?p ?_label_ko . ?s ?q ?__from_xsd_date . ?s ?r ?__n_integer . FILTER (!BOUND(?__x_iri)) }");
    assertEquals(List.of("label:language", "from:date", "n:integer", "x:iri"),
        query.parameters().stream().map(p -> p.name() + ":" + p.type().label()).toList());
    assertEquals(List.of(Parameter.Presence.REQUIRED, Parameter.Presence.OPTIONAL, Parameter.Presence.OPTIONAL, Parameter.Presence.OPTIONAL),
        query.parameters().stream().map(Parameter::presence).toList());
  }

  @Test
  void suggestsTheParameterThatWasMeant() {
    assertEquals("query honey has no parameter \"hivee\"; did you mean hive?", problems("honey", Map.of("hivee", List.of("x"))).get(0).toString());
  }

  @Test
  void saysWhatAMissingParameterIsFor() {
    assertEquals("query swarms needs parameter year (The year of the swarm); add year=1921", problems("swarms", Map.of()).get(0).toString());
  }

  @Test
  void rejectsValuesOfTheWrongType() {
    assertEquals("parameter year: \"last\" is not a year; write it as 1921", problems("swarms", Map.of("year", List.of("last"))).get(0).toString());
    assertEquals("parameter least: \"much\" is not a decimal number; write it as 10.0", problems("honey", Map.of("least", List.of("much"))).get(0).toString());
  }

  @Test
  void rejectsARepeatedParameter() {
    assertEquals("repeated-parameter", problems("swarms", Map.of("year", List.of("1921", "1922"))).get(0).code());
  }

  @Test
  void tellsAllProblemsOfACallTogether() {
    List<Problem> problems = problems("honey", Map.of("hive", List.of("oak hyve"), "least", List.of("x"), "zzz", List.of("1")));
    assertEquals(List.of("unknown-parameter", "unknown-entity", "parameter-type"), problems.stream().map(Problem::code).toList());
    assertTrue(problems.get(1).message().startsWith("parameter hive: nothing is called"), problems.toString());
  }

  @Test
  void rejectsAValueThatTheEnumQueryDoesNotGive() {
    CannedQuery query = query("#+ summary: t\n#+ params: {k: {type: entity, enumQuery: 'SELECT ?k { ?h bee:keeper ?k } ORDER BY ?k', description: d}}\n"
        + "SELECT ?s WHERE { ?s ?p ?_k }");
    assertEquals(2, choices.of(query.parameters().get(0)).size());
    query.bind(Map.of("k", List.of("Ada Comb")), snapshot.entities()::resolve, choices);
    ProblemException rejected = assertThrows(ProblemException.class,
        () -> query.bind(Map.of("k", List.of("oak hive")), snapshot.entities()::resolve, choices));
    assertEquals("parameter k: \"id:oak\" is not allowed; choose one of id:ada, id:bela", rejected.problem().toString());
  }

  @Test
  void rejectsAValueOutsideTheEnumeration() {
    CannedQuery query = query("#+ summary: t\n#+ params: {bound: {type: enum, enum: [more-than, about], description: d}}\nSELECT ?s WHERE { ?s ?p ?_bound }");
    ProblemException rejected = assertThrows(ProblemException.class, () -> query.bind(Map.of("bound", List.of("abuot")), name -> null, choices));
    assertEquals("parameter bound: \"abuot\" is not allowed; did you mean about?", rejected.problem().toString());
  }

  @Test
  void usesTheDefaultOfAParameter() {
    CannedQuery query = query("#+ summary: t\n#+ params: {year: {type: year, default: 1921}}\nSELECT ?s WHERE { ?s ?p ?o FILTER (?_year = 1921) } ORDER BY ?s LIMIT 1");
    assertEquals(1, answer(query, Map.of()).rows().size());
    assertEquals(0, answer(query, Map.of("year", List.of("1922"))).rows().size());
  }

  @Test
  void pointsAtAnUnknownKeyOfTheHeader() {
    ProblemException wrong = assertThrows(ProblemException.class, () -> query("#+ summary: t\n#+ descripton: d\nSELECT * {}"));
    assertEquals("queries/test.rq:2:4: query header: key \"descripton\" is unknown; did you mean description?", wrong.problem().toString());
  }

  @Test
  void pointsAtBrokenYaml() {
    ProblemException wrong = assertThrows(ProblemException.class, () -> query("#+ summary: t\n#+ tags: [a, b\n#+ view: Table\nSELECT * {}"));
    assertEquals("query-header", wrong.problem().code());
    assertEquals("queries/test.rq", wrong.problem().place().file());
    assertTrue(wrong.problem().place().line() >= 2, wrong.problem().toString());
  }

  @Test
  void pointsAtASyntaxErrorByTheLineOfTheFile() {
    ProblemException wrong = assertThrows(ProblemException.class, () -> query("#+ summary: t\nSELECT ?s\nWHERE { ?s ?p }"));
    assertEquals("queries/test.rq:3:15: malformed SPARQL at }; check the query against SPARQL 1.1", wrong.problem().toString());
  }

  @Test
  void rejectsADescribedParameterThatTheQueryLacks() {
    ProblemException wrong = assertThrows(ProblemException.class, () -> query("#+ summary: t\n#+ params:\n#+   yeer: {type: year}\nSELECT ?s WHERE { ?s ?p ?_year }"));
    assertEquals("queries/test.rq:3:6: parameter yeer is described but no variable ?_yeer or ?__yeer is used; did you mean year?", wrong.problem().toString());
  }

  @Test
  void suggestsTheQueryThatWasMeant() {
    assertEquals("there is no query \"hony\"; did you mean honey?", assertThrows(ProblemException.class, () -> catalog.find("hony")).problem().toString());
  }
}
