package goldenbridge.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class RdfOutputTest {
  private final AtomicInteger searches = new AtomicInteger();

  private final ClassLoader counting = new ClassLoader(RdfOutputTest.class.getClassLoader()) {
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      searches.addAndGet(name.endsWith("jakarta.json.spi.JsonProvider") ? 1 : 0);
      return super.getResources(name);
    }
  };

  private final Graph graph = graph();

  private static Graph graph() {
    Graph graph = GraphFactory.createDefaultGraph();
    for (int i = 0; i < 50; i++) {
      graph.add(Triple.create(NodeFactory.createURI("http://e/s"), NodeFactory.createURI("http://e/p" + i), NodeFactory.createLiteralLang("text " + i, "en")));
    }
    return graph;
  }

  private String written(ClassLoader searching) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RdfOutput.write(RDFWriter.source(graph).lang(Lang.JSONLD), out, searching);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void searchesForTheJsonLibraryOnce() {
    String plain = written(counting);
    int forEachText = searches.getAndSet(0);
    assertTrue(forEachText >= 50, "the library searches once itself now, this is no longer needed: " + forEachText);
    ClassLoader once = RdfOutput.searchingOnce(counting);
    assertEquals(plain, written(once));
    assertEquals(plain, written(once));
    assertEquals(1, searches.get());
  }

  @Test
  void leavesTheThreadAsItWas() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    RdfOutput.write(RDFWriter.source(graph).lang(Lang.TURTLE), new ByteArrayOutputStream());
    assertSame(before, Thread.currentThread().getContextClassLoader());
  }
}
