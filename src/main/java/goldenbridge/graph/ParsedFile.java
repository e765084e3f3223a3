package goldenbridge.graph;

import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import goldenbridge.rdf.Places;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * The statements of one file, kept until the whole file is known to be sound.
 *
 * @param positions line and column of each quad by turns
 * @param problems in file order
 */
record ParsedFile(HomeFiles.Entry file, List<Quad> quads, int[] positions, List<Problem> problems) {
  /** Problems of single terms: the parser goes on, and the file is read to its end. */
  private static final Set<String> FLAWS = Set.of("literal", "iri");

  /** @param graph the name of the graph for triples that stand in none */
  static ParsedFile of(HomeFiles.Entry file, Node graph) {
    Collected collected = new Collected();
    List<Problem> problems = file.reader().read(graph, collected::add);
    return new ParsedFile(file, collected.quads, collected.positions, problems);
  }

  /**
   * Parses files side by side and hands them over in their order. Only a few are parsed ahead of the one whose turn it is, so that
   * there is never much more in memory than has been taken.
   */
  static void forEach(List<HomeFiles.Entry> files, Function<HomeFiles.Entry, Node> graphs, Consumer<ParsedFile> taker) {
    int width = Math.min(Runtime.getRuntime().availableProcessors(), files.size());
    if (width < 2) {
      files.forEach(file -> taker.accept(of(file, graphs.apply(file))));
      return;
    }
    ExecutorService workers = Executors.newFixedThreadPool(width, ParsedFile::worker);
    try {
      Deque<Future<ParsedFile>> ahead = new ArrayDeque<>();
      for (HomeFiles.Entry file : files) {
        ahead.add(workers.submit(() -> of(file, graphs.apply(file))));
        if (ahead.size() > 2 * width) {
          taker.accept(made(ahead.remove()));
        }
      }
      ahead.forEach(last -> taker.accept(made(last)));
    } finally {
      workers.shutdownNow();
    }
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "parser");
    thread.setDaemon(true);
    return thread;
  }

  private static ParsedFile made(Future<ParsedFile> parsing) {
    try {
      return parsing.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException told) {
        throw told;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the loading was stopped", stopped);
    }
  }

  /** Whether the file was read to its end. */
  boolean isSound() {
    return problems.stream().allMatch(problem -> FLAWS.contains(problem.code()));
  }

  Place place(int quad) {
    return new Place(file.shown(), positions[2 * quad], positions[2 * quad + 1]);
  }

  void note(Places places) {
    for (int i = 0; i < quads.size(); i++) {
      places.note(quads.get(i), place(i));
    }
  }

  private static final class Collected {
    private final List<Quad> quads = new ArrayList<>();
    private int[] positions = new int[128];

    void add(Quad quad, int line, int column) {
      int at = quads.size() * 2;
      if (at == positions.length) {
        positions = Arrays.copyOf(positions, at * 2);
      }
      positions[at] = line;
      positions[at + 1] = column;
      quads.add(quad);
    }
  }
}
