package goldenbridge.graph;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A home as far as it can be read without Jena: the bytes of its files and, where they were parsed before, the index of their
 * quads. No class of Jena is initialized here, so that a short command can do this while another thread makes Jena ready.
 */
public final class PreparedHome {
  private final Home home;
  private final HomeFiles files;
  private final Optional<KeptQuads> kept;
  private final Optional<KeptQuads.Parsed> parsed;

  private PreparedHome(Home home, Optional<Path> folder) {
    this.home = home;
    HomeFiles listed = HomeFiles.of(home);
    Optional<HomeFiles> read = folder.flatMap(any -> listed.read());
    files = read.orElse(listed);
    kept = read.flatMap(any -> folder).map(any -> new KeptQuads(any, home));
    parsed = kept.flatMap(any -> any.find(files));
  }

  /**
   * Reads a home.
   *
   * @param folder where this build of the program, and no other, keeps what it has parsed: it is taken from there as long as the
   *     files' names, lengths and checksums are the same; a file that is wrong or cannot be written there stands in nobody's way
   */
  public static PreparedHome of(Home home, Optional<Path> folder) {
    return new PreparedHome(home, folder);
  }

  /**
   * What was read, as a snapshot. Jena must be ready.
   *
   * @throws goldenbridge.fault.ProblemException with every problem of every file
   */
  public Snapshot load() {
    return parsed.map(known -> snapshot(known.index(), known.description(home))).orElseGet(this::parse);
  }

  /** The same for who is done in a moment: evidence and the text of queries and shapes are read when they are first asked for, if ever. */
  public Snapshot loadQuads() {
    return parsed.map(known -> quads(known.index(), known.description(home))).orElseGet(this::parse);
  }

  private Snapshot parse() {
    SnapshotLoader loader = new SnapshotLoader(this);
    Snapshot snapshot = loader.soundly();
    kept.ifPresent(place -> place.keep(files, loader.parsed()));
    return snapshot;
  }

  /** A snapshot that holds all texts as they stand now, whatever happens to the files, and what every second question asks for. */
  Snapshot snapshot(QuadIndex index, DatasetDescription description) {
    Snapshot snapshot = quads(index, description);
    snapshot.queries();
    snapshot.shapes();
    snapshot.evidence();
    return snapshot;
  }

  private Snapshot quads(QuadIndex index, DatasetDescription description) {
    return new Snapshot(home, new UnionDatasetGraph(index, description.prefixes().byPrefix()), description);
  }

  Home home() {
    return home;
  }

  HomeFiles files() {
    return files;
  }
}
