package goldenbridge.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCheckTest {
  private static final String RULE = "ontology/rules/unknown-term.rq";

  @TempDir
  Path folder;

  private BrokenWorld world;

  @BeforeEach
  void copy() {
    world = BrokenWorld.in(folder);
  }

  @Test
  void unknownPropertyPointsAtItsUse() {
    world.replace("data/sources/gazette.trig", "id:oak bee:swarmedOn", "id:oak bee:swarmdOn");
    assertEquals(List.of("data/sources/gazette.trig:28:23: violation unknown-term: bee:swarmdOn is used in <https://example.org/bees/source/gazette#p2> "
        + "but the ontology does not define it: correct the spelling or define it"), world.found("unknown-term"));
  }

  @Test
  void unknownClassPointsAtItsUse() {
    world.replace("data/reference/register.ttl", "id:elm a bee:TreeHive", "id:elm a bee:ThreeHive");
    assertEquals(List.of("data/reference/register.ttl:16:10: violation unknown-term: bee:ThreeHive is used in <https://example.org/bees/reference/register> "
        + "but the ontology does not define it: correct the spelling or define it"), world.found("unknown-term"));
  }

  @Test
  void undescribedGraphPointsIntoTheGraph() {
    world.replace("data/sources/gazette.trig", "s:p2 {", "s:p3 {");
    assertEquals(List.of("data/sources/gazette.trig:28:24: violation undescribed-graph: the graph <https://example.org/bees/source/gazette#p3> "
        + "is not described: type it as a report, a passage or a curation"), world.found("undescribed-graph"));
  }

  @Test
  void rowWithPathAndValuePointsAtThatStatementInThatGraph() {
    rule("high-yield", """
        #+ summary: Much honey
        #+ description: Too good to be true. Weigh again.
        #+ severity: info
        #+ message: "{focus} gave {value} by {path} in {graph}"
        PREFIX bee: <https://example.org/bees/ontology#>

        SELECT ?focus ?path ?value ?graph
        WHERE {
          VALUES ?path { bee:honey }
          GRAPH ?graph { ?focus ?path ?value }
          FILTER (?value > 12.5)
        }
        ORDER BY ?focus ?value ?graph
        """);
    Finding finding = Checker.all(world.home()).findings().get(0);
    assertEquals("data/sources/letter.trig:25:20: info high-yield: id:oak gave \"15.5\"^^xsd:decimal by bee:honey in <https://example.org/bees/source/letter#p1>", finding.toString());
    assertEquals("Too good to be true. Weigh again.", finding.hint());
  }

  @Test
  void rowWithoutGraphPointsAtTheType() {
    rule("every-hive", """
        #+ summary: Hives
        #+ description: Why.
        #+ severity: warning
        #+ message: "{focus} is a hive"
        PREFIX bee: <https://example.org/bees/ontology#>

        SELECT ?focus
        WHERE { ?focus a bee:Hive }
        ORDER BY ?focus
        """);
    assertEquals(List.of("data/reference/register.ttl:19:10: warning every-hive: id:oak is a hive"), world.found());
  }

  @Test
  void ruleAboutTheOntologyPointsIntoTheOntology() {
    rule("no-classes", """
        #+ summary: Classes
        #+ description: Why.
        #+ severity: info
        #+ message: "{focus} is a class"
        PREFIX bee: <https://example.org/bees/ontology#>
        PREFIX owl: <http://www.w3.org/2002/07/owl#>

        SELECT ?focus ?graph
        WHERE {
          GRAPH ?graph { ?focus a owl:Class }
          FILTER (?focus = bee:Queen || ?focus = bee:TreeHive)
        }
        ORDER BY ?focus
        """.replace("?focus = bee:Queen || ", ""));
    assertEquals(List.of("ontology/ontology.ttl:44:16: info no-classes: bee:TreeHive is a class"), world.found());
  }

  @Test
  void ruleThatDoesNotParseIsAFinding() {
    world.replace(RULE, "SELECT DISTINCT", "SELEKT DISTINCT");
    assertEquals(List.of("ontology/rules/unknown-term.rq:7"), Checker.all(world.home()).findings().stream()
        .filter(finding -> finding.rule().equals("sparql-syntax"))
        .map(finding -> finding.place().file() + ":" + finding.place().line()).toList());
  }

  @Test
  void brokenHeaderIsAFindingWithItsLine() {
    world.replace(RULE, "#+ severity: violation", "#+ severity: [violation");
    List<String> found = world.found("rule-header");
    assertEquals(1, found.size(), found::toString);
    assertEquals("ontology/rules/unknown-term.rq:6:", found.get(0).substring(0, 33), found::toString);
  }

  @Test
  void unknownKeyAndSeverityAreFindings() {
    world.replace(RULE, "#+ summary: Terms", "#+ sumary: Terms").replace(RULE, "severity: violation", "severity: fatal");
    assertEquals(List.of("ontology/rules/unknown-term.rq:1:1: violation rule-header: the rule header has no summary",
        "ontology/rules/unknown-term.rq:1:4: violation rule-header: rule header: key \"sumary\" is unknown",
        "ontology/rules/unknown-term.rq:5:4: violation rule-header: severity \"fatal\" is unknown"), world.found());
  }

  @Test
  void columnsAndPlaceholdersFitAFinding() {
    world.replace(RULE, "SELECT DISTINCT ?focus ?graph", "SELECT DISTINCT ?focus ?grph")
        .replace(RULE, "GRAPH ?graph", "GRAPH ?grph").replace(RULE, "STR(?graph)", "STR(?grph)");
    assertEquals(List.of("ontology/rules/unknown-term.rq:6:4: violation rule-columns: the message names {graph}, which is no column of the rule",
        "ontology/rules/unknown-term.rq:7:1: violation rule-columns: the column ?grph is none of a finding's"),
            world.found());
  }

  @Test
  void ruleMustSelectTheFocus() {
    world.write("ontology/rules/unknown-term.rq", world.read(RULE)
        .replace("SELECT DISTINCT ?focus ?graph\nWHERE", "ASK").replace("ORDER BY STR(?focus) STR(?graph)\n", ""));
    assertEquals(List.of("ontology/rules/unknown-term.rq: violation rule-columns: a rule must be a SELECT"), world.found());
  }

  @Test
  void rulesNameOnlyTermsOfTheOntology() {
    world.replace("ontology/rules/undescribed-graph.rq", "bee:Curation", "bee:Curaton");
    assertEquals(List.of("ontology/rules/undescribed-graph.rq:18:48: violation undefined-term: bee:Curaton is not defined by the ontology"), world.found("undefined-term"));
  }

  @Test
  void ruleThatTakesAnIdOfTheProgramIsAFinding() {
    rule("syntax", world.read(RULE));
    assertEquals(List.of("ontology/rules/syntax.rq:1:1: violation repeated-id: the id syntax is that of a rule of the program"), world.found());
  }

  private void rule(String id, String text) {
    world.write("ontology/rules/" + id + ".rq", text);
  }
}
