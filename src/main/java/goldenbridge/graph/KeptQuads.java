package goldenbridge.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What the files of a home were parsed to, kept in one file together with the bytes that it was parsed from. It is taken for
 * files that are the same byte for byte and for no others, so it is never stale. It spares short commands the parser, which
 * takes most of their time because a JVM that has just begun runs it slowly.
 *
 * <p>The folder belongs to one build of the program; another one may read files differently.
 */
final class KeptQuads {
  private static final long FORMAT = 0x676f6c64_00000002L;
  /** How many homes are kept at most: each has its place, and takes it from the one before. */
  private static final int PLACES = 16;

  private final Path file;

  KeptQuads(Path folder, Home home) {
    file = folder.resolve("quads-" + Integer.toHexString(home.root().toString().hashCode() & PLACES - 1));
  }

  /**
   * All quads of a home.
   *
   * @param from the first of the quads that the description says, in the order in which they came
   * @param to the first one after them
   */
  record Parsed(UnionDatasetGraph.Builder quads, int from, int to) {}

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
    UnionDatasetGraph.Builder builder = UnionDatasetGraph.builder();
    builder.nodes().read(buffer);
    builder.quads().read(buffer);
    return Optional.of(new Parsed(builder, buffer.getInt(), buffer.getInt()));
  }

  private static boolean isOf(HomeFiles files, ByteBuffer buffer) {
    if (buffer.getInt() != files.all().size()) {
      return false;
    }
    for (HomeFiles.Entry entry : files.all()) {
      String shown = TermBytes.text(buffer);
      int length = buffer.getInt();
      int from = buffer.position();
      if (!entry.same(shown, buffer.array(), from, from + length)) {
        return false;
      }
      buffer.position(from + length);
    }
    return true;
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
      out.put(entry.bytes());
    });
    if (!parsed.quads().nodes().write(out)) {
      return Optional.empty();
    }
    parsed.quads().quads().write(out);
    out.putInt(parsed.from());
    out.putInt(parsed.to());
    out.putLong(sum(out.array(), out.size()));
    return Optional.of(out.copy());
  }
}
