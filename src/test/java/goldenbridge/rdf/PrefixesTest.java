package goldenbridge.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PrefixesTest {
  private final Prefixes prefixes = new Prefixes(Map.of("b", "https://example.org/bees/", "id", "https://example.org/bees/id/"));

  @Test
  void compactsByTheLongestNamespace() {
    assertEquals("id:oak", prefixes.compact("https://example.org/bees/id/oak"));
  }

  @Test
  void writesAnIriInFullWhereAPrefixedNameWouldBeWrong() {
    assertEquals("<https://example.org/bees/source/gazette#p1>", prefixes.compact("https://example.org/bees/source/gazette#p1"));
    assertEquals("<https://example.org/bees/id/a.>", prefixes.compact("https://example.org/bees/id/a."));
  }

  @Test
  void expandsOnlyKnownPrefixes() {
    assertEquals("https://example.org/bees/id/oak", prefixes.expand("id:oak").orElseThrow().getURI());
    assertTrue(prefixes.expand("x:oak").isEmpty());
    assertTrue(prefixes.expand("oak").isEmpty());
  }

  @Test
  void suggestsThePrefixThatWasMeant() {
    assertEquals("did you mean id?", prefixes.unknown("if:oak").hint());
  }
}
