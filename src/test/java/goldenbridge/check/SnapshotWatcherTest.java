package goldenbridge.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import goldenbridge.graph.Home;
import goldenbridge.graph.LiveSnapshot;
import goldenbridge.graph.Snapshot;
import goldenbridge.graph.SnapshotLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SnapshotWatcherTest {
  private static final String LETTER = "data/sources/letter.trig";

  @TempDir
  private Path folder;
  private Home home;
  private HomeStamp read;
  private LiveSnapshot live;
  private SnapshotWatcher watcher;
  private final BlockingQueue<String> outcomes = new LinkedBlockingQueue<>();
  private final SnapshotWatcher.Listener listener = new SnapshotWatcher.Listener() {
    @Override
    public void served(Snapshot snapshot) {
      outcomes.add(snapshot.version());
    }

    @Override
    public void refused(String report) {
      outcomes.add(report);
    }
  };

  @BeforeEach
  void load() {
    home = World.copyTo(folder.resolve("world"));
    read = HomeStamp.of(home);
    live = new LiveSnapshot(SnapshotLoader.load(home));
  }

  @AfterEach
  void close() {
    if (watcher != null) {
      watcher.close();
    }
  }

  private String outcome() throws InterruptedException {
    String outcome = outcomes.poll(60, TimeUnit.SECONDS);
    assertNotNull(outcome, "nothing came of the edit");
    return outcome;
  }

  /** In one step, as editors save. */
  private void edit(String from, String to) throws IOException {
    Path half = Files.copy(home.root().resolve(LETTER), folder.resolve("half"));
    String text = Files.readString(half);
    assertTrue(text.contains(from), text);
    Files.writeString(half, text.replace(from, to));
    Files.move(half, home.root().resolve(LETTER), StandardCopyOption.ATOMIC_MOVE);
  }

  private String versionOfFiles() {
    return SnapshotLoader.load(home).version();
  }

  @Test
  void findsAnEditOfWhichTheSystemTellsNothing() throws Exception {
    watcher = SnapshotWatcher.start(live, read, listener, Alarm.mute());
    edit("bee:honey 4.0", "bee:honey 4.5");
    assertEquals(versionOfFiles(), outcome());
    assertEquals(versionOfFiles(), live.current().version());
    edit("bee:honey 4.5", "bee:honey 4");
    assertTrue(outcome().startsWith(LETTER + ":28:"), "the report, with file and line");
  }

  @Test
  void missesNoEditBetweenTheReadingAndItsStart() throws Exception {
    edit("bee:honey 4.0", "bee:honey 4.5");
    watcher = SnapshotWatcher.start(live, read, listener);
    assertEquals(versionOfFiles(), outcome());
  }

  @Test
  void takesManyEditsTogether() throws Exception {
    watcher = SnapshotWatcher.start(live, read, listener);
    edit("bee:honey 4.0", "bee:honey 4.100");
    for (int number = 101; number <= 200; number++) {
      edit("bee:honey 4." + (number - 1), "bee:honey 4." + number);
    }
    String last = versionOfFiles();
    int reloads = 1;
    while (!outcome().equals(last)) {
      reloads++;
    }
    assertTrue(reloads <= 20, reloads + " reloads for 101 edits");
  }

  @Test
  void keepsTheSnapshotWhenAnEditChangesNothing() throws Exception {
    Snapshot first = live.current();
    watcher = SnapshotWatcher.start(live, read, listener);
    edit("bee:honey 4.0", "bee:honey 4");
    assertTrue(outcome().contains("violation Hive-honey"));
    edit("bee:honey 4 ;", "bee:honey 4.0 ; # weighed twice");
    assertEquals(first.version(), outcome());
    assertSame(first, live.current());
    assertTrue(live.refusalAfter(first).isEmpty());
  }

  /** What was broken from the start is served as broken, and stops no edit of anything else. */
  @Test
  void refusesOnlyQueriesThatWereEdited() throws Exception {
    Path query = home.queries().resolve("honey.rq");
    Files.writeString(query, Files.readString(query).replace("SELECT", "SELEKT"));
    read = HomeStamp.of(home);
    live = new LiveSnapshot(SnapshotLoader.load(home));
    watcher = SnapshotWatcher.start(live, read, listener);
    edit("bee:honey 4.0", "bee:honey 4.5");
    assertEquals(versionOfFiles(), outcome());
    Files.writeString(query, Files.readString(query) + "# still broken\n");
    assertTrue(outcome().contains("queries/honey.rq:"));
  }

  @Test
  void refusesBrokenSuppressions() throws Exception {
    watcher = SnapshotWatcher.start(live, read, listener);
    Files.move(Files.writeString(folder.resolve("half"), "- rule: Hive-honey\n"), home.ontology().resolve("suppressions.yaml"));
    assertTrue(outcome().contains("ontology/suppressions.yaml:1:3: violation suppression: the entry has no reason"));
  }

  @Test
  void tellsOnlyWhyItRefuses() throws Exception {
    watcher = SnapshotWatcher.start(live, read, listener);
    edit("bee:honey 4.0 ;", "bee:honey 4 ;");
    Path register = home.data().resolve("reference/register.ttl");
    Files.writeString(folder.resolve("half"), Files.readString(register).replace("\"벨라 드론\"@ko", "\"Bela\"@de"));
    Files.move(folder.resolve("half"), register, StandardCopyOption.REPLACE_EXISTING);
    String report = outcome();
    assertTrue(report.startsWith(LETTER + ":28:"), report);
    assertFalse(report.contains("warning Named-korean"), report);
  }

  /** Without the terms of the ontology every word of the data is unknown. */
  @Test
  void tellsTheCauseAndNotWhatFollowsFromIt() throws Exception {
    watcher = SnapshotWatcher.start(live, read, listener);
    Path ontology = home.ontology().resolve("ontology.ttl");
    Files.writeString(folder.resolve("half"), Files.readString(ontology).replace("bee:Hive a owl:Class ;", "bee:Hive a owl:Class"));
    Files.move(folder.resolve("half"), ontology, StandardCopyOption.REPLACE_EXISTING);
    String report = outcome();
    assertTrue(report.startsWith("ontology/ontology.ttl:"), report);
    assertFalse(report.contains("unknown-term"), report);
    assertEquals(report, live.refusalAfter(live.current()).orElseThrow().report());
  }

  /** An alarm that breaks once is no reason to look no more. */
  @Test
  void goesOnAfterABug() throws Exception {
    boolean[] broken = {true};
    Alarm shaky = new Alarm() {
      private final Alarm mute = Alarm.mute();

      @Override
      public void watch(Map<Path, String> folders) {
        if (broken[0]) {
          broken[0] = false;
          throw new IllegalStateException("for the test");
        }
      }

      @Override
      public boolean await(Duration patience) throws InterruptedException {
        return mute.await(patience);
      }

      @Override
      public void close() {
        mute.close();
      }
    };
    watcher = SnapshotWatcher.start(live, read, listener, shaky);
    edit("bee:honey 4.0", "bee:honey 4.5");
    assertEquals(versionOfFiles(), outcome());
  }

  @Test
  void endsWhenItIsClosed() throws Exception {
    for (Alarm alarm : new Alarm[] {FolderAlarm.open(), Alarm.mute()}) {
      watcher = SnapshotWatcher.start(live, read, listener, alarm);
      watcher.close();
      watcher.close();
      assertTrue(watcher.ends(Duration.ofSeconds(30)), "it goes on");
    }
    assertTrue(outcomes.isEmpty());
  }
}
