package goldenbridge.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The invented world is sound: whatever a test finds in a copy is what the test broke. */
class WorldTest {
  @TempDir
  Path folder;

  @Test
  void conforms() {
    Report report = Checker.all(BrokenWorld.in(folder).home());
    assertEquals(List.of(), report.findings());
    assertFalse(report.failed(Severity.INFO));
    assertTrue(report.snapshot().isPresent());
  }

  @Test
  void examplesBehave() {
    assertEquals(List.of(), Checker.examples(BrokenWorld.in(folder).home()).findings());
  }
}
