package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  private static final Path RESOURCES = Path.of("src/main/resources");

  private static Properties bundle(String name) throws IOException {
    Properties words = new Properties();
    words.load(Files.newBufferedReader(RESOURCES.resolve("words/" + name + ".properties")));
    return words;
  }

  @ParameterizedTest
  @ValueSource(strings = {"words_kk", "words_ko", "words_ru"})
  void everyLanguageSaysTheSameThings(String name) throws IOException {
    assertEquals(new TreeSet<>(bundle("words").stringPropertyNames()), new TreeSet<>(bundle(name).stringPropertyNames()));
    for (String key : bundle(name).stringPropertyNames()) {
      assertEquals(bundle("words").getProperty(key).contains("{0"), bundle(name).getProperty(key).contains("{0"), key);
    }
  }

  @Test
  void templatesAndJavaSayOnlyWhatIsTranslatedAndAllOfIt() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Matcher word = Pattern.compile("words(?:\\.|\\(\")([a-zA-Z]+)").matcher(Files.readString(file));
        while (word.find()) {
          used.add(word.group(1));
        }
      }
    }
    Set<String> known = new TreeSet<>(bundle("words").stringPropertyNames());
    assertTrue(known.containsAll(used), () -> "not translated: " + used.stream().filter(key -> !known.contains(key)).toList());
    known.removeAll(used);
    known.removeIf(key -> key.contains(".") || Set.of("language", "day", "month").contains(key));
    assertEquals(Set.of(), known, "said nowhere");
  }

  @ParameterizedTest
  @CsvSource({
      "en, 2024-11-05, 5 November 2024", "ru, 2024-11-05, 5 ноября 2024 г.", "ko, 2024-11-05, 2024년 11월 5일", "kk, 2024-11-05, 2024 ж. 5 қараша",
      "ko, 2021-08, 2021년 8월", "en, 2021-08, August 2021", "en, 1937, 1937", "de, 2024-11-05, 5 November 2024",
  })
  void writesDatesAsTheLanguageDoes(String language, String date, String written) {
    assertEquals(written, Words.in(language).date(date));
  }

  @ParameterizedTest
  @CsvSource({"en, 9600000000.0, '9,600,000,000'", "ru, 9600000000.0, 9 600 000 000", "en, 2024, 2024", "en, 15.50, 15.5", "ko, 110000.0, '110,000'"})
  void writesNumbersAsTheLanguageDoes(String language, String number, String written) {
    assertEquals(written, Words.in(language).number(new BigDecimal(number)).replace('\u00a0', ' '));
  }

  @Test
  void aLanguageNamesItself() {
    assertEquals("한국어", Words.nameOf("ko"));
    assertEquals("Русский", Words.nameOf("ru"));
  }
}
