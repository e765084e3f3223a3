package goldenbridge.graph;

import goldenbridge.rdf.Prefixes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Everything that is served at one time, immutable and safe for any number of threads. A request keeps the snapshot that it
 * began with.
 */
public final class Snapshot {
  private final Home home;
  private final UnionDatasetGraph dataset;
  private final DatasetDescription description;
  private final Labels labels;
  private final Entities entities;
  private final ContentVersion version;
  private final Map<Class<?>, Derived<?>> derived = new ConcurrentHashMap<>();
  private final Instant loaded = Instant.now();

  Snapshot(Home home, UnionDatasetGraph dataset, DatasetDescription description) {
    this.home = home;
    this.dataset = dataset;
    this.description = description;
    this.labels = new Labels(dataset.getDefaultGraph(), description);
    this.entities = new Entities(dataset, description, labels);
    this.version = new ContentVersion(dataset, this::queries);
  }

  public Home home() {
    return home;
  }

  /** The text of the canned queries, read with the data. */
  public QueryFiles queries() {
    return derived(QueryFiles.class, whole -> QueryFiles.read(home));
  }

  /** The text of the shapes, read with the data. */
  public ShapeTexts shapes() {
    return derived(ShapeTexts.class, whole -> ShapeTexts.read(home));
  }

  /** The default graph is the union of all graphs; read-only. */
  public UnionDatasetGraph dataset() {
    return dataset;
  }

  public DatasetDescription description() {
    return description;
  }

  public Labels labels() {
    return labels;
  }

  public Entities entities() {
    return entities;
  }

  public Evidence evidence() {
    return derived(Evidence.class, whole -> new Evidence(dataset, description.evidence()));
  }

  public Prefixes prefixes() {
    return description.prefixes();
  }

  /** All quads as sorted N-Quads, each line with its end: the same on every machine. */
  public List<String> canonicalLines() {
    return ContentVersion.canonicalLines(dataset);
  }

  /** The SHA-256 of the content, in hex: equal for equal files whatever the machine; computed on first use. */
  public String version() {
    return version.get();
  }

  /** Tells the version that was computed of exactly this content before, which spares computing it. */
  public void recall(String known) {
    version.is(known);
  }

  /**
   * Something that follows from the snapshot and takes time to make: made once, when it is first asked for, while others who
   * ask for it wait; it goes with the snapshot.
   *
   * @param kind the only thing of its class that is kept
   */
  public <T> T derived(Class<T> kind, Function<Snapshot, T> make) {
    return kind.cast(derived.computeIfAbsent(kind, absent -> new Derived<>(make)).of(this));
  }

  /** Not made inside the map, since one such thing may need another. */
  private static final class Derived<T> {
    private final Function<Snapshot, T> make;
    private volatile T made;

    Derived(Function<Snapshot, T> make) {
      this.make = make;
    }

    T of(Snapshot snapshot) {
      return made == null ? once(snapshot) : made;
    }

    private synchronized T once(Snapshot snapshot) {
      if (made == null) {
        made = make.apply(snapshot);
      }
      return made;
    }
  }

  public Instant loaded() {
    return loaded;
  }
}
