package goldenbridge.rdf;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.FactoryRDFStd;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.junit.jupiter.api.Test;

class PlainIriTest {
  private static final List<String> PIECES = List.of("a", "b", "Z", "0", "9", "-", "_", ".", "/", "#", ":", "?", "%", "~", "@", "ä", "한", " ", "//", "..", "/./", "example.org", "www", "%20", "xn--");

  @Test
  void knowsTheCommonOnes() {
    assertTrue(PlainIri.is("https://w3id.org/kzkr/id/some-place"));
    assertTrue(PlainIri.is("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"));
    assertTrue(PlainIri.is("file:///home/reader/golden-bridge/"));
    assertFalse(PlainIri.is("file:///home/a%20reader/"));
    assertFalse(PlainIri.is("file://home/reader"));
    assertFalse(PlainIri.is("urn:uuid:none"));
    assertFalse(PlainIri.is("urn:uuid:nonea"));
    assertFalse(PlainIri.is("urn:a"));
    assertFalse(PlainIri.is("https://example.org/a#b#c"));
    assertFalse(PlainIri.is("https://example.org"));
  }

  /** An IRI as the full check resolves it; an exception when it complains, be it by a warning. */
  private static String checked(String iri) {
    return new ParserProfileStd(new FactoryRDFStd(), ErrorHandlerFactory.errorHandlerStrictNoLogging,
        IRIxResolver.create().noBase().allowRelative(false).build(), PrefixMapFactory.create(), RIOT.getContext().copy(), true, false)
        .createURI(iri, 1, 1).getURI();
  }

  @Test
  void wouldHearAnyComplaint() {
    assertThrows(RiotException.class, () -> checked("https://example.org/a b"));
    assertThrows(RiotException.class, () -> checked("urn:uuid:none"));
  }

  @Test
  void passesNoneThatTheFullCheckWouldTouch() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int plain = 0;
    for (int i = 0; i < 60_000; i++) {
      String iri = List.of("https://", "http://", "file:///").get(random.nextInt(3)) + (random.nextBoolean() ? "example.org/" : "")
          + random.ints(random.nextInt(9), 0, PIECES.size()).mapToObj(PIECES::get).collect(Collectors.joining());
      if (PlainIri.is(iri)) {
        plain++;
        String resolved = assertDoesNotThrow(() -> checked(iri), () -> "seed " + seed + ": " + iri);
        assertEquals(iri, resolved, () -> "seed " + seed);
      }
    }
    assertTrue(plain > 1_000, "seed " + seed + ": " + plain);
  }
}
