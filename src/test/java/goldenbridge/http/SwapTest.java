package goldenbridge.http;

import static goldenbridge.http.Served.encode;
import static goldenbridge.http.Served.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import goldenbridge.graph.Home;
import goldenbridge.graph.Snapshot;
import goldenbridge.graph.SnapshotLoader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Readers at work while snapshots are replaced hundreds of times. */
@Timeout(240)
class SwapTest {
  private static final int SWAPS = 400;
  private static final int GROWING = 200;
  private static final int READERS = 4;
  private static final List<String> PATHS = List.of("/sparql?format=csv&query=" + encode("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"),
      "/queries/honey", "/queries/honey.html?evidence=on", "/queries/honey.rq", "/queries", "/", "/doc/id/elm.trig", "/health", "/sparql?format=nt");

  private interface Reader {
    void read(Served served, int number);
  }

  /** Each swap waits for an answer, so that the two keep pace. */
  private static void swap(Served served, int swaps, List<Snapshot> snapshots, Reader reader) throws InterruptedException {
    ExecutorService clients = Executors.newFixedThreadPool(READERS);
    Semaphore answered = new Semaphore(0);
    AtomicBoolean over = new AtomicBoolean();
    try {
      List<CompletableFuture<Void>> all = IntStream.range(0, READERS).mapToObj(number -> CompletableFuture.runAsync(() -> {
        try {
          for (int turn = number; !over.get(); turn++) {
            reader.read(served, turn);
            answered.release();
          }
        } finally {
          answered.release(swaps); // a reader that fails must not keep the others waiting
        }
      }, clients)).toList();
      for (int swap = 0; swap < swaps; swap++) {
        served.live.replace(snapshots.get(swap % snapshots.size()));
        assertTrue(answered.tryAcquire(60, TimeUnit.SECONDS), "no answer");
      }
      over.set(true);
      all.forEach(CompletableFuture::join);
    } finally {
      over.set(true);
      clients.shutdownNow();
    }
  }

  /** Both were read from the same files, one before and one after an edit; on disk there is now something else again. */
  @Test
  void everyAnswerIsWhollyOfOneSnapshot(@TempDir Path folder) throws Exception {
    Home home = World.copyTo(folder.resolve("edited"));
    Snapshot before = SnapshotLoader.load(home);
    World.edit(home, "data/sources/letter.trig", "bee:honey 4.0 ;", "bee:honey 4.5 ;\n    skos:altLabel \"the heavy skep\"@en ;");
    World.edit(home, "queries/honey.rq", "How much honey, and who says so?", "How heavy is the honey?");
    List<Snapshot> both = List.of(before, SnapshotLoader.load(home));
    World.edit(home, "queries/honey.rq", "How heavy is the honey?", "Nobody is served this");
    try (Served served = Served.world()) {
      Map<String, String> alone = new HashMap<>();
      both.forEach(snapshot -> {
        served.live.replace(snapshot);
        PATHS.forEach(path -> alone.put(snapshot.version() + path, served.get(path).body()));
      });
      assertEquals(2 * PATHS.size(), alone.values().stream().distinct().count(), "the two differ everywhere");
      swap(served, SWAPS, both, (server, turn) -> {
        String path = PATHS.get(turn % PATHS.size());
        HttpResponse<String> response = server.get(path);
        assertEquals(200, response.statusCode(), path);
        assertEquals(alone.get(header(response, "Dataset-Version") + path), response.body());
      });
    }
  }

  @Test
  void noReaderEverSeesTheVersionGoBack(@TempDir Path folder) throws Exception {
    List<Snapshot> growing = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    Home home = World.copyTo(folder.resolve("growing"));
    for (int number = 0; number < GROWING; number++) {
      count(home, number);
      growing.add(SnapshotLoader.load(home));
      numbers.put(growing.get(number).version(), number);
    }
    assertEquals(GROWING, numbers.size());
    try (Served served = Served.of(World.copyTo(folder.resolve("first")), options -> options)) {
      served.live.replace(growing.get(0));
      ThreadLocal<Integer> last = ThreadLocal.withInitial(() -> 0);
      swap(served, GROWING, growing, (server, turn) -> {
        HttpResponse<String> response = server.get("/queries/honey.csv?hive=id:elm");
        int number = numbers.get(header(response, "Dataset-Version"));
        assertTrue(response.body().contains("elm hive," + (1000 + number) + ".0,"), response.body());
        assertTrue(number >= last.get(), number + " after " + last.get());
        last.set(number);
      });
      assertEquals(growing.get(GROWING - 1).version(), header(served.get("/"), "Dataset-Version"));
    }
  }

  private static void count(Home home, int number) throws IOException {
    World.edit(home, "data/sources/letter.trig", number == 0 ? "bee:honey 4.0" : "bee:honey " + (999 + number) + ".0", "bee:honey " + (1000 + number) + ".0");
  }
}
