package goldenbridge.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** The version of a snapshot: SHA-256 over its sorted N-Quads and its canned queries, each with its name. */
final class ContentVersion implements Supplier<String> {
  private final UnionDatasetGraph dataset;
  private final Supplier<QueryFiles> queries;
  private String version;

  ContentVersion(UnionDatasetGraph dataset, Supplier<QueryFiles> queries) {
    this.dataset = dataset;
    this.queries = queries;
  }

  @Override
  public synchronized String get() {
    if (version == null) {
      version = compute();
    }
    return version;
  }

  /** What was computed of the same content before. */
  synchronized void is(String known) {
    version = known;
  }

  private String compute() {
    MessageDigest digest = sha256();
    canonicalLines(dataset).forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
    queries.get().addTo(digest);
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Sorted N-Quads lines, each with its line end; canonical as long as the data has no blank nodes. */
  static List<String> canonicalLines(UnionDatasetGraph dataset) {
    List<String> lines = new ArrayList<>();
    NodeFormatterNT format = new NodeFormatterNT();
    dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> lines.add(line(format, quad)));
    Collections.sort(lines);
    return lines;
  }

  private static String line(NodeFormatterNT format, Quad quad) {
    IndentedLineBuffer line = new IndentedLineBuffer();
    for (Node node : List.of(quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph())) {
      format.format(line, node);
      line.append(" ");
    }
    return line.append(".\n").toString();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
