package goldenbridge.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIs;
import org.apache.jena.irix.IRIx;
import org.apache.jena.irix.SystemIRIx;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseTest {
  private static final List<String> PIECES = List.of("a", "B", "7", "-", "_", ".", "..", "/", "//", "#", ":", "?", "%20", "%", "ä", "한", "[", "http://example.org/x",
      "https://example.org/x#", "urn:a:b", "file:///x", "example.org");

  private static String resolved(IRIx base, String other) {
    try {
      IRIx iri = base.resolve(other);
      return iri.str() + " " + iri.isAbsolute() + iri.isRelative() + iri.isReference() + iri.hasViolations() + iri.scheme() + iri.hasScheme("HTTPS");
    } catch (IRIException malformed) {
      return "malformed";
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost/", "https://w3id.org/kzkr/", "https://example.org/a/b#c", "https://example.org/a?q"})
  void resolvesAsJenaDoes(String base) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      String other = random.ints(random.nextInt(6), 0, PIECES.size()).mapToObj(PIECES::get).collect(Collectors.joining());
      assertEquals(resolved(Iris.byJena().create(base), other), resolved(Base.of(base), other), () -> "seed " + seed + ": " + other);
    }
  }

  @Test
  void whatWasResolvedIsABaseAgain() {
    IRIx next = Base.of("https://example.org/a/").resolve("https://example.org/b/c");
    assertEquals("https://example.org/b/d", next.resolve("d").str());
    assertEquals("https://example.org/b/d", next.resolve(IRIx.create("d")).str());
    assertEquals("https://example.org/b/c", IRIx.create("https://example.org/").resolve("b/c").str());
    assertEquals(next, Base.of("https://example.org/b/c"));
    assertEquals("c", Base.of("https://example.org/b/").relativize(next).str());
  }

  @Test
  void allOfJenaReadsThem() {
    JenaSystem.init();
    assertInstanceOf(Base.class, IRIx.create("https://example.org/a"));
    assertInstanceOf(Base.class, IRIs.getSystemBase());
    for (String iri : PIECES) {
      assertEquals(resolved(Iris.byJena().create("https://example.org/a/b"), iri), resolved(IRIx.create("https://example.org/a/b"), iri));
    }
    assertThrows(IRIException.class, () -> IRIx.create("https://exa mple.org/"));
    assertThrows(IRIException.class, () -> SystemIRIx.getProvider().check("https://exa mple.org/"));
    assertNull(IRIx.create("https://example.org/a?q").relativize(IRIx.create("https://example.org/b")));
    assertEquals("http://example.org/x//", IRIs.resolve("http://example.org/x//"));
  }

  @Test
  void aMalformedBaseIsTold() {
    assertThrows(IRIException.class, () -> Base.of("https://exa mple.org/"));
    assertTrue(Base.of("urn:a:b").isReference());
  }
}
