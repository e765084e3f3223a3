package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodingTest {
  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "br, gzip", "gzip;q=0.5, br;q=0", "deflate, gzip;q=1.0, *;q=0"})
  void packsForWhoTakesIt(String header) {
    assertEquals(Coding.GZIP, Coding.accepted(header));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "br", "identity", "*", "gzip;q=0", "br, gzip ; q=0.000", "gzip;q=0, identity"})
  void packsForNobodyElse(String header) {
    assertEquals(Coding.IDENTITY, Coding.accepted(header));
  }

  @Test
  void packsWhatGetsShorterByIt() {
    assertEquals(Coding.GZIP, Coding.GZIP.forBody("text/turtle;charset=utf-8", 5_000));
    assertEquals(Coding.GZIP, Coding.GZIP.forBody("application/sparql-results+json", 5_000));
    assertEquals(Coding.GZIP, Coding.GZIP.forBody("application/ld+json", 5_000));
    assertEquals(Coding.IDENTITY, Coding.GZIP.forBody("text/csv", 100));
    assertEquals(Coding.IDENTITY, Coding.GZIP.forBody("image/png", 5_000));
    assertEquals(Coding.IDENTITY, Coding.GZIP.forBody("application/gzip", 5_000));
    assertEquals(Coding.IDENTITY, Coding.IDENTITY.forBody("text/csv", 5_000));
  }
}
