package goldenbridge.export;

import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.atlas.RuntimeIOException;

/**
 * The files of an export in a temporary folder, for downloads: made when the first of them is asked for, once for a snapshot.
 * The folder goes when the snapshot is no longer in use, at the latest when the program ends. Safe for any number of threads.
 */
public final class Dumps {
  private static final Cleaner CLEANER = Cleaner.create();
  private static final Set<Path> FOLDERS = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> FOLDERS.forEach(Dumps::remove), "remove dumps"));
  }

  private final Path folder;
  private final List<Exported> files;

  private Dumps(Path folder, List<Exported> files) {
    this.folder = folder;
    this.files = List.copyOf(files);
    CLEANER.register(this, () -> remove(folder));
  }

  /**
   * The files of a snapshot; the first call takes as long as an export.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code unwritable}
   */
  public static Dumps of(Snapshot snapshot) {
    return snapshot.derived(Dumps.class, Dumps::make);
  }

  private static Dumps make(Snapshot snapshot) {
    try {
      Path folder = Files.createTempDirectory("golden-bridge-");
      FOLDERS.add(folder);
      try {
        return new Dumps(folder, new Export(snapshot, name -> { }).write(folder));
      } catch (IOException | RuntimeException | Error failed) {
        remove(folder);
        throw failed;
      }
    } catch (IOException | UncheckedIOException | RuntimeIOException full) {
      throw unwritable();
    }
  }

  /** What is offered, sorted by name, before anything is made. */
  public static List<Offered> offered(Snapshot snapshot) {
    return ExportFile.all(snapshot).stream().map(file -> new Offered(file.name(), file.mediaType(), file.title()))
        .sorted(Comparator.comparing(Offered::name)).toList();
  }

  /**
   * A file that can be had.
   *
   * @param title what it is, for people
   */
  public record Offered(String name, String mediaType, String title) {}

  /** The data, sorted by name, without the list and the checksums that tell of them. */
  public List<Exported> files() {
    return files;
  }

  /** Where a file of that name is; also {@code index.json} and {@code SHA256SUMS}. */
  public Optional<Path> path(String name) {
    boolean known = Index.NAMES.contains(name) || files.stream().anyMatch(file -> file.name().equals(name));
    return known ? Optional.of(folder.resolve(name)) : Optional.empty();
  }

  /**
   * The gzip form of a file that {@link #path} knows, made when it is first asked for.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code unwritable}
   */
  public synchronized Path packed(String name) {
    Path packed = folder.resolve(name + ".gz");
    if (Files.exists(packed)) {
      return packed;
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed), 1 << 16)) {
      Files.copy(folder.resolve(name), out);
      return packed;
    } catch (IOException full) {
      Export.removeQuietly(packed);
      throw unwritable();
    }
  }

  private static ProblemException unwritable() {
    return Problem.unavailable("unwritable", "the files to download cannot be written", "free space in the temporary folder").raise();
  }

  private static void remove(Path folder) {
    FOLDERS.remove(folder);
    Export.removeQuietly(folder);
  }
}
