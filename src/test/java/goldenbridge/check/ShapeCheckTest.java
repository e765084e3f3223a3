package goldenbridge.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapeCheckTest {
  private static final String REGISTER = "data/reference/register.ttl";
  private static final String GAZETTE = "data/sources/gazette.trig";

  @TempDir
  Path folder;

  private BrokenWorld world;

  @BeforeEach
  void copy() {
    world = BrokenWorld.in(folder);
  }

  @Test
  void wrongDatatypePointsAtTheValue() {
    world.replace(GAZETTE, "bee:honey 12.0", "bee:honey 12");
    assertEquals(List.of("data/sources/gazette.trig:24:15: violation Hive-honey: id:oak bee:honey \"12\"^^xsd:integer: Write the honey as a decimal in kilograms"),
        world.found("Hive-honey"));
  }

  @Test
  void missingLabelPointsAtTheOtherLabels() {
    world.replace(REGISTER, "\"oak hive\"@en, ", "");
    assertEquals(List.of("data/reference/register.ttl:20:18: violation Named-english: id:oak skos:prefLabel: Add a preferred label in English"),
        world.found("Named-english"));
  }

  @Test
  void missingLabelsPointAtTheType() {
    world.replace(REGISTER,
        "id:oak a bee:Hive ;\n  skos:prefLabel \"oak hive\"@en, \"참나무 벌통\"@ko, \"дубовый улей\"@ru .",
            "id:oak a bee:Hive .");
    assertEquals(List.of("data/reference/register.ttl:19:10: violation Named-english: id:oak skos:prefLabel: Add a preferred label in English"),
        world.found("Named-english"));
    assertEquals(List.of("data/reference/register.ttl:19:10: warning Named-korean: id:oak skos:prefLabel: Add a preferred label in Korean"),
        world.found("Named-korean"));
  }

  @Test
  void missingStatementPointsAtTheType() {
    world.replace("data/sources/letter.trig", "id:elm bee:keeper id:bela ;\n    bee:honey", "id:elm bee:honey");
    assertEquals(List.of("data/reference/register.ttl:16:10: violation Hive-keeper: id:elm bee:keeper: Name a keeper of the register"),
        world.found("Hive-keeper"));
  }

  @Test
  void subclassesAreKnownFromTheOntology() {
    world.replace("ontology/ontology.ttl", "  rdfs:subClassOf bee:Hive ;\n", "");
    assertEquals(List.of("data/sources/letter.trig:27:21: violation Keeper-keeps: id:elm bee:keeper id:bela: Let only a hive have a keeper"), world.found("Keeper-keeps"));
  }

  @Test
  void tooManyPointsAtTheLast() {
    world.replace(GAZETTE, "    bee:inReport <https://example.org/bees/source/gazette> ;\n    bee:paragraph 1 .",
        "    bee:inReport <https://example.org/bees/source/gazette> ;\n    bee:inReport <https://example.org/bees/source/letter> ;\n    bee:paragraph 1 .");
    assertEquals(List.of("data/sources/gazette.trig:14:18: violation Evidence-report: "
        + "<https://example.org/bees/source/gazette#p1> bee:inReport: Name the one report"),
            world.found("Evidence-report"));
  }

  @Test
  void inversePathPointsAtTheStatement() {
    world.append(REGISTER, "\nid:ada bee:keeper id:bela .\n");
    assertEquals(List.of("data/reference/register.ttl:22:19: violation Keeper-keeps: id:ada bee:keeper id:bela: Let only a hive have a keeper"),
        world.found("Keeper-keeps"));
  }

  @Test
  void sequencePathPointsAtItsFirstStep() {
    shape("( bee:keeper skos:altLabel )", "sh:maxLength 3");
    world.append(REGISTER, "\nid:ada skos:altLabel \"Addy\"@en .\n");
    assertEquals(List.of("data/sources/gazette.trig:23:21: violation Path: id:oak bee:keeper id:ada: Mend it"),
        world.found("Path"));
  }

  @Test
  void alternativePathTellsWhichPropertyItWas() {
    shape("[ sh:alternativePath ( bee:swarmedOn bee:honey ) ]", "sh:datatype xsd:decimal");
    assertEquals(List.of("data/sources/gazette.trig:28:24: violation Path: id:oak bee:swarmedOn \"1921-05-03\"^^xsd:date: Mend it"),
        world.found("Path").stream().filter(text -> text.contains("id:oak")).toList());
  }

  @Test
  void repeatedPathPointsAtItsFirstStep() {
    shape("[ sh:oneOrMorePath bee:keeper ]", "sh:nodeKind sh:Literal");
    assertEquals(List.of("data/sources/gazette.trig:23:21: violation Path: id:oak bee:keeper id:ada: Mend it"),
        world.found("Path").stream().filter(text -> text.contains("id:oak")).toList());
  }

  @Test
  void namelessShapeReportsUnderTheShapeAroundIt() {
    world.append("ontology/shapes.ttl", """

        s:Path a sh:NodeShape ;
          rdfs:comment "Why."@en ;
          sh:targetClass bee:Hive ;
          sh:message "Mend the hive."@en ;
          sh:property [ sh:path bee:honey ; sh:minExclusive 5.0 ] .
        """);
    assertEquals(1, world.found("Path").size(), () -> world.found().toString());
    assertEquals(List.of("ontology/shapes.ttl:86:25: violation shape-name: a shape of <https://example.org/bees/shapes#Path> has no name of its own"), world.found("shape-name"));
  }

  @Test
  void closedShapePointsAtTheForeignStatement() {
    world.append("ontology/shapes.ttl", """

        s:Path a sh:NodeShape ;
          rdfs:comment "Why."@en ;
          sh:targetClass bee:Note ;
          sh:closed true ;
          sh:ignoredProperties ( rdf:type bee:onPassage bee:concerns ) ;
          sh:message "Mend it."@en .
        """.replace("rdf:type", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"));
    List<String> found = world.found("Path");
    assertEquals(1, found.size(), found::toString);
    assertEquals("data/sources/letter.trig:38:20: violation Path: <https://example.org/bees/source/letter#n1> skos:scopeNote "
        + "\"The letter of January speaks of last summer, which is that o…\"@en: Mend it", found.get(0));
  }

  @Test
  void passagesDisagreeFreelyButNotWithThemselves() {
    assertEquals(List.of(), world.found("OneVoice-honey"), "12.0 and 15.5 stand in two passages");
    world.replace(GAZETTE, "bee:honey 12.0 .", "bee:honey 12.0, 13.0 .");
    assertEquals(List.of("data/sources/gazette.trig:24:21: violation OneVoice-honey: id:oak bee:honey: Keep one weight in this passage"), world.found("OneVoice-honey"));
  }

  @Test
  void passageFindingPointsIntoThatPassage() {
    world.replace(GAZETTE, "  id:oak bee:swarmedOn", "  id:oak bee:honey 15.5, 16.5 ;\n    bee:swarmedOn");
    assertEquals(List.of("data/sources/gazette.trig:28:26: violation OneVoice-honey: id:oak bee:honey: Keep one weight in this passage"), world.found("OneVoice-honey"),
        "15.5 stands in the letter too");
  }

  @Test
  void passageShapesKnowSubclassesButNoOtherTriple() {
    world.append("ontology/passage-shapes.ttl", """

        s:TypedHere a sh:NodeShape ;
          rdfs:comment "Why."@en ;
          sh:targetClass bee:Hive ;
          sh:message "Type it in the register."@en ;
          sh:property s:TypedHere-honey .

        s:TypedHere-honey a sh:PropertyShape ;
          rdfs:comment "Why."@en ;
          sh:path bee:honey ;
          sh:maxCount 0 ;
          sh:message "Type it in the register."@en .
        """);
    assertEquals(List.of(), world.found(), "hives have their types in the register");
    world.replace(GAZETTE, "id:oak bee:keeper", "id:oak a bee:TreeHive ;\n    bee:keeper");
    assertEquals(List.of("data/sources/gazette.trig:25:15: violation TypedHere-honey: id:oak bee:honey: Type it in the register"), world.found("TypedHere-honey"));
  }

  @Test
  void styleIsForTheOntologyAlone() {
    world.replace("ontology/ontology.ttl", "  rdfs:label \"tree hive\"@en, \"나무 벌통\"@ko, \"борть\"@ru ;\n", "");
    world.append(REGISTER, "\nbee:Queen a <http://www.w3.org/2002/07/owl#Class> .\n");
    assertEquals(List.of("ontology/ontology.ttl:44:16: violation Term-label: bee:TreeHive <http://www.w3.org/2000/01/rdf-schema#label>: Name the term once in a language"),
        world.found("Term-label"));
  }

  @Test
  void hintIsTheFirstSentenceOfTheComment() {
    world.replace(REGISTER, "\"oak hive\"@en, ", "");
    Finding finding = Checker.all(world.home()).findings().stream()
        .filter(found -> found.rule().equals("Named-english")).findFirst().orElseThrow();
    assertEquals("English is what every other language falls back to.", finding.hint());
    assertEquals("https://example.org/bees/id/oak", finding.focus());
  }

  @Test
  void malformedShapeIsAFinding() {
    world.replace("ontology/shapes.ttl", "  sh:path bee:honey ;\n", "");
    List<String> found = world.found("shape-syntax");
    assertEquals(1, found.size(), found::toString);
    assertTrue(found.get(0).startsWith("ontology/shapes.ttl:50:16: violation shape-syntax: "), found::toString);
  }

  @Test
  void wordsThatShaclDoesNotHaveAreFindings() {
    world.replace("ontology/shapes.ttl", "  sh:path bee:keeper ;\n  sh:minCount 1 ;",
        "  sh:path bee:keeper ;\n  sh:minCuont 1 ;");
    Finding finding = Checker.all(world.home()).findings().get(0);
    assertEquals("ontology/shapes.ttl:46:15: violation shape-term: SHACL has no word sh:minCuont", finding.toString());
    assertEquals("did you mean minCount?", finding.hint().replaceAll(",.*", "?"));
  }

  @Test
  void shapesNameOnlyTermsOfTheOntology() {
    world.replace("ontology/shapes.ttl", "  sh:path bee:honey ;", "  sh:path bee:hony ;");
    Finding finding = Checker.all(world.home()).findings().get(0);
    assertEquals("ontology/shapes.ttl:52:11: violation undefined-term: bee:hony is not defined by the ontology",
        finding.toString());
    assertEquals("did you mean bee:honey?", finding.hint());
  }

  @Test
  void shapesHaveMessagesAndComments() {
    world.replace("ontology/shapes.ttl", "  sh:message \"Name a keeper of the register.\"@en .",
        "  sh:message \"Назовите пасечника.\"@ru .");
    assertEquals(List.of("ontology/shapes.ttl:43:17: warning shape-text: the shape Hive-keeper has no English sh:message"), world.found());
  }

  private void shape(String path, String constraint) {
    world.append("ontology/shapes.ttl", """

        s:Path a sh:PropertyShape ;
          rdfs:comment "Why."@en ;
          sh:targetClass bee:Hive ;
          sh:path %s ;
          %s ;
          sh:message "Mend it."@en .
        """.formatted(path, constraint));
  }
}
