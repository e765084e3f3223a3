package goldenbridge.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleCheckTest {
  private static final String BAD = "ontology/test/Hive/bad-whole-number.ttl";

  @TempDir
  Path folder;

  private BrokenWorld world;

  @BeforeEach
  void copy() {
    world = BrokenWorld.in(folder);
  }

  @Test
  void tellsFindingThatDidNotCome() {
    world.replace(BAD, "bee:honey 3 .", "bee:honey 3.0 .");
    Finding finding = findings().get(0);
    assertEquals("ontology/test/Hive/bad-whole-number.ttl:1:1: violation example-result: the expected finding did not come: "
        + "violation Hive-honey https://example.org/bees/id/lime", finding.toString());
    assertEquals("nothing was found", finding.hint());
  }

  @Test
  void comparesSeverityAndFocusToo() {
    world.replace(BAD, "expect: violation Hive-honey https://example.org/bees/id/lime",
        "expect: warning Hive-honey https://example.org/bees/id/lime");
    assertEquals(2, findings().size(), () -> findings().toString());
    world.replace(BAD, "expect: warning Hive-honey https://example.org/bees/id/lime",
        "expect: violation Hive-honey https://example.org/bees/id/elm");
    assertEquals(2, findings().size(), () -> findings().toString());
  }

  @Test
  void tellsFurtherFindingAtItsPlace() {
    world.replace(BAD, "  bee:keeper id:ada ;\n", "");
    assertEquals(List.of("ontology/test/Hive/bad-whole-number.ttl:6:11: violation example-result: unexpected violation Hive-keeper: "
        + "id:lime bee:keeper: Name a keeper of the register"), text());
  }

  @Test
  void otherShapesAreNoMatter() {
    assertEquals(List.of(), text(), "id:lime has no name, which Named would tell");
  }

  @Test
  void missesKindsOfExamples() {
    world.delete("ontology/test/Keeper/ok-keeps-a-hive.ttl").delete("ontology/test/undescribed-graph/bad-nameless.trig");
    assertEquals(List.of("ontology/rules/undescribed-graph.rq:1:1: violation example-missing: undescribed-graph has no bad example",
        "ontology/shapes.ttl:70:12: violation example-missing: Keeper has no ok example"), text());
  }

  @Test
  void missesExamplesOfConstraints() {
    world.delete("ontology/test/Named/bad-no-korean.ttl");
    assertEquals(List.of("ontology/shapes.ttl:28:18: violation example-missing: no bad example expects Named-korean"),
        text());
  }

  @Test
  void refusesFilesThatAreNoExamples() {
    world.write("ontology/test/Hive/worse.ttl", "").write("ontology/test/Hive/bad-nothing.ttl", "")
        .write("ontology/test/Hive/ok-broken.ttl", "bee:x .");
    world.write("ontology/test/Hive/bad-line.ttl", "#+ expect: grave Hive-honey https://example.org/bees/id/lime\n");
    world.write("ontology/test/Hvie/ok-x.ttl", "");
    assertEquals(List.of("ontology/test/Hive/bad-line.ttl:1:1: violation example-form: the bad example expects nothing",
        "ontology/test/Hive/bad-line.ttl:1:1: violation example-form: the line is no expectation",
        "ontology/test/Hive/bad-nothing.ttl:1:1: violation example-form: the bad example expects nothing",
        "ontology/test/Hive/ok-broken.ttl:1:1: violation syntax: Undefined prefix: bee",
        "ontology/test/Hive/worse.ttl: violation example-form: the example is neither ok-… nor bad-…",
        "ontology/test/Hvie/ok-x.ttl: violation example-form: no shape with a target and no rule is called Hvie"), text());
  }

  @Test
  void passageShapesSeeOnlyEvidenceOfAnExampleThatDescribesIt() {
    world.write("ontology/test/OneVoice/ok-register.trig", """
        @prefix bee: <https://example.org/bees/ontology#> .
        @prefix id: <https://example.org/bees/id/> .

        id:news { id:p1 bee:inReport id:news . id:lime bee:honey 1.5, 2.5 . }

        id:p1 { id:lime bee:honey 3.5 . }
        """);
    assertEquals(List.of(), text());
  }

  @Test
  void saysWhyExamplesCannotBeChecked() {
    world.delete("data/dataset.ttl");
    assertEquals(List.of("data/dataset.ttl: violation dataset-description: data/dataset.ttl is missing"), text());
  }

  private List<Finding> findings() {
    return Checker.examples(world.home()).findings();
  }

  private List<String> text() {
    return findings().stream().map(Finding::toString).toList();
  }
}
