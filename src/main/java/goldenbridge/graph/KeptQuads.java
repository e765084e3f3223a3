package goldenbridge.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * What the files of a home were parsed to, kept in one file together with names, lengths and checksums (CRC-32 and Adler-32) of
 * what it was parsed from. It is taken for files of which all of that is the same, so it is not stale after an edit. It spares
 * short commands the parser and the sorting, which take most of their time because a JVM that has just begun runs them slowly.
 *
 * <p>The folder belongs to one build of the program; another one may read files differently.
 */
final class KeptQuads {
  private static final long FORMAT = 0x676f6c64_00000003L;
  /** How many homes are kept at most: each has its place, and takes it from the one before. */
  private static final int PLACES = 16;

  private final Path file;

  KeptQuads(Path folder, Home home) {
    file = folder.resolve("quads-" + Integer.toHexString(home.root().toString().hashCode() & PLACES - 1));
  }

  /**
   * All quads of a home.
   *
   * @param described subject, predicate and object of each triple of the description, one after the other
   */
  record Parsed(QuadIndex index, int... described) {
    DatasetDescription description(Home home) {
      Graph graph = GraphFactory.createDefaultGraph();
      for (int at = 0; at < described.length; at += 3) {
        graph.add(index.nodes.node(described[at]), index.nodes.node(described[at + 1]), index.nodes.node(described[at + 2]));
      }
      return DatasetDescription.of(graph, home.show(home.description()));
    }
  }

  /** What was parsed from exactly these files, if it was kept. */
  Optional<Parsed> find(HomeFiles files) {
    try {
      return Files.exists(file) ? read(Files.readAllBytes(file), files) : Optional.empty();
    } catch (IOException | RuntimeException unusable) {
      return Optional.empty(); // the files themselves are still there
    }
  }

  private static Optional<Parsed> read(byte[] all, HomeFiles files) {
    ByteBuffer buffer = ByteBuffer.wrap(all, 0, all.length - Long.BYTES);
    if (buffer.getLong() != FORMAT || !isOf(files, buffer) || ByteBuffer.wrap(all).getLong(all.length - Long.BYTES) != sum(all, all.length - Long.BYTES)) {
      return Optional.empty();
    }
    NodeTable nodes = new NodeTable();
    nodes.read(buffer);
    return Optional.of(new Parsed(QuadIndex.read(nodes, buffer), GrowingBytes.ints(buffer)));
  }

  private static boolean isOf(HomeFiles files, ByteBuffer buffer) {
    if (buffer.getInt() != files.all().size()) {
      return false;
    }
    for (HomeFiles.Entry entry : files.all()) {
      if (!entry.shown().equals(TermBytes.text(buffer)) || entry.bytes().length != buffer.getInt() || sums(entry.bytes()) != buffer.getLong()) {
        return false;
      }
    }
    return true;
  }

  /** Two sums that Java computes in its own machine code; a strong hash, or to compare bytes, takes a JVM that has just begun far longer. */
  private static long sums(byte... bytes) {
    Adler32 second = new Adler32();
    second.update(bytes, 0, bytes.length);
    return sum(bytes, bytes.length) << Integer.SIZE | second.getValue();
  }

  private static long sum(byte[] all, int length) {
    CRC32 sum = new CRC32();
    sum.update(all, 0, length);
    return sum.getValue();
  }

  /** Keeps what was parsed; where that is not possible, nothing happens. */
  void keep(HomeFiles files, Parsed parsed) {
    try {
      Optional<byte[]> all = bytes(files, parsed);
      if (all.isPresent()) {
        Path unfinished = Files.createTempFile(file.getParent(), "quads", ".new");
        try (OutputStream out = Files.newOutputStream(unfinished)) {
          out.write(all.get());
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException readOnly) {
      // Then the next command parses again.
    }
  }

  private static Optional<byte[]> bytes(HomeFiles files, Parsed parsed) {
    GrowingBytes out = new GrowingBytes();
    out.putLong(FORMAT);
    out.putInt(files.all().size());
    files.all().forEach(entry -> {
      out.putText(entry.shown());
      out.putInt(entry.bytes().length);
      out.putLong(sums(entry.bytes()));
    });
    if (!parsed.index().nodes.write(out)) {
      return Optional.empty();
    }
    parsed.index().write(out);
    out.putInts(parsed.described());
    out.putLong(sum(out.array(), out.size()));
    return Optional.of(out.copy());
  }
}
