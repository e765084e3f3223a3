package goldenbridge.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.graph.Home;
import goldenbridge.graph.Snapshot;
import goldenbridge.graph.SnapshotLoader;
import goldenbridge.search.Found;
import goldenbridge.search.NameIndex;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real graph is found by what people type. */
class SearchTest {
  private static final Snapshot GRAPH = SnapshotLoader.load(Home.of(Path.of(".")));

  @ParameterizedTest
  @CsvSource({
      "Tokayev, tokayev", "Tokaev, tokayev", "toka, tokayev", "Токаев, tokayev", "Тоқаев, tokayev", "토카예프, tokayev", "tokaeyv, tokayev",
      "tokayef, tokayev", "윤석열, yoon-suk-yeol", "윤석, yoon-suk-yeol", "Юн Сок Ёль, yoon-suk-yeol", "Yun Sok Yol, yoon-suk-yeol",
      "yoon, yoon-suk-yeol", "kazakhstan, kazakhstan", "Қазақстан, kazakhstan", "qazaqstan, kazakhstan", "카자흐스탄, kazakhstan",
      "kajaheuseutan, kazakhstan", "koryo, koryo-saram", "고려인, koryo-saram",
  })
  void findsInFourLanguagesAndInLatinLetters(String typed, String entity) {
    List<Found> found = NameIndex.of(GRAPH).find(typed, "en");
    assertTrue(!found.isEmpty(), typed);
    assertEquals("https://w3id.org/kzkr/id/" + entity, found.get(0).entity().getURI(), found.subList(0, Math.min(5, found.size())).toString());
  }
}
