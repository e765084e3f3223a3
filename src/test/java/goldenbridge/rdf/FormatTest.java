package goldenbridge.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import goldenbridge.fault.ProblemException;
import org.junit.jupiter.api.Test;

class FormatTest {
  @Test
  void knowsUsualOtherNames() {
    assertSame(Format.TURTLE, Format.named("Turtle"));
    assertSame(Format.SRX, Format.named("xml"));
    assertSame(Format.JSONLD, Format.named("json-ld"));
  }

  @Test
  void suggestsTheNearestName() {
    ProblemException unknown = assertThrows(ProblemException.class, () -> Format.named("csw"));
    assertEquals("format \"csw\" is unknown; did you mean csv?", unknown.problem().toString());
  }
}
