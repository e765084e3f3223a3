package goldenbridge.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  @ParameterizedTest
  @CsvSource({"Béla  Drone!, bela drone", "ＡＤＡ-Comb, ada comb", "Ёлка, елка"})
  void foldsWidthCaseAccentsAndWhatStandsBetweenWords(String text, String folded) {
    assertEquals(folded, Spelling.folded(text));
  }

  @Test
  void aSyllableThatIsStillBeingTypedBeginsTheWord() {
    assertTrue(Spelling.folded("참나무").startsWith(Spelling.folded("참나")));
    assertTrue(Spelling.folded("벌통").startsWith(Spelling.folded("버")));
  }

  @ParameterizedTest
  @CsvSource({"yun sok yol, yoon suk yeol", "yunseokyeol, yun sok yol"})
  void otherLettersOfTheSameSoundsSoundAlike(String one, String two) {
    assertEquals(Spelling.sound(one), Spelling.sound(two));
  }

  @Test
  void whatIsTooShortHasNoSound() {
    assertEquals("", Spelling.sound("ada"));
  }
}
