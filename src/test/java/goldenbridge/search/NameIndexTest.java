package goldenbridge.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import goldenbridge.graph.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameIndexTest {
  private static final Snapshot WORLD = World.snapshot();

  private static Found first(String typed) {
    List<Found> found = NameIndex.of(WORLD).find(typed, "en");
    assertTrue(!found.isEmpty(), "nothing found for " + typed);
    return found.get(0);
  }

  @ParameterizedTest
  @CsvSource({
      "oak hive, oak, EXACT", "OAK, oak, EXACT", "hive oak, oak, EXACT", "참나무 벌통, oak, EXACT", "дубовый улей, oak, EXACT",
      "oa, oak, BEGINNING", "참나, oak, BEGINNING", "дубо, oak, BEGINNING", "amnamu, oak, PART",
      "duboviy, oak, SIMILAR", "chamnamu, oak, EXACT", "дубовыи улеи, oak, EXACT",
      "drnoe, bela, SIMILAR", "Bela, bela, EXACT", "Дрон, bela, BEGINNING", "elm skep, elm, EXACT", "gazete, source/gazette, SIMILAR",
  })
  void findsByAnyNameInAnyScript(String typed, String entity, Match match) {
    Found found = first(typed);
    String path = entity.contains("/") ? entity : "id/" + entity;
    assertEquals("https://example.org/bees/" + path, found.entity().getURI(), typed + " " + NameIndex.of(WORLD).find(typed, "en"));
    assertEquals(match, found.match(), found.toString());
  }

  @Test
  void aBetterFitComesFirst() {
    List<Found> hives = NameIndex.of(WORLD).find("hive", "en");
    assertEquals("https://example.org/bees/ontology#Hive", hives.get(0).entity().getURI(), hives.toString());
    for (int next = 1; next < hives.size(); next++) {
      assertTrue(hives.get(next - 1).score() >= hives.get(next).score(), hives.toString());
    }
    assertEquals(hives.size(), hives.stream().map(Found::entity).distinct().count());
  }

  @Test
  void namesOfTheReadersLanguageWin() {
    assertEquals("ru", NameIndex.of(WORLD).find("ada komb", "ru").get(0).language());
  }

  @Test
  void whatFitsNothingFindsNothing() {
    assertEquals(List.of(), NameIndex.of(WORLD).find("xyzzyx", "en"));
    assertEquals(List.of(), NameIndex.of(WORLD).find("?!", "en"));
  }

  @Test
  void isMadeOnceForASnapshot() {
    assertSame(NameIndex.of(WORLD), NameIndex.of(WORLD));
  }
}
