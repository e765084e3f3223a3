package goldenbridge.graph;

import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.graph.GraphFactory;

/** The text of the shapes as it stood when a snapshot was read; parsed only for who asks for it. */
public final class ShapeTexts {
  private static final List<String> NAMES = List.of("shapes.ttl", "passage-shapes.ttl", "style.ttl");

  private final Map<String, byte[]> bytes = new TreeMap<>();

  private ShapeTexts() {}

  /** Reads the files that there are; one that cannot be read is left out, as {@code validate} tells. */
  static ShapeTexts read(Home home) {
    ShapeTexts texts = new ShapeTexts();
    NAMES.forEach(name -> texts.read(name, home.ontology().resolve(name)));
    return texts;
  }

  private void read(String name, Path file) {
    try {
      if (Files.isRegularFile(file)) {
        bytes.put(name, Files.readAllBytes(file));
      }
    } catch (IOException unreadable) {
      bytes.remove(name);
    }
  }

  /** The SHA-256 of the files, in hex: of their bytes, comments too. */
  public String version() {
    MessageDigest digest = ContentVersion.sha256();
    bytes.forEach((name, text) -> {
      digest.update((name + "\n" + text.length + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(text);
    });
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * All shapes in one graph, with their prefixes.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code syntax} and the file
   */
  public Graph graph() {
    Graph graph = GraphFactory.createDefaultGraph();
    bytes.forEach((name, text) -> {
      try {
        RDFParser.create().source(new ByteArrayInputStream(text)).lang(Lang.TURTLE).parse(graph);
      } catch (RiotException malformed) {
        throw Problem.badData("syntax", malformed.getMessage(), Place.of("ontology/" + name), "run validate").raise();
      }
    });
    return graph;
  }
}
