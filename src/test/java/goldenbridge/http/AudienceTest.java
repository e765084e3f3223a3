package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudienceTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "lang=ru | language=ko | en;q=0.5 | ru,ko,en;q=0.5",
      "a=1&lang=ru-RU&b=2 | `` | en | ru,en",
      "slang=ru | language=ko | `` | ko",
      "lang=%3Cru%3E | `` | en | en",
      "`` | x=1; language=kk | en, ko | kk,en, ko",
  })
  void theAddressGoesBeforeWhatWasKeptAndThatBeforeTheBrowser(String search, String cookies, String browser, String languages) {
    assertEquals(languages, Audience.languages(search, cookies, browser));
  }
}
