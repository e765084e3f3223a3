package goldenbridge.http;

import goldenbridge.World;
import goldenbridge.check.HomeStamp;
import goldenbridge.check.SnapshotWatcher;
import goldenbridge.graph.Home;
import goldenbridge.graph.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** A copy of the invented world, served and watched. */
final class Watched implements AutoCloseable {
  final Home home;
  final Served served;
  final AtomicInteger swaps = new AtomicInteger();
  private final SnapshotWatcher watcher;
  private final BlockingQueue<String> outcomes = new LinkedBlockingQueue<>();

  private Watched(Home home) {
    this.home = home;
    HomeStamp read = HomeStamp.of(home);
    served = Served.of(home, options -> options.withFresh(Duration.ZERO));
    watcher = SnapshotWatcher.start(served.live, read, new SnapshotWatcher.Listener() {
      @Override
      public void served(Snapshot snapshot) {
        swaps.incrementAndGet();
        outcomes.add(snapshot.version());
      }

      @Override
      public void refused(String report) {
        outcomes.add(report);
      }
    });
  }

  static Watched in(Path folder) {
    return new Watched(World.copyTo(folder.resolve("world")));
  }

  /** Looks after each outcome, and now and then, until it is so. */
  void until(BooleanSupplier condition, String what) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("it never came true: " + what + "; /health says " + served.get("/health").body());
      }
      try {
        outcomes.poll(50, TimeUnit.MILLISECONDS);
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }
  }

  void untilServed(String path, String text) {
    until(() -> served.get(path).body().contains(text), path + " shows " + text);
  }

  void untilRefused(String text) {
    until(() -> refusal().contains(text), "refused for " + text);
  }

  void untilNothingIsRefused() {
    until(() -> refusal().isEmpty(), "nothing is refused");
  }

  /** The report of {@code /health}, or {@code ""}. */
  String refusal() {
    var refused = Served.json(served.get("/health")).get("refused");
    if (refused == null) {
      return "";
    }
    StringBuilder lines = new StringBuilder();
    refused.getAsJsonObject().getAsJsonArray("report").forEach(line -> lines.append(line.getAsString()).append('\n'));
    return lines.toString();
  }

  String read(String file) throws IOException {
    return Files.readString(home.root().resolve(file), StandardCharsets.UTF_8);
  }

  /** As most editors do: writes another file and gives it the name, so that nobody ever sees half of it. */
  void save(String file, String text) throws IOException {
    Path target = home.root().resolve(file);
    Files.createDirectories(target.getParent());
    Path half = Files.createTempFile(home.root(), "half", ".tmp");
    Files.writeString(half, text, StandardCharsets.UTF_8);
    Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  void edit(String file, String from, String to) throws IOException {
    String text = read(file);
    if (!text.contains(from)) {
      throw new IllegalArgumentException(file + " does not hold: " + from);
    }
    save(file, text.replace(from, to));
  }

  @Override
  public void close() {
    watcher.close();
    served.close();
  }
}
