package goldenbridge.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import goldenbridge.fault.Place;
import goldenbridge.fault.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ReportWriterTest {
  @TempDir
  Path folder;

  private BrokenWorld world;

  @BeforeEach
  void breakThreeThings() {
    world = BrokenWorld.in(folder)
        .replace("data/reference/register.ttl", "\"참나무 벌통\"@ko, \"дубовый улей\"@ru", "\"дубовый улей\"@ru")
        .replace("data/sources/gazette.trig", "bee:honey 12.0 .", "bee:honey 12.0 , 13 .")
        .replace("queries/hives.rq", "#+ tags:", "#+ method: GET\n#+ tags:");
  }

  private Report report() {
    Report all = Checker.all(world.home());
    return Report.of(all.home(), all.findings().stream().filter(finding -> !finding.rule().equals("golden-answer"))
        .toList(), all.snapshot(), all.rules());
  }

  @Test
  void textShowsLineCaretHintAndCounts() {
    assertEquals("""
        data/reference/register.ttl:20:18: warning Named-korean: id:oak skos:prefLabel: Add a preferred label in Korean
            skos:prefLabel "oak hive"@en, "дубовый улей"@ru .
                           ^
          hint: Half of the readers read Korean.
        data/sources/gazette.trig:24:22: violation Hive-honey: id:oak bee:honey "13"^^xsd:integer: Write the honey as a decimal in kilograms
              bee:honey 12.0 , 13 .
                               ^
          hint: Honey is weighed and compared as a decimal.
        data/sources/gazette.trig:24:22: violation OneVoice-honey: id:oak bee:honey: Keep one weight in this passage
              bee:honey 12.0 , 13 .
                               ^
          hint: A voice gives one weight; another weight comes from another passage.
        queries/hives.rq:3:4: info ignored-key: the key "method" of grlc means nothing here
          #+ method: GET
             ^
          hint: remove it if no other tool needs it
        2 violations, 1 warning, 1 info
        """, ReportWriter.text(report(), ReportWriter.Form.TEXT));
  }

  @Test
  void textSaysWhatFollowsFromABrokenFile() {
    world.replace("data/sources/letter.trig", "s:curation {", "s:curation {{");
    assertTrue(ReportWriter.text(report(), ReportWriter.Form.TEXT)
        .contains("\nnote: 1 file was left out because of broken syntax; findings elsewhere may follow from that\n"));
  }

  @Test
  void caretStandsUnderTheColumnBehindWideCharacters() {
    Finding finding = new Finding(Severity.INFO, "x", "m", new Place("data/wide.ttl", 1, 5), "", "");
    world.write("data/wide.ttl", "벌\t통 x\n");
    String text = ReportWriter.text(Report.of(world.home(), List.of(finding), Optional.empty(),
        RuleBook.of(List.of())), ReportWriter.Form.TEXT);
    assertEquals("data/wide.ttl:1:5: info x: m\n  벌\t통 x\n    \t   ^\n0 violations, 0 warnings, 1 info\n", text);
  }

  @Test
  void longLinesAreCutAroundTheColumn() {
    Finding finding = new Finding(Severity.INFO, "x", "m", new Place("data/long.ttl", 1, 1001), "", "");
    world.write("data/long.ttl", "a".repeat(1000) + "b" + "c".repeat(1000) + "\n");
    List<String> lines = ReportWriter.text(Report.of(world.home(), List.of(finding), Optional.empty(),
        RuleBook.of(List.of())), ReportWriter.Form.TEXT).lines().toList();
    assertTrue(lines.get(1).length() < 180, lines.get(1));
    assertEquals('b', lines.get(1).charAt(lines.get(2).indexOf('^')));
  }

  @Test
  void jsonHoldsCountsAndFindings() {
    JsonObject json = JsonParser.parseString(ReportWriter.text(report(), ReportWriter.Form.JSON)).getAsJsonObject();
    assertEquals("{\"violation\":2,\"warning\":1,\"info\":1}", json.getAsJsonObject("counts").toString());
    JsonObject first = json.getAsJsonArray("findings").get(0).getAsJsonObject();
    assertEquals("{\"severity\":\"warning\",\"rule\":\"Named-korean\",\"help\":\"FINDINGS.md#named-korean\",\"message\":\"id:oak skos:prefLabel: Add a preferred label in Korean\","
        + "\"file\":\"data/reference/register.ttl\",\"line\":20,\"column\":18,\"focus\":\"https://example.org/bees/id/oak\",\"hint\":\"Half of the readers read Korean.\"}", first.toString());
  }

  @Test
  void jsonLeavesOutWhatIsNotKnown() {
    Report report = Report.of(world.home(), List.of(Finding.of(BuiltIn.NO_HOME, "m", Place.NONE, "")),
        Optional.empty(), RuleBook.of(List.of()));
    assertEquals(Set.of("severity", "rule", "help", "message"),
        JsonParser.parseString(ReportWriter.text(report, ReportWriter.Form.JSON)).getAsJsonObject()
        .getAsJsonArray("findings").get(0).getAsJsonObject().keySet());
  }

  @Test
  void sarifFitsItsSchema() throws Exception {
    Report broken = report();
    Report placeless = Report.of(world.home(), List.of(Finding.of(BuiltIn.NO_HOME, "m", Place.NONE, ""),
        Finding.of(BuiltIn.SYNTAX, "m", Place.of("data/ö %.ttl"), "h")),
        Optional.empty(), RuleBook.of(List.of()));
    Report sound = Report.of(world.home(), List.of(), Optional.empty(), RuleBook.of(List.of()));
    for (Report report : List.of(broken, placeless, sound)) {
      assertEquals(Set.of(), schema().validate(ReportWriter.text(report, ReportWriter.Form.SARIF), InputFormat.JSON));
    }
    assertFalse(schema().validate(ReportWriter.text(broken, ReportWriter.Form.SARIF)
        .replace("\"startLine\": 20", "\"startLine\": 0"), InputFormat.JSON).isEmpty(),
        "the schema refuses what is wrong");
  }

  private static JsonSchema schema() throws Exception {
    try (InputStream schema = ReportWriterTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
    }
  }

  @Test
  void sarifPointsAtPlaceAndRule() {
    JsonObject run = JsonParser.parseString(ReportWriter.text(report(), ReportWriter.Form.SARIF)).getAsJsonObject()
        .getAsJsonArray("runs").get(0).getAsJsonObject();
    JsonArray rules = run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
    JsonObject result = run.getAsJsonArray("results").get(1).getAsJsonObject();
    assertEquals("Hive-honey", result.get("ruleId").getAsString());
    assertEquals("error", result.get("level").getAsString());
    JsonObject rule = rules.get(result.get("ruleIndex").getAsInt()).getAsJsonObject();
    assertEquals("Hive-honey", rule.get("id").getAsString());
    assertEquals("Honey is weighed and compared as a decimal. Write 12.0, not 12.", rule.getAsJsonObject("help")
        .get("text").getAsString());
    JsonObject place = result.getAsJsonArray("locations").get(0).getAsJsonObject().getAsJsonObject("physicalLocation");
    assertEquals("{\"uri\":\"data/sources/gazette.trig\",\"uriBaseId\":\"%SRCROOT%\"}",
        place.getAsJsonObject("artifactLocation").toString());
    assertEquals("{\"startLine\":24,\"startColumn\":22}", place.getAsJsonObject("region").toString());
  }

  @Test
  void githubAnnotates() {
    List<String> lines = ReportWriter.text(report(), ReportWriter.Form.GITHUB).lines().toList();
    assertEquals("::warning file=data/reference/register.ttl,line=20,col=18,title=Named-korean::id:oak skos:prefLabel: Add a preferred label in Korean%0AHalf of the readers read Korean.", lines.get(0));
    assertTrue(lines.get(1).startsWith("::error file=data/sources/gazette.trig,line=24,col=22,title=Hive-honey::"),
        lines.get(1));
    assertTrue(lines.get(3).startsWith("::notice file=queries/hives.rq,line=3,col=4,title=ignored-key::"), lines.get(3));
    assertEquals("2 violations, 1 warning, 1 info", lines.get(4));
  }

  @Test
  void githubEscapes() {
    Finding finding = new Finding(Severity.INFO, "a,b:c", "100 %, of it", new Place("da:ta,%.ttl", 1, 0), "", "");
    String text = ReportWriter.text(Report.of(world.home(), List.of(finding), Optional.empty(),
        RuleBook.of(List.of())), ReportWriter.Form.GITHUB);
    assertEquals("::notice file=da%3Ata%2C%25.ttl,line=1,title=a%2Cb%3Ac::100 %25, of it", text.lines().findFirst()
        .orElseThrow());
  }

  @Test
  void junitHasATestCaseARule() throws Exception {
    Report report = report();
    Document xml = xml(ReportWriter.text(report, ReportWriter.Form.JUNIT));
    Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
    assertEquals(Integer.toString(report.rules().all().size()), suite.getAttribute("tests"));
    assertEquals("2", suite.getAttribute("failures"));
    assertEquals(report.rules().all().size(), xml.getElementsByTagName("testcase").getLength());
    Element failure = (Element) xml.getElementsByTagName("failure").item(0);
    assertEquals("Hive-honey", ((Element) failure.getParentNode()).getAttribute("name"));
    assertTrue(failure.getTextContent().contains("data/sources/gazette.trig:24:22"), failure.getTextContent());
    assertEquals(2, xml.getElementsByTagName("system-out").getLength());
  }

  @Test
  void junitTellsFindingsOfUnknownRulesToo() throws Exception {
    Finding finding = new Finding(Severity.VIOLATION, "strange", "<&\u0001>", Place.NONE, "", "");
    Document xml = xml(ReportWriter.text(Report.of(world.home(), List.of(finding), Optional.empty(),
        RuleBook.of(List.of())), ReportWriter.Form.JUNIT));
    assertEquals("<&\uFFFD>", ((Element) xml.getElementsByTagName("failure").item(0)).getAttribute("message"));
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void markdownIsATableASeverity() {
    String text = ReportWriter.text(report(), ReportWriter.Form.MARKDOWN);
    assertTrue(text.startsWith("**2 violations, 1 warning, 1 info**\n\n### violation (2)\n\n| place | rule | finding | hint |\n|---|---|---|---|\n"
        + "| `data/sources/gazette.trig:24:22` | [`Hive-honey`](FINDINGS.md#hive-honey) | id:oak bee:honey \"13\"^^xsd:integer: Write the honey as a decimal in kilograms |"), text);
  }

  @Test
  void markdownEscapes() {
    Finding finding = new Finding(Severity.INFO, "x", "a|b <c> *d*", Place.NONE, "", "");
    String text = ReportWriter.text(Report.of(world.home(), List.of(finding), Optional.empty(),
        RuleBook.of(List.of())), ReportWriter.Form.MARKDOWN);
    assertTrue(text.endsWith("|  | [`x`](FINDINGS.md#x) | a\\|b \\<c\\> \\*d\\* |  |\n"), text);
  }

  @ParameterizedTest
  @EnumSource
  void isDeterministicUtf8(ReportWriter.Form form) {
    ByteArrayOutputStream one = new ByteArrayOutputStream();
    ByteArrayOutputStream other = new ByteArrayOutputStream();
    ReportWriter.write(report(), form, one);
    ReportWriter.write(report(), form, other);
    assertEquals(one.toString(StandardCharsets.UTF_8), other.toString(StandardCharsets.UTF_8));
    assertTrue(one.toString(StandardCharsets.UTF_8).endsWith("\n"));
  }

  @Test
  void formsHaveNames() {
    assertEquals(ReportWriter.Form.SARIF, ReportWriter.Form.named("Sarif"));
    ProblemException unknown = assertThrows(ProblemException.class, () -> ReportWriter.Form.named("sarf"));
    assertEquals("did you mean sarif?", unknown.problem().hint());
  }
}
