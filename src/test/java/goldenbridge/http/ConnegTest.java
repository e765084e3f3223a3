package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.fault.ProblemException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnegTest {
  private static final List<Offer> OFFERS = List.of(Offer.PROTOCOL_JSON, Offer.PROTOCOL_XML, Offer.CSV, Offer.TSV, Offer.HTML);

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "-                                                                        | application/sparql-results+json",
      "*/*                                                                      | application/sparql-results+json",
      "text/csv                                                                 | text/csv",
      "TEXT/CSV                                                                 | text/csv",
      "text/*                                                                   | text/xml",
      "text/csv;q=0.5, text/tab-separated-values;q=0.6                          | text/tab-separated-values",
      "text/csv; q=0.1, */*; q=0.9                                              | application/sparql-results+json",
      "text/csv, */*                                                            | text/csv",
      "application/sparql-results+json;q=0, */*                                 | application/json",
      "application/json                                                         | application/json",
      "application/xml                                                          | application/xml",
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8          | text/html",
      "image/png, text/csv;q=0.001                                              | text/csv",
      "text/csv;header=present;q=0.5, image/png                                 | text/csv",
      "nonsense, text/csv                                                       | text/csv",
      "*;q=.2, text/csv;q=.3                                                    | text/csv",
  })
  void honoursAccept(String accept, String mediaType) {
    assertEquals(mediaType, Conneg.choose(OFFERS, Optional.empty(), accept == null ? "" : accept).mediaType());
  }

  @Test
  void prefersTheNameInTheAddressToTheHeader() {
    assertEquals("text/csv", Conneg.choose(OFFERS, Optional.of("csv"), "text/html").mediaType());
    assertEquals("application/xml", Conneg.choose(OFFERS, Optional.of("application/xml"), "text/html").mediaType());
    assertEquals("application/sparql-results+xml", Conneg.choose(OFFERS, Optional.of("XML"), "").mediaType());
  }

  @Test
  void listsTheOffersWhenNoneIsAcceptable() {
    var refused = assertThrows(ProblemException.class, () -> Conneg.choose(OFFERS, Optional.empty(), "image/png, text/csv;q=0")).problem();
    assertEquals("not-acceptable", refused.code());
    assertTrue(refused.hint().contains("application/sparql-results+json, application/sparql-results+xml, text/csv"));
  }

  @Test
  void tellsAFormatThatDoesNotSuitFromOneThatDoesNotExist() {
    assertEquals("not-acceptable", assertThrows(ProblemException.class, () -> Conneg.choose(OFFERS, Optional.of("ttl"), "")).problem().code());
    var unknown = assertThrows(ProblemException.class, () -> Conneg.choose(OFFERS, Optional.of("cvs"), "")).problem();
    assertEquals("unknown-format", unknown.code());
    assertTrue(unknown.hint().contains("csv"));
  }

  @Test
  void saysTheCharsetOfText() {
    assertEquals("text/csv;charset=utf-8", Conneg.choose(OFFERS, Optional.of("csv"), "").contentType());
    assertEquals("application/sparql-results+json", Conneg.choose(OFFERS, Optional.of("json"), "").contentType());
  }
}
