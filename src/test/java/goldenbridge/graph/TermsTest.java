package goldenbridge.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import goldenbridge.World;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TermsTest {
  @Test
  void aClassIsUsedWhereItsNarrowerOnesAre() {
    Map<String, Long> uses = Terms.of(World.snapshot(), "en").classes().stream().collect(Collectors.toMap(term -> Labels.localName(term.iri()), Terms.Term::uses));
    assertEquals(1, uses.get("TreeHive"));
    assertEquals(2, uses.get("Hive"));
    assertEquals(uses.get("Passage") + uses.get("Curation"), uses.get("Evidence"));
  }
}
