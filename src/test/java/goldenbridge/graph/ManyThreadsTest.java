package goldenbridge.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;

class ManyThreadsTest {
  private static final int THREADS = 16;

  private final GeneratedQueries world = new GeneratedQueries(new Random(7));
  private final DatasetGraph dataset = UnionDatasetGraph.builder().addAll(world.quads()).build();

  @Test
  void givesEveryThreadTheSameAnswers() throws InterruptedException, ExecutionException {
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      queries.add(world.query());
    }
    List<List<String>> alone = queries.stream().map(this::rows).toList();
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      Callable<List<List<String>>> asking = () -> queries.stream().map(this::rows).toList();
      for (Future<List<List<String>>> answers : pool.invokeAll(Collections.nCopies(THREADS, asking))) {
        assertEquals(alone, answers.get());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private List<String> rows(String query) {
    return Txn.calculateRead(dataset, () -> {
      try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
        List<String> rows = new ArrayList<>();
        execution.select().forEachRemaining(row -> {
          List<String> cells = new ArrayList<>();
          row.forEach((variable, value) -> cells.add(variable + "=" + value));
          cells.sort(null);
          rows.add(cells.toString());
        });
        rows.sort(null);
        return rows;
      }
    });
  }

  @Test
  void stopsAJoinThatTakesTooLong() {
    String endless = "SELECT (COUNT(*) AS ?z) WHERE { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h . ?i ?t ?j . ?k ?u ?l . ?m ?v ?n1 . ?o ?w ?x }";
    try (QueryExec execution = QueryExec.dataset(dataset).query(endless).timeout(200, TimeUnit.MILLISECONDS).build()) {
      assertThrows(QueryCancelledException.class, () -> execution.select().forEachRemaining(row -> {}));
    }
  }
}
