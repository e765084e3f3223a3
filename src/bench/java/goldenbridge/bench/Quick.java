package goldenbridge.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * A quick comparison: every question is asked of all engines in turn, again and again, and the medians stand side by side.
 * {@code -Dquestions=REGEX} picks some, {@code -Dmillis=N} is the time for each engine and question, twice.
 * Arguments: numbers of quads, then names of peers ({@code ours tdb2 rdf4j txnmem}; all but the last when none is named).
 */
public final class Quick {
  private static final long NANOS_A_CELL = Long.getLong("millis", 700) * 1_000_000L;

  /** All engines work in the asking thread, and its own time does not depend on what else the machine does. */
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  /** Files are loaded by several threads. */
  private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Quick() {}

  public static void main(String[] arguments) throws IOException {
    List<Integer> sizes = Arrays.stream(arguments).filter(word -> word.matches("\\d+")).map(Integer::valueOf).toList();
    List<String> peers = Arrays.stream(arguments).filter(word -> !word.matches("\\d+")).toList();
    for (int size : sizes) {
      compare(size, peers.isEmpty() ? List.of("ours", "tdb2", "rdf4j") : peers);
    }
  }

  private static void compare(int size, List<String> names) throws IOException {
    Path home = home(size);
    List<Peer> peers = new ArrayList<>();
    System.out.printf("%n%s quads%n", Files.readString(home.resolve("count")));
    for (String name : names) {
      long before = used();
      long cpuBefore = PROCESS.getProcessCpuTime();
      long began = System.nanoTime();
      peers.add(maker(name).load(home));
      double seconds = (System.nanoTime() - began) / 1e9;
      double cpu = (PROCESS.getProcessCpuTime() - cpuBefore) / 1e9;
      System.out.printf(Locale.ROOT, "  %-8s loaded in %.2f s (%.2f s of all threads, the compiler's too), %d MB%n", name, seconds, cpu, (used() - before) >> 20);
    }
    table(peers);
    peers.forEach(Peer::close);
  }

  /** A home of so many quads, written when it is not there yet. */
  static Path home(int size) throws IOException {
    Path home = Path.of(System.getProperty("java.io.tmpdir"), "golden-bridge-bench-" + size);
    if (!Files.exists(home.resolve("count"))) {
      Files.createDirectories(home);
      Files.writeString(home.resolve("count"), "" + Passages.write(size, home));
    }
    return home;
  }

  static Peer.Maker maker(String name) {
    return switch (name) {
      case "ours" -> GuardedPeer::load;
      case "tdb2" -> JenaPeer::tdb2;
      case "txnmem" -> JenaPeer::txnMem;
      case "rdf4j" -> Rdf4jPeer::load;
      default -> throw new IllegalArgumentException("unknown peer " + name);
    };
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void table(List<Peer> peers) {
    double[] logarithms = new double[peers.size()];
    System.out.printf("| %-10s | %7s |", "question", "rows");
    peers.forEach(peer -> System.out.printf(" %10s |", peer.name()));
    peers.stream().skip(1).forEach(peer -> System.out.printf(" %7s |", "/" + peer.name()));
    System.out.println();
    for (Question question : Question.all()) {
      if (!question.name().matches(System.getProperty("questions", ".*"))) {
        continue;
      }
      double[] medians = medians(peers.stream().map(peer -> peer.prepare(question)).toList());
      System.out.printf("| %-10s | %7d |", question.name(), (int) medians[peers.size()]);
      for (int i = 0; i < peers.size(); i++) {
        System.out.printf(Locale.ROOT, " %10.4f |", medians[i]);
      }
      for (int i = 1; i < peers.size(); i++) {
        System.out.printf(Locale.ROOT, " %7.1f |", medians[i] / medians[0]);
        logarithms[i] += Math.log(medians[i] / medians[0]);
      }
      System.out.println();
    }
    System.out.print("geometric mean:");
    for (int i = 1; i < peers.size(); i++) {
      System.out.printf(Locale.ROOT, "  %.2f times %s", Math.exp(logarithms[i] / Question.all().size()), peers.get(i).name());
    }
    System.out.println();
  }

  /** Milliseconds of each, and last the number of rows. */
  private static double[] medians(List<IntSupplier> runs) {
    double[] medians = new double[runs.size() + 1];
    int[] rows = new int[runs.size()];
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < runs.size(); i++) {
        List<Long> times = new ArrayList<>();
        long until = System.nanoTime() + NANOS_A_CELL;
        while (times.size() < 3 || System.nanoTime() < until) {
          long began = CPU.getCurrentThreadCpuTime();
          rows[i] = runs.get(i).getAsInt();
          times.add(CPU.getCurrentThreadCpuTime() - began);
          if (rows[i] < 0) {
            break;
          }
        }
        times.sort(null);
        medians[i] = rows[i] < 0 ? JenaPeer.LIMIT.toMillis() : times.get(times.size() / 2) / 1e6;
      }
    }
    int expected = rows[0];
    if (Arrays.stream(rows).anyMatch(count -> count >= 0 && count != expected)) {
      System.out.println("  different answers: " + Arrays.toString(rows));
    }
    medians[runs.size()] = expected;
    return medians;
  }
}
