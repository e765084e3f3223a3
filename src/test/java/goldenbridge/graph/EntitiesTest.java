package goldenbridge.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import goldenbridge.World;
import goldenbridge.fault.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntitiesTest {
  private static final String OAK = "https://example.org/bees/id/oak";

  private final Entities entities = World.snapshot().entities();

  @Test
  void findsByIriPrefixedNameLocalNameAndLabelInAnyLanguage() {
    for (String name : new String[] {OAK, "<" + OAK + ">", "id:oak", "oak", "oak hive", "OAK HIVE", "참나무 벌통", "дубовый улей"}) {
      assertEquals(OAK, entities.resolve(name).getURI(), name);
    }
  }

  @Test
  void findsByAFormThatOnlyAPassagePrints() {
    assertEquals("https://example.org/bees/id/elm", entities.resolve("The elm skep").getURI());
  }

  @Test
  void findsAPassageByItsIri() {
    assertEquals("https://example.org/bees/source/letter#p1", entities.resolve("https://example.org/bees/source/letter#p1").getURI());
  }

  @Test
  void suggestsNearNamesForAnUnknownOne() {
    ProblemException unknown = assertThrows(ProblemException.class, () -> entities.resolve("oak hyve"));
    assertEquals("unknown-entity", unknown.problem().code());
    assertEquals("did you mean id:oak (oak hive)?", unknown.problem().hint());
    assertEquals("unknown-entity", assertThrows(ProblemException.class, () -> entities.resolve("id:oka")).problem().code());
  }

  @Test
  void tellsAnUndeclaredPrefixFromAnUnknownLabel() {
    assertEquals("unknown-prefix", assertThrows(ProblemException.class, () -> entities.resolve("ids:oak")).problem().code());
  }

  @Test
  void listsTheCandidatesOfAnAmbiguousLabel(@TempDir Path folder) throws IOException {
    Home home = World.copyTo(folder);
    World.edit(home, "data/reference/register.ttl", "\"elm hive\"@en", "\"oak hive\"@en");
    ProblemException ambiguous = assertThrows(ProblemException.class, () -> SnapshotLoader.load(home).entities().resolve("oak hive"));
    assertEquals("\"oak hive\" names 2 entities; say which: id:elm (oak hive), id:oak (oak hive)", ambiguous.problem().toString());
  }
}
