package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import goldenbridge.SpokenText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text in another language than that of its page says so: a voice that reads it aloud, and the font, depend on it. */
class SpokenTextTest {
  private static Served served;
  private static SpokenText texts;

  @BeforeAll
  static void serve() {
    served = Served.world();
    texts = new SpokenText(served.live.current());
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/ontology", "/queries", "/queries/honey", "/queries/hives", "/queries/swarms?year=1921", "/doc/id/oak", "/doc/id/elm",
      "/doc/source/letter", "/doc/source/letter%23p1", "/doc/ontology%23Hive", "/search?q=a", "/data", "/shapes", "/nothing"})
  void everyTextOfTheDataStandsInItsLanguage(String path) {
    for (String language : new String[] {"en", "ko", "ru"}) {
      String page = served.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language, "Accept", "text/html").body();
      assertEquals(java.util.List.of(), texts.wrong(page), path + " " + language);
    }
  }
}
