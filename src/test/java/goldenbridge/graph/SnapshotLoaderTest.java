package goldenbridge.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotLoaderTest {
  private static final String BASE = "https://example.org/bees/";

  @TempDir
  private Path folder;
  private Home home;

  @BeforeEach
  void copyTheWorld() {
    home = World.copyTo(folder);
  }

  @Test
  void namesTheGraphOfATurtleFileAfterItsPathOrItsOntology() {
    List<String> names = Iter.toList(Iter.map(SnapshotLoader.load(home).dataset().listGraphNodes(), Node::getURI));
    assertTrue(names.containsAll(List.of(BASE + "ontology", BASE + "dataset", BASE + "reference/register", BASE + "source/gazette#p1")), names.toString());
    assertEquals(9, names.size(), names.toString());
  }

  @Test
  void keepsTheDefaultGraphAsTheUnionOfAll() {
    UnionDatasetGraph dataset = SnapshotLoader.load(home).dataset();
    Node oak = NodeFactory.createURI(BASE + "id/oak");
    Node honey = NodeFactory.createURI(BASE + "ontology#honey");
    assertEquals(2, Iter.count(dataset.getDefaultGraph().find(oak, honey, Node.ANY)));
    assertEquals(2, Iter.count(dataset.find(Node.ANY, oak, honey, Node.ANY)));
  }

  @Test
  void tellsTheProblemsOfAllFilesAtOnce() throws IOException {
    World.edit(home, "data/sources/gazette.trig", "id:oak bee:keeper id:ada ;", "id:oak bee:keeper ide:ada ;");
    World.edit(home, "data/sources/letter.trig", "bee:honey 4.0 ;", "bee:honey 4.0");
    List<Problem> problems = assertThrows(ProblemException.class, () -> SnapshotLoader.load(home)).problems();
    assertEquals(List.of("data/sources/gazette.trig", "data/sources/letter.trig"), problems.stream().map(problem -> problem.place().file()).toList());
    assertTrue(problems.get(0).toString().startsWith("data/sources/gazette.trig:23:"), problems.toString());
  }

  @Test
  void leavesABrokenFileOutWholeAndLoadsTheOthers() throws IOException {
    World.edit(home, "data/sources/letter.trig", "bee:honey 4.0 ;", "bee:honey 4.0");
    SnapshotLoader.Loaded loaded = SnapshotLoader.loadWithPlaces(home);
    assertEquals(1, loaded.problems().size());
    Snapshot rest = loaded.snapshot().orElseThrow();
    assertTrue(rest.dataset().containsGraph(NodeFactory.createURI(BASE + "source/gazette#p1")));
    assertFalse(rest.dataset().containsGraph(NodeFactory.createURI(BASE + "source/letter")));
  }

  @Test
  void remembersWhereStatementsStand() {
    SnapshotLoader.Loaded loaded = SnapshotLoader.loadWithPlaces(home);
    Node oak = NodeFactory.createURI(BASE + "id/oak");
    Node keeper = NodeFactory.createURI(BASE + "ontology#keeper");
    assertEquals("data/sources/gazette.trig:23",
        loaded.places().ofFinding(oak, keeper, NodeFactory.createURI(BASE + "id/ada"), oak).orElseThrow().toString().replaceAll(":\\d+$", ""));
  }

  @Test
  void givesEqualContentAnEqualVersionWhateverTheOrderOfStatements() throws IOException {
    String before = SnapshotLoader.load(home).version();
    assertEquals(64, before.length());
    World.edit(home, "data/sources/gazette.trig", "  id:oak bee:keeper id:ada ;\n    bee:honey 12.0 .", "  id:oak bee:honey 12.0 ; bee:keeper id:ada .");
    assertEquals(before, SnapshotLoader.load(home).version());
    World.edit(home, "data/sources/gazette.trig", "12.0", "12.1");
    assertNotEquals(before, SnapshotLoader.load(home).version());
  }

  @Test
  void countsTheQueriesInTheVersion() throws IOException {
    String before = SnapshotLoader.load(home).version();
    World.edit(home, "queries/honey.rq", "ORDER BY", "ORDER  BY");
    assertNotEquals(before, SnapshotLoader.load(home).version());
  }

  @Test
  void saysWhatTheDescriptionLacks() throws IOException {
    World.edit(home, "data/dataset.ttl", "  gb:voiceProperty bee:toldBy ;\n", "");
    Problem problem = assertThrows(ProblemException.class, () -> SnapshotLoader.load(home)).problem();
    assertEquals("data/dataset.ttl: the dataset description lacks <https://w3id.org/golden-bridge/config#voiceProperty>; "
        + "add it: the README lists what a graph must say of itself", problem.toString());
  }

  @Test
  void saysWhichFolderIsMissing() throws IOException {
    Files.move(home.data(), folder.resolve("elsewhere"));
    Problem problem = assertThrows(ProblemException.class, () -> Home.of(folder)).problem();
    assertEquals("no-home", problem.code());
    assertTrue(problem.message().contains("data/ is missing"), problem.message());
  }

  @Test
  void takesTheWorkingFolderOnlyWhenItIsMeantAsAHome(@TempDir Path other) throws IOException {
    assertEquals(home.root(), Home.find(other, folder).root());
    assertEquals(home.root(), Home.find(folder, other).root());
    Files.createDirectory(other.resolve("ontology"));
    assertThrows(ProblemException.class, () -> Home.find(other, folder));
  }

  @Test
  void followsLinksToFolders(@TempDir Path other) throws IOException {
    String before = SnapshotLoader.load(home).version();
    Files.move(home.data(), other.resolve("elsewhere"));
    Files.createSymbolicLink(home.data(), other.resolve("elsewhere"));
    assertEquals(before, SnapshotLoader.load(home).version());
  }

  @Test
  void findsTheEvidenceOfAStatement() {
    Snapshot snapshot = SnapshotLoader.load(home);
    Triple told = Triple.create(NodeFactory.createURI(BASE + "id/elm"), NodeFactory.createURI(BASE + "ontology#keeper"), NodeFactory.createURI(BASE + "id/bela"));
    Passage passage = snapshot.evidence().of(told).get(0);
    assertEquals("1", passage.place());
    assertEquals(BASE + "source/letter", passage.source().getURI());
    assertEquals(BASE + "id/bela", passage.voice().orElseThrow().getURI());
    assertEquals(3, snapshot.evidence().passages().stream().filter(one -> !one.isCuration()).count());
  }
}
