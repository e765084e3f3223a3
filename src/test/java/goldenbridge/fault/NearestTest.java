package goldenbridge.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> KNOWN = List.of("hives", "honey", "swarms", "honey-by-year");

  @Test
  void findsMistypedNames() {
    assertEquals(List.of("honey"), Nearest.to("hony", KNOWN));
    assertEquals(List.of("hives"), Nearest.to("HIVS", KNOWN));
  }

  @Test
  void findsNamesThatContainTheWord() {
    assertEquals(List.of("honey", "honey-by-year"), Nearest.to("honey", KNOWN));
  }

  @Test
  void theShortestOfThemFirst() {
    assertEquals(List.of("honey", "a jar of honey", "honeys of the whole country"), Nearest.to("hone", List.of("a jar of honey", "honey", "honeys of the whole country")));
  }

  @Test
  void givesTheFallbackWhenNothingIsNear() {
    assertEquals("see the list", Nearest.hint("zebra", KNOWN, "see the list"));
  }
}
