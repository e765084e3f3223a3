package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import goldenbridge.World;
import goldenbridge.query.Citation;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;

class FootnotesTest {
  private final Footnotes notes = new Footnotes(new Cells(World.snapshot(), "en", "./"));

  private static Citation passage(int number) {
    return new Citation(NodeFactory.createURI("https://bees.example/source/s#p" + number), "s, ¶ " + number,
        NodeFactory.createURI("https://bees.example/source/s"), "" + number, null, "");
  }

  @Test
  void aPassageKeepsTheNumberOfItsFirstCitation() {
    assertEquals(List.of(1, 2), notes.cite(List.of(passage(7), passage(3))).stream().map(mark -> mark.get("number")).toList());
    assertEquals(List.of(2, 3), notes.cite(List.of(passage(3), passage(9))).stream().map(mark -> mark.get("number")).toList());
    assertEquals(3, notes.notes().size());
  }

  @Test
  void ofManyPassagesTheFirstAreCitedAndTheOthersCounted() {
    var marks = notes.cite(IntStream.range(0, 400).mapToObj(FootnotesTest::passage).toList());
    assertEquals(13, marks.size());
    assertEquals("388", marks.get(12).get("more"));
    assertEquals(12, notes.notes().size());
  }
}
