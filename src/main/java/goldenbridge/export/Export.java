package goldenbridge.export;

import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import goldenbridge.graph.Snapshot;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.atlas.RuntimeIOException;

/** Writes all files of an export into a folder that appears whole or not at all. */
public final class Export {
  private final Snapshot snapshot;
  private final Consumer<String> progress;

  /** @param progress is told the name of each file before it is written */
  public Export(Snapshot snapshot, Consumer<String> progress) {
    this.snapshot = snapshot;
    this.progress = progress;
  }

  /**
   * Writes into a folder beside the target and renames it at the end.
   *
   * @param target a folder that does not exist yet, or an export to be replaced
   * @return the files, by name
   * @throws goldenbridge.fault.ProblemException with code {@code unwritable} or {@code not-an-export}; nothing is left behind
   */
  public List<Exported> to(Path target) {
    Path whole = target.toAbsolutePath().normalize();
    mayReplace(whole);
    Path part = whole.resolveSibling("." + whole.getFileName() + ".part");
    try {
      remove(part);
      Files.createDirectories(part);
      List<Exported> files = write(part);
      remove(whole);
      Files.move(part, whole);
      return files;
    } catch (IOException | UncheckedIOException | RuntimeIOException full) {
      removeQuietly(part);
      throw Problem.badData("unwritable", "cannot write the export (" + cause(full) + ")", Place.of(target.toString()),
          "check that the folder exists, its permissions and the free space").raise();
    }
  }

  /** Writes into a folder that is there. */
  List<Exported> write(Path folder) throws IOException {
    List<Exported> files = new ArrayList<>();
    for (ExportFile file : ExportFile.all(snapshot)) {
      progress.accept(file.name());
      files.add(write(folder, file));
    }
    files.sort(Comparator.comparing(Exported::name));
    Index index = new Index(snapshot, files);
    write(folder, new ExportFile(Index.LIST, "application/json", "This list", index::json));
    write(folder, new ExportFile(Index.CHECKSUMS, "text/plain", "Checksums", index::checksums));
    return files;
  }

  private static Exported write(Path folder, ExportFile file) throws IOException {
    Path path = folder.resolve(file.name());
    Files.createDirectories(path.getParent());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
      file.content().accept(out);
    }
    return Exported.of(file, path);
  }

  /** Only what this program has written before is replaced. */
  private static void mayReplace(Path target) {
    boolean ours = Files.isRegularFile(target.resolve("SHA256SUMS")) && Files.isRegularFile(target.resolve("index.json"));
    if (Files.exists(target) && !ours && !isEmptyFolder(target)) {
      throw Problem.badData("not-an-export", "the folder exists and is no export", Place.of(target.toString()), "name a new folder").raise();
    }
  }

  private static boolean isEmptyFolder(Path target) {
    try (Stream<Path> inside = Files.list(target)) {
      return inside.findAny().isEmpty();
    } catch (IOException noFolder) {
      return false;
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  static void removeQuietly(Path folder) {
    try {
      remove(folder);
    } catch (IOException stillThere) {
      // The reason why it could not be written is the one to tell.
    }
  }

  private static Throwable cause(Throwable trouble) {
    return trouble.getCause() instanceof IOException cause ? cause : trouble;
  }

  static void print(OutputStream out, String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
