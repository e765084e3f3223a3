package goldenbridge.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntaxCheckTest {
  @TempDir
  Path folder;

  private BrokenWorld world;

  @BeforeEach
  void copy() {
    world = BrokenWorld.in(folder);
  }

  @Test
  void pointsAtBrokenTurtle() {
    world.replace("data/reference/register.ttl", "id:bela a bee:Keeper ;", "id:bela a bee:Keeper ; ; ] ;");
    assertEquals(List.of("data/reference/register.ttl:13"), places("syntax"));
  }

  @Test
  void pointsAtBrokenTrig() {
    world.replace("data/sources/letter.trig", "s:curation {\n", "s:curation {{\n");
    assertEquals(List.of("data/sources/letter.trig:32"), places("syntax"));
  }

  @Test
  void pointsAtUndeclaredPrefix() {
    world.replace("data/sources/gazette.trig", "  id:oak bee:swarmedOn", "  od:oak bee:swarmedOn");
    assertEquals(List.of("data/sources/gazette.trig:28"), places("syntax"));
  }

  @Test
  void pointsAtImpossibleLiteral() {
    world.replace("data/sources/gazette.trig", "\"1921-05-03\"", "\"1921-02-30\"");
    List<String> found = world.found("literal");
    assertEquals(List.of("data/sources/gazette.trig:28"), places("literal"));
    assertTrue(found.get(0).contains("1921-02-30"), found::toString);
    assertEquals(List.of("golden-answer"), Checker.all(world.home()).findings().stream().map(Finding::rule)
        .filter(rule -> !rule.equals("literal")).distinct().toList(),
        "the rest of the file is read");
  }

  @Test
  void pointsAtRelativeIri() {
    world.replace("data/sources/gazette.trig", "  id:oak bee:swarmedOn", "  <oak> bee:swarmedOn");
    assertEquals(List.of("data/sources/gazette.trig:28:3: violation syntax: Relative IRI: oak"), world.found("syntax"));
  }

  @Test
  void pointsAtTheByteThatIsNotUtf8() {
    byte[] latin = world.read("data/reference/register.ttl").replaceAll("[가-힣А-я]", "?")
        .getBytes(StandardCharsets.ISO_8859_1);
    world.write("data/reference/register.ttl", latin);
    assertEquals(List.of("data/reference/register.ttl:14:20: violation encoding: the byte 0xE9 is not UTF-8"),
        world.found("encoding"));
    assertEquals(List.of(), world.found("unreadable"), "a wrong byte is told once");
    assertEquals(List.of(), world.found("syntax"), "a wrong byte is told once");
  }

  @Test
  void pointsAtTheByteThatIsNotUtf8InAQuery() {
    world.write("queries/hives.rq", world.read("queries/hives.rq").replaceAll("[가-힣А-я]", "?")
        .getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(List.of("queries/hives.rq:22:17: violation encoding: the byte 0xE9 is not UTF-8"), world.found());
  }

  @Test
  void refusesByteOrderMark() {
    world.write("queries/hives.rq", "\uFEFF" + world.read("queries/hives.rq"));
    assertEquals(List.of("queries/hives.rq:1:1: violation encoding: the file begins with a byte order mark"),
        world.found("encoding"));
  }

  @Test
  void tellsDanglingLink() throws IOException {
    Files.createSymbolicLink(world.path("data/reference/more.ttl"), Path.of("nowhere.ttl"));
    assertEquals(List.of("data/reference/more.ttl: violation unreadable: cannot read the file (NoSuchFileException)"),
        world.found());
  }

  @Test
  void tellsFolderNamedLikeAFile() throws IOException {
    Files.createDirectory(world.path("data/reference/more.ttl"));
    assertEquals(List.of("data/reference/more.ttl: violation unreadable: the file is a folder"), world.found());
  }

  @Test
  void tellsDanglingLinkAmongTheQueries() throws IOException {
    Files.createSymbolicLink(world.path("queries/more.rq"), Path.of("nowhere.rq"));
    assertEquals(List.of("queries/more.rq: violation unreadable: cannot read the file (NoSuchFileException)"),
        world.found());
  }

  @Test
  void tellsDanglingLinkAmongTheRules() throws IOException {
    Files.createSymbolicLink(world.path("ontology/rules/more.rq"), Path.of("nowhere.rq"));
    assertEquals(List.of("ontology/rules/more.rq: violation unreadable: cannot read the file (NoSuchFileException)"),
        world.found());
  }

  @Test
  void tellsFolderThatCannotBeListed() throws IOException {
    Path closed = Files.createDirectory(world.path("data/closed"));
    Assumptions.assumeTrue(closed.toFile().setReadable(false) && !Files.isReadable(closed),
        "the superuser reads everything");
    assertTrue(world.found("unreadable").toString().contains("data"), () -> world.found().toString());
  }

  @Test
  void tellsFilesThatAreNotRead() {
    world.write("data/sources/almanac.tirg", "").write("data/README.md", "words").write("ontology/shape.ttl", "")
        .write("ontology/rules/old.sparql", "");
    assertEquals(List.of("data/sources/almanac.tirg: warning ignored-file: the file is not read",
        "ontology/rules/old.sparql: warning ignored-file: the file is not read",
        "ontology/shape.ttl: warning ignored-file: the file is not read"), world.found());
  }

  @Test
  void tellsMissingShapes() {
    world.delete("ontology/passage-shapes.ttl");
    assertEquals(List.of("ontology/passage-shapes.ttl: warning missing-file: ontology/passage-shapes.ttl is missing: nothing is checked by its shapes"), world.found());
  }

  @Test
  void tellsMissingOntologyHeader() {
    world.replace("ontology/ontology.ttl", " a owl:Ontology ;", " a owl:Thing ;");
    assertEquals(List.of("ontology/ontology.ttl: violation no-ontology: the file declares no owl:Ontology"),
        world.found("no-ontology"));
  }

  @Test
  void tellsMissingData() throws IOException {
    remove(world.path("data"));
    assertEquals(List.of("data: violation no-home: the folder data/ is missing"), world.found("no-home"));
    ProblemException refused = Assertions.assertThrows(ProblemException.class, () -> Home.of(world.path("")));
    assertEquals("the folder data/ is missing", refused.problem().message());
  }

  @Test
  void tellsIncompleteDescription() {
    world.replace("data/dataset.ttl", "  gb:sourceProperty bee:inReport ;\n", "");
    assertEquals(List.of("data/dataset.ttl: violation dataset-description: the dataset description lacks <https://w3id.org/golden-bridge/config#sourceProperty>"),
        world.found("dataset-description"));
  }

  @Test
  void brokenFileDoesNotHideTheOthers() {
    world.replace("data/sources/letter.trig", "s:curation {\n", "s:curation {{\n")
        .replace("data/reference/register.ttl", "id:elm a bee:TreeHive ;", "id:elm a bee:TreeHive, ;")
        .replace("queries/honey.rq", "tags: [honey, evidence]", "tags: [honey, evidence")
        .replace("ontology/style.ttl", "s:Term a sh:NodeShape ;", "s:Term a sh:NodeShape")
        .replace("ontology/rules/unknown-term.rq", "SELECT DISTINCT", "SELEKT DISTINCT")
        .replace("data/sources/gazette.trig", "bee:honey 12.0", "bee:hony 12.0");
    List<String> files = Checker.all(world.home()).findings().stream().map(finding -> finding.place().file()).distinct()
        .toList();
    assertTrue(files.containsAll(List.of("data/sources/letter.trig", "data/reference/register.ttl", "queries/honey.rq",
        "ontology/style.ttl",
        "ontology/rules/unknown-term.rq")), files::toString);
  }

  private List<String> places(String rule) {
    return Checker.all(world.home()).findings().stream().filter(finding -> finding.rule().equals(rule))
        .map(finding -> finding.place().file() + ":" + finding.place().line()).toList();
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
