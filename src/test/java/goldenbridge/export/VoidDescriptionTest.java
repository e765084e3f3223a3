package goldenbridge.export;

import static org.junit.jupiter.api.Assertions.assertSame;

import goldenbridge.World;
import goldenbridge.graph.Snapshot;
import org.junit.jupiter.api.Test;

class VoidDescriptionTest {
  @Test
  void isMadeOnceForASnapshot() {
    Snapshot snapshot = World.snapshot();
    assertSame(VoidDescription.of(snapshot), VoidDescription.of(snapshot));
  }
}
