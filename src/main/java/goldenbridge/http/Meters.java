package goldenbridge.http;

import goldenbridge.graph.LiveSnapshot;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jetty.JettyServerThreadPoolMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.util.thread.ThreadPool;

/** What the service counts, for {@code /metrics}. Safe for any number of threads. */
final class Meters {
  private static final Duration[] STEPS = {Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(100),
      Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30)};

  private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ConcurrentMap<Served, Timer> timers = new ConcurrentHashMap<>();
  private final LongAdder hits = new LongAdder();
  private final LongAdder unchanged = new LongAdder();
  private final LongAdder joined = new LongAdder();

  private record Served(String route, int status) {}

  Meters(LiveSnapshot live) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    Gauge.builder("dataset.triples", live, now -> now.current().dataset().triples()).register(registry);
    Gauge.builder("dataset.quads", live, now -> now.current().dataset().quads()).register(registry);
    Gauge.builder("dataset.loaded", live, now -> now.current().loaded().getEpochSecond()).baseUnit("timestamp_seconds").register(registry);
    Gauge.builder("dataset.edit.refused", live, now -> now.refusalAfter(now.current()).isPresent() ? 1 : 0)
        .description("1 while a newer edit of the files is not served").register(registry);
    cached("sent", hits);
    cached("unchanged", unchanged);
    cached("joined", joined);
  }

  private void cached(String how, LongAdder count) {
    FunctionCounter.builder("http.cache.answers", count, LongAdder::sum).tag("how", how)
        .description("Requests answered without work: sent from the cache, unchanged for the client, joined to an equal one under way").register(registry);
  }

  void watch(ResponseCache cache) {
    Gauge.builder("http.cache.size", cache, ResponseCache::size).baseUnit("bytes").register(registry);
    Gauge.builder("http.cache.entries", cache, ResponseCache::count).register(registry);
  }

  void watch(WorkGate gate) {
    Gauge.builder("queries.running", gate, WorkGate::running).register(registry);
  }

  void watch(Workers workers) {
    Gauge.builder("http.requests.waiting", workers, Workers::waiting).description("Requests that no thread has begun to work on").register(registry);
  }

  void watch(ThreadPool threads) {
    new JettyServerThreadPoolMetrics(threads, List.of()).bindTo(registry);
  }

  void hit() {
    hits.increment();
  }

  void unchanged() {
    unchanged.increment();
  }

  void joined() {
    joined.increment();
  }

  /** A request that was worked on. */
  void worked(String path, int status, long nanos) {
    timers.computeIfAbsent(new Served(route(path, status), status), this::timer).record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Served served) {
    return Timer.builder("http.requests").description("Requests that were worked on, until their answer was out")
        .tag("route", served.route).tag("status", Integer.toString(served.status)).serviceLevelObjectives(STEPS).register(registry);
  }

  /** The first part of a path that has led somewhere: a stranger cannot make up new ones. */
  private static String route(String path, int status) {
    int end = path.indexOf('/', 1);
    String first = end < 0 ? path : path.substring(0, end);
    if (status >= 400) {
      return "other";
    }
    return first.indexOf('.') < 0 ? first : first.replaceAll("\\.[a-z]+$", "");
  }

  /** All of it in the text format of Prometheus. */
  String text() {
    return registry.scrape();
  }
}
