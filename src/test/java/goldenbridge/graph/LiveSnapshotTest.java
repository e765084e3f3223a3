package goldenbridge.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import goldenbridge.World;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveSnapshotTest {
  private static final LiveSnapshot.Refusal REFUSAL = new LiveSnapshot.Refusal(Instant.EPOCH, "data/x.ttl:1:1: violation syntax: …");

  private final Snapshot first = World.snapshot();
  private final Snapshot second = World.snapshot();
  private final LiveSnapshot live = new LiveSnapshot(first);

  @Test
  void keepsTheSnapshotWhenAnEditIsRefused() {
    live.refuse(REFUSAL);
    assertSame(first, live.current());
    assertEquals(Optional.of(REFUSAL), live.refusalAfter(first));
  }

  @Test
  void forgetsTheRefusalWithTheNextSnapshot() {
    live.refuse(REFUSAL);
    live.replace(second);
    assertSame(second, live.current());
    assertEquals(Optional.empty(), live.refusalAfter(second));
    assertEquals(Optional.empty(), live.refusalAfter(first), "what followed the first was served");
  }

  @Test
  void forgetsTheRefusalWhenTheEditIsTakenBack() {
    live.refuse(REFUSAL);
    live.keep();
    assertSame(first, live.current());
    assertEquals(Optional.empty(), live.refusalAfter(first));
  }

  @Test
  void alwaysHasASnapshot() {
    assertThrows(NullPointerException.class, () -> live.replace(null));
    assertSame(first, live.current());
  }
}
