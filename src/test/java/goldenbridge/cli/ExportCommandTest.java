package goldenbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import goldenbridge.World;
import goldenbridge.graph.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
  private static final String WORLD = World.home().root().toString();

  @TempDir
  private Path folder;

  private Run export(String home, Path target) {
    return Run.of("export", "--home", home, "-o", target.toString());
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return files;
  }

  @Test
  void writesEveryFileWithItsChecksum() throws Exception {
    Path target = folder.resolve("export");
    assertEquals(0, export(WORLD, target).code());
    Map<String, String> files = files(target);
    assertTrue(files.keySet().containsAll(List.of("all.nq", "all.trig", "flat.nt", "flat.ttl", "flat.jsonld", "ontology.ttl", "graph.graphml",
        "void.ttl", "csv/Hive.csv", "csv/Keeper.csv", "index.json", "SHA256SUMS")), files.keySet().toString());
    for (String line : files.get("SHA256SUMS").lines().toList()) {
      byte[] bytes = Files.readAllBytes(target.resolve(line.substring(66)));
      assertEquals(line.substring(0, 64), HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)), line);
    }
    assertEquals(files.size() - 2, files.get("SHA256SUMS").lines().count());
    JsonObject index = JsonParser.parseString(files.get("index.json")).getAsJsonObject();
    assertEquals(files.size() - 2, index.getAsJsonArray("files").size());
  }

  @Test
  void keepsEveryQuadInEveryForm() throws IOException {
    Path target = folder.resolve("export");
    export(WORLD, target);
    long quads = World.snapshot().dataset().quads();
    assertEquals(quads, Files.lines(target.resolve("all.nq")).count());
    assertEquals(Files.lines(target.resolve("all.nq")).sorted().toList(), Files.lines(target.resolve("all.nq")).toList());
    assertEquals(quads, RDFDataMgr.loadDatasetGraph(target.resolve("all.trig").toString()).stream().count());
    long flat = RDFDataMgr.loadGraph(target.resolve("flat.nt").toString()).size();
    assertEquals(flat, RDFDataMgr.loadGraph(target.resolve("flat.ttl").toString()).size());
    assertEquals(flat, RDFDataMgr.loadDatasetGraph(target.resolve("flat.jsonld").toString()).getDefaultGraph().size());
    assertTrue(flat > World.snapshot().dataset().triples());
    assertTrue(Files.readString(target.resolve("flat.nt")).contains(
        "<https://example.org/bees/id/oak> <http://www.w3.org/ns/prov#wasDerivedFrom> <https://example.org/bees/source/letter#p1>"));
  }

  @Test
  void givesEqualBytesTwice() throws IOException {
    export(WORLD, folder.resolve("one"));
    export(WORLD, folder.resolve("two"));
    assertEquals(files(folder.resolve("one")), files(folder.resolve("two")));
  }

  @Test
  void replacesAnExportAndNothingElse() throws IOException {
    Path target = folder.resolve("export");
    export(WORLD, target);
    Files.writeString(target.resolve("old.txt"), "left over");
    assertEquals(0, export(WORLD, target).code());
    assertFalse(Files.exists(target.resolve("old.txt")));
    Path other = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(other.resolve("diary.txt"), "dear");
    Run refused = export(WORLD, other);
    assertEquals(3, refused.code());
    assertTrue(refused.err().contains("is no export"), refused.err());
    assertEquals("dear", Files.readString(other.resolve("diary.txt")));
  }

  @Test
  void leavesNothingBehindWhenItCannotWrite() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    Run failed = export(WORLD, file.resolve("export"));
    assertEquals(3, failed.code());
    assertTrue(failed.err().contains("cannot write the export"), failed.err());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList());
    }
  }

  @Test
  void keepsSpreadsheetsFromRunningCells() throws IOException {
    Home home = World.copyTo(folder.resolve("home"));
    World.edit(home, "data/reference/register.ttl", "\"elm hive\"@en", "\"=HYPERLINK(1)\"@en");
    export(home.root().toString(), folder.resolve("export"));
    String table = Files.readString(folder.resolve("export/csv/TreeHive.csv"));
    assertTrue(table.startsWith("\uFEFFiri,label@en,label@ko,label@ru"), table);
    assertTrue(table.contains(",'=HYPERLINK(1),"), table);
    assertTrue(table.contains("느릅나무 벌통"), table);
  }
}
