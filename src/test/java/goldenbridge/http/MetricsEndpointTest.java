package goldenbridge.http;

import static goldenbridge.http.Served.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetricsEndpointTest {
  /** A line of https://prometheus.io/docs/instrumenting/exposition_formats/#text-format-details */
  private static final Pattern LINE = Pattern.compile("# (HELP|TYPE) .*|[a-zA-Z_:][a-zA-Z0-9_:]*(\\{([a-z_]+=\"[^\"]*\",?)+\\})? (-?[0-9.]+(E-?[0-9]+)?|NaN|[+-]Inf)");

  private static double value(String text, String series) {
    return text.lines().filter(line -> line.startsWith(series + " ")).map(line -> line.substring(series.length() + 1)).mapToDouble(Double::parseDouble).findFirst()
        .orElseThrow(() -> new AssertionError(series + " is not in " + text));
  }

  @Test
  void countsWhatWasWorkedOnAndWhatWasKnown() {
    try (Served served = Served.world()) {
      String tag = header(served.get("/queries/honey.csv"), "ETag");
      served.get("/queries/honey.csv");
      served.get("/queries/honey.csv");
      served.get("/queries/honey.csv", "If-None-Match", tag);
      served.get("/made-up/" + "x".repeat(100));
      HttpResponse<String> response = served.get("/metrics");
      assertEquals("text/plain;version=0.0.4;charset=utf-8", header(response, "Content-Type"));
      assertEquals("no-store", header(response, "Cache-Control"));
      String text = response.body();
      assertEquals(1, value(text, "http_requests_seconds_count{route=\"/queries\",status=\"200\"}"));
      assertEquals(1, value(text, "http_requests_seconds_count{route=\"other\",status=\"404\"}"));
      assertEquals(3, value(text, "http_cache_answers_total{how=\"sent\"}") + value(text, "http_cache_answers_total{how=\"joined\"}"));
      assertEquals(1, value(text, "http_cache_answers_total{how=\"unchanged\"}"));
      assertTrue(value(text, "http_cache_size_bytes") > 0);
      assertEquals(served.live.current().dataset().triples(), value(text, "dataset_triples"));
      assertEquals(0, value(text, "dataset_edit_refused"));
      assertTrue(value(text, "queries_running") <= 1, "the warm-up at most");
      assertTrue(value(text, "jetty_threads_busy") > 0);
      assertTrue(value(text, "jvm_threads_live_threads") > 0);
      assertTrue(text.endsWith("\n"));
      text.lines().forEach(line -> assertTrue(LINE.matcher(line).matches(), line));
    }
  }
}
