package goldenbridge.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckerTest {
  @TempDir
  Path folder;

  private BrokenWorld world;

  @BeforeEach
  void breakSomething() {
    world = BrokenWorld.in(folder).replace("data/sources/gazette.trig", "bee:honey 12.0 .", "bee:honey 12.0, 13.0 .")
        .replace("data/reference/register.ttl", "\"벨라 드론\"@ko", "\"Bela\"@de")
        .replace("queries/hives.rq", "#+ tags:", "#+ method: GET\n#+ tags:");
  }

  @Test
  void findingsAreSortedAndDistinct() {
    List<Finding> findings = Checker.all(world.home()).findings();
    assertEquals(findings.stream().sorted().distinct().toList(), findings);
    assertEquals(List.of("data/reference/register.ttl", "data/sources/gazette.trig", "queries/hives.rq",
        "queries/test/honey.csv",
        "queries/test/honey.of-oak.csv", "queries/test/honey.plenty.csv"), findings.stream()
            .map(finding -> finding.place().file()).distinct().toList());
  }

  @Test
  void failsFromASeverityOn() {
    Report report = Checker.all(world.home());
    assertTrue(report.failed(Severity.VIOLATION));
    world.replace("data/sources/gazette.trig", "bee:honey 12.0, 13.0 .", "bee:honey 12.0 .");
    report = Checker.all(world.home());
    assertFalse(report.failed(Severity.VIOLATION));
    assertTrue(report.failed(Severity.WARNING));
    assertEquals(1, report.count(Severity.WARNING));
    assertEquals(1, report.count(Severity.INFO));
  }

  @Test
  void filesLimitTheFindingsNotTheData() {
    Report report = Checker.ofFiles(world.home(), List.of(world.path("data/sources/gazette.trig")));
    assertEquals(List.of("data/sources/gazette.trig:24:21: violation OneVoice-honey: id:oak bee:honey: Keep one weight in this passage"),
        report.findings().stream().map(Finding::toString).toList());
    assertEquals(List.of(), Checker.ofFiles(world.home(), List.of(world.path("data/sources/letter.trig")))
        .findings(), "it needs the register to conform");
  }

  @Test
  void foldersCountForTheirFiles() {
    Report report = Checker.ofFiles(world.home(), List.of(world.path("data")));
    assertEquals(List.of("data/reference/register.ttl", "data/sources/gazette.trig"), report.findings().stream()
        .map(finding -> finding.place().file()).toList());
  }

  @Test
  void filesThatTheHomeDoesNotHaveAreFindings() throws IOException {
    Path stranger = Files.createFile(folder.resolve("stranger.ttl"));
    Report report = Checker.ofFiles(world.home(), List.of(world.path("data/sources/letters.trig"), stranger));
    assertEquals(List.of("the file is not part of the home", "there is no such file"), report.findings().stream()
        .map(Finding::message).sorted().toList());
  }

  @Test
  void gateLooksAtDataAndNotAtAnswers() {
    Report report = Checker.gate(world.home());
    assertEquals(List.of("Named-korean", "OneVoice-honey"), report.findings().stream().map(Finding::rule).toList());
    assertTrue(report.snapshot().isPresent());
  }

  @Test
  void gateTellsBrokenFiles() {
    world.replace("data/sources/letter.trig", "s:curation {\n", "s:curation {{\n")
        .replace("ontology/rules/unknown-term.rq", "SELECT", "SELEKT");
    assertTrue(Checker.gate(world.home()).findings().stream().map(Finding::rule).collect(Collectors.toSet())
        .containsAll(Set.of("syntax", "sparql-syntax")));
  }

  @Test
  void everyFindingHasARuleThatIsExplained() {
    Report report = Checker.all(world.home());
    report.findings().forEach(finding -> {
      RuleText text = report.rules().find(finding.rule()).orElseThrow(() -> new AssertionError(finding.rule()));
      assertFalse(text.summary().isBlank() || text.help().isBlank(), finding.rule());
    });
  }

  @Test
  void reportsAreJoined() {
    Report joined = Checker.all(world.home())
        .with(Checker.examples(world.delete("ontology/test/Keeper/ok-keeps-a-hive.ttl").home()));
    assertTrue(joined.findings().stream().map(Finding::rule).collect(Collectors.toSet())
        .containsAll(Set.of("OneVoice-honey", "example-missing")));
  }
}
