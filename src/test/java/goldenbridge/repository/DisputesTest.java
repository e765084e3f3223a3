package goldenbridge.repository;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.about.Disputes;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;

/** The query that the graph names for its disputes marks what its answer lists. */
class DisputesTest {
  private static final String BASE = "https://w3id.org/kzkr/";

  private static boolean disputed(String subject, String property, String value) {
    return Disputes.of(Catalogue.SNAPSHOT).contains(Triple.create(NodeFactory.createURI(BASE + "id/" + subject),
        NodeFactory.createURI(BASE + "ontology#" + property), NodeFactory.createURI(BASE + value)));
  }

  @Test
  void marksBothSidesOfADispute() {
    assertTrue(disputed("visit-2021-08-tokayev", "kind", "concept/state-visit"));
    assertTrue(disputed("visit-2021-08-tokayev", "kind", "concept/official-visit"));
  }

  @Test
  void leavesAnUndisputedStatementUnmarked() {
    assertFalse(disputed("visit-2021-08-tokayev", "visitor", "id/tokayev"));
    assertFalse(disputed("visit-2021-08-tokayev", "kind", "concept/visit"));
  }
}
