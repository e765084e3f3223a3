package goldenbridge.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuppressionsTest {
  private static final String FILE = "ontology/suppressions.yaml";

  @TempDir
  Path folder;

  private BrokenWorld world;

  @BeforeEach
  void twoFindings() {
    world = BrokenWorld.in(folder).replace("data/reference/register.ttl", "\"벨라 드론\"@ko", "\"Bela\"@de")
        .replace("data/reference/register.ttl", "\"느릅나무 벌통\"@ko", "\"Ulmenstock\"@de");
    assertEquals(2, world.found("Named-korean").size());
  }

  @Test
  void hidesByFocus() {
    world.write(FILE, "- rule: Named-korean\n  focus: id:elm\n  reason: nobody knows the word\n");
    assertEquals(List.of("data/reference/register.ttl:14:18: warning Named-korean: id:bela skos:prefLabel: Add a preferred label in Korean"), world.found());
  }

  @Test
  void hidesByFile() {
    world.write(FILE, "- rule: Named-korean\n  file: data/reference/register.ttl\n  reason: in work\n");
    assertEquals(List.of(), world.found());
    assertEquals(List.of(), Checker.gate(world.home()).findings());
  }

  @Test
  void needsBothToFitWhenBothAreGiven() {
    world.write(FILE, "- rule: Named-korean\n  file: data/sources/letter.trig\n  focus: id:elm\n  reason: in work\n");
    assertEquals(2, world.found("Named-korean").size());
  }

  @Test
  void tellsEntryWithoutReason() {
    world.write(FILE, "- rule: Named-korean\n  focus: id:elm\n- rule: Named-korean\n  focus: id:bela\n  reason: in work\n");
    assertEquals(List.of("ontology/suppressions.yaml:1:3: violation suppression: the entry has no reason"),
        world.found("suppression"));
    assertEquals(1, world.found("Named-korean").size(), "an incomplete entry hides nothing");
  }

  @Test
  void tellsUnusedEntry() {
    world.write(FILE, "- rule: Named-korean\n  file: data/reference/register.ttl\n  reason: in work\n- rule: Named-english\n  focus: id:elm\n  reason: in work\n");
    assertEquals(List.of("ontology/suppressions.yaml:4:3: warning unused-suppression: the entry for Named-english suppresses nothing"), world.found());
  }

  @Test
  void unusedIsOnlyToldByAWholeRun() {
    world.write(FILE, "- rule: Named-korean\n  file: data/reference/register.ttl\n  reason: in work\n- rule: golden-answer\n  file: queries/test/hives.csv\n  reason: in work\n");
    assertEquals(List.of(), Checker.gate(world.home()).findings());
  }

  @Test
  void tellsEntryThatHidesTooMuch() {
    world.write(FILE, "- rule: Named-korean\n  reason: in work\n");
    assertEquals(List.of("ontology/suppressions.yaml:1:3: violation suppression: the entry names neither a file nor a focus"), world.found("suppression"));
  }

  @Test
  void tellsUnknownKeyAndBrokenYaml() {
    world.write(FILE, "- rule: Named-korean\n  focuss: id:elm\n  reason: in work\n");
    assertEquals("ontology/suppressions.yaml:2:3: violation suppression: the key \"focuss\" is unknown",
        world.found("suppression").get(1));
    world.write(FILE, "- rule: [Named-korean\n");
    assertEquals(1, world.found("suppression").size());
    world.write(FILE, "rule: Named-korean\n");
    assertEquals(List.of("ontology/suppressions.yaml:1:1: violation suppression: the file is not a list of entries"),
        world.found("suppression"));
    world.write(FILE, "- Named-korean\n");
    assertEquals(List.of("ontology/suppressions.yaml:1:3: violation suppression: the entry has no keys"),
        world.found("suppression"));
  }
}
