package goldenbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SparqlCommandTest {
  private static final String WORLD = World.home().root().toString();
  private static final String QUERY = "SELECT ?h WHERE { id:oak bee:honey ?h } ORDER BY ?h";

  @Test
  void runsTheTextOfAQueryWithTheGraphsOwnPrefixes() {
    Run run = Run.of("sparql", QUERY, "--home", WORLD, "-f", "csv");
    assertEquals("h\r\n12.0\r\n15.5\r\n", run.out());
    assertEquals(0, run.code());
  }

  @Test
  void runsAFileAndStandardInput(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("q.rq"), QUERY);
    assertEquals("h\r\n12.0\r\n15.5\r\n", Run.of("sparql", file.toString(), "--home", WORLD, "-f", "csv").out());
    assertEquals("h\r\n12.0\r\n15.5\r\n", Run.withInput(QUERY, "sparql", "-", "--home", WORLD, "-f", "csv").out());
  }

  @Test
  void writesTriplesAsTurtleByDefault() {
    Run run = Run.of("sparql", "CONSTRUCT { ?s bee:keeper ?k } WHERE { ?s bee:keeper ?k }", "--home", WORLD);
    assertTrue(run.out().contains("bee:keeper  id:ada"), run.out());
  }

  @Test
  void answersAsk() {
    assertEquals("true\n", Run.of("sparql", "ASK { id:oak ?p ?o }", "--home", WORLD).out());
  }

  @Test
  void pointsAtMalformedSparql() {
    Run run = Run.of("sparql", "SELECT ?h WHERE {\n  id:oak bee:honey\n}", "--home", WORLD);
    assertEquals(2, run.code());
    assertEquals("golden-bridge: query:3:1: malformed SPARQL at }; check the query against SPARQL 1.1\n", run.err());
  }

  @Test
  void saysThatAFileIsMissing() {
    Run run = Run.of("sparql", "no-such.rq", "--home", WORLD);
    assertEquals(3, run.code());
    assertTrue(run.err().startsWith("golden-bridge: no-such.rq: cannot read the query"), run.err());
  }

  @Test
  @Timeout(30)
  void endsWithFourAtTheTimeout() {
    Run run = Run.of("sparql", "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", "--home", WORLD, "--timeout", "0.3");
    assertEquals(4, run.code());
    assertEquals("golden-bridge: the query ran past its limit of 0.3 s; make its patterns more selective or ask for less\n", run.err());
    assertEquals("", run.out());
  }

  @Test
  void rejectsImpossibleLimits() {
    assertEquals(2, Run.of("sparql", QUERY, "--home", WORLD, "--timeout", "0").code());
    assertEquals(2, Run.of("sparql", QUERY, "--home", WORLD, "--max-rows", "none").code());
  }
}
