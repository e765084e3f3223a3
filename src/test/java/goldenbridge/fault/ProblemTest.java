package goldenbridge.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
  @Test
  void readsAsOneLineWithPlaceAndNextStep() {
    Problem problem = Problem.badData("syntax", "the brace\nis open", new Place("a.trig", 3, 7), "close it");
    assertEquals("a.trig:3:7: the brace is open; close it", problem.toString());
  }

  @Test
  void leavesOutWhatIsUnknown() {
    assertEquals("no such name", Problem.notFound("x", "no such name", "").toString());
    assertEquals("a.ttl:4", new Place("a.ttl", 4, 0).toString());
  }

  @Test
  void exceptionCarriesAllProblemsAndIsLedByTheFirst() {
    Problem first = Problem.badInput("one", "first", "");
    Problem second = Problem.tooMuch("two", "second", "");
    ProblemException both = new ProblemException(List.of(first, second));
    assertSame(first, both.problem());
    assertEquals("first\nsecond", both.getMessage());
  }
}
