package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityLinkTest {
  @ParameterizedTest
  @CsvSource({
      "https://example.org/bees/id/oak,              ../doc/id/oak",
      "https://example.org/bees/source/gazette#p1,   ../doc/source/gazette%23p1",
      "https://example.org/bees/id/a?b=c,            ../doc/id/a%3Fb=c",
      "https://example.org/bees/id/a%20b,            ../doc/id/a%2520b",
      "https://example.org/bees/id/벌,               ../doc/id/%EB%B2%8C",
      "https://example.org/bees/,                    https://example.org/bees/",
      "http://www.w3.org/2004/02/skos/core#Concept,  http://www.w3.org/2004/02/skos/core#Concept",
      "javascript:alert(1),                          ''",
      "urn:x:y,                                      ''",
  })
  void leadsToAPageHereOrToTheIriItself(String iri, String link) {
    assertEquals(link, new EntityLink("https://example.org/bees/", "../").to(iri));
  }
}
