package goldenbridge.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.FactoryRDFStd;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.irix.IRIxResolver;
import org.junit.jupiter.api.Test;

class PlainIriTest {
  private static final List<String> PIECES = List.of("a", "b", "Z", "0", "9", "-", "_", ".", "/", "#", ":", "?", "%", "~", "@", "ä", "한", " ", "//", "..", "/./", "example.org", "www", "%20", "xn--");

  @Test
  void knowsTheCommonOnes() {
    assertTrue(PlainIri.is("https://w3id.org/kzkr/id/some-place"));
    assertTrue(PlainIri.is("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"));
    assertFalse(PlainIri.is("https://example.org/a/../b"));
    assertFalse(PlainIri.is("https://Example.org/a"));
    assertFalse(PlainIri.is("urn:a"));
    assertFalse(PlainIri.is("https://example.org/a#b#c"));
    assertFalse(PlainIri.is("https://example.org"));
  }

  /** What the full check says of an IRI, in this class's own setting of it. */
  private static List<String> told(String iri, List<String> resolved) {
    List<String> told = new ArrayList<>();
    ErrorHandler handler = new ErrorHandler() {
      @Override
      public void warning(String message, long line, long column) {
        told.add(message);
      }

      @Override
      public void error(String message, long line, long column) {
        told.add(message);
      }

      @Override
      public void fatal(String message, long line, long column) {
        told.add(message);
      }
    };
    try {
      Node node = new ParserProfileStd(new FactoryRDFStd(), handler, IRIxResolver.create().noBase().allowRelative(false).build(),
          PrefixMapFactory.create(), RIOT.getContext().copy(), true, false).createURI(iri, 1, 1);
      resolved.add(node.getURI());
    } catch (RuntimeException refused) {
      told.add(refused.toString());
    }
    return told;
  }

  @Test
  void passesNoneThatTheFullCheckWouldTouch() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int plain = 0;
    for (int i = 0; i < 60_000; i++) {
      String iri = (random.nextBoolean() ? "https://" : "http://") + (random.nextBoolean() ? "example.org/" : "")
          + random.ints(random.nextInt(9), 0, PIECES.size()).mapToObj(PIECES::get).collect(Collectors.joining());
      if (PlainIri.is(iri)) {
        plain++;
        List<String> resolved = new ArrayList<>();
        assertEquals(List.of(), told(iri, resolved), () -> "seed " + seed + ": " + iri);
        assertEquals(List.of(iri), resolved, () -> "seed " + seed);
      }
    }
    assertTrue(plain > 1_000, "seed " + seed + ": " + plain);
  }
}
