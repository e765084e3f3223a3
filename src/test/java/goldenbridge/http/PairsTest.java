package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PairsTest {
  @Test
  void findsTheSidesByNumbers() {
    assertEquals(Optional.of(new Pairs(List.of(0, 1), List.of(2, 3), List.of(4, 5))),
        Pairs.of(List.of("subject", "property", "value1", "source1", "value2", "source2")));
  }

  @Test
  void findsTheSidesByTheirFirstWord() {
    assertEquals(Optional.of(new Pairs(List.of(0), List.of(1, 2), List.of(4, 3))),
        Pairs.of(List.of("matter", "planStatus", "planSource", "laterSource", "laterStatus")));
  }

  @Test
  void mostAnswersHaveNoSides() {
    assertEquals(Optional.empty(), Pairs.of(List.of("subject", "value1", "value2")));
    assertEquals(Optional.empty(), Pairs.of(List.of("eventDate", "birthDate", "planStatus")));
    assertEquals(Optional.empty(), Pairs.of(List.of("value1", "source1", "value2")));
  }
}
