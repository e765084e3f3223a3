package goldenbridge.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatinTest {
  @ParameterizedTest
  @CsvSource({
      "Шымкент, shymkent", "Нұртілеу, nurtileu", "Хёндэ Ровер, khyonde rover", "Ұлттық әлем, ulttyq alem",
      "벌통, beoltong", "참나무, chamnamu", "서울, seoul", "Béla, béla", "Ада 콤 3, ada kom 3",
  })
  void tellsWhatPeopleTypeInLatinLetters(String text, String latin) {
    assertEquals(latin, Latin.of(text));
  }
}
