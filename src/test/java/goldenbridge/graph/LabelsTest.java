package goldenbridge.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import goldenbridge.World;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;

class LabelsTest {
  private final Labels labels = World.snapshot().labels();

  private static Node id(String name) {
    return NodeFactory.createURI("https://example.org/bees/id/" + name);
  }

  @Test
  void givesTheLanguageAskedFor() {
    assertEquals("참나무 벌통", labels.of(id("oak"), "ko"));
    assertEquals("дубовый улей", labels.of(id("oak"), "ru"));
  }

  @Test
  void fallsBackInTheOrderThatTheGraphStates() {
    assertEquals("elm hive", labels.of(id("elm"), "ru"));
    assertEquals("oak hive", labels.of(id("oak"), "fr"));
  }

  @Test
  void fallsBackToTheLocalName() {
    assertEquals("nobody", labels.of(id("nobody"), "en"));
  }

  @Test
  void namesAPassageAfterItsSourceAndPlace() {
    assertEquals("The Hive Gazette, ¶ 2", labels.of(NodeFactory.createURI("https://example.org/bees/source/gazette#p2"), "en"));
    assertEquals("A letter to the guild, n1", labels.of(NodeFactory.createURI("https://example.org/bees/source/letter#n1"), "en"));
    assertEquals("A letter to the guild, curation", labels.of(NodeFactory.createURI("https://example.org/bees/source/letter#curation"), "en"));
  }
}
