package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import goldenbridge.fault.Problem;
import goldenbridge.graph.Home;
import goldenbridge.graph.LiveSnapshot;
import goldenbridge.graph.SnapshotLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Answers that were given before, and endpoints that count how often they are asked. */
@Timeout(60)
class ResponseCacheTest {
  private static final String TEXT = "қазақ 한국 ".repeat(2_000);

  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger asked = new AtomicInteger();
  private List<String> popular = List.of();

  private HttpService serve(Endpoint endpoint) {
    return serve(new LiveSnapshot(World.snapshot()), endpoint, options -> options);
  }

  private HttpService serve(LiveSnapshot live, Endpoint endpoint, UnaryOperator<HttpOptions> options) {
    return HttpService.serve(live, options.apply(HttpOptions.DEFAULT.withPort(0)), new Site(endpoint, snapshot -> popular), new ErrorBody(new Templates(), live), new Meters(live));
  }

  /** Says by its body which time this is, and takes the type and language that the request asks for. */
  private Reply counted(Call call) {
    String language = call.header("Accept-Language");
    return Reply.of(call.header("Accept").isEmpty() ? "text/plain" : call.header("Accept"), language, out -> {
      out.write((asked.incrementAndGet() + " " + TEXT).getBytes(StandardCharsets.UTF_8));
      return Map.of("Link", "<x>; rel=\"next\"");
    }).with("Vary", "Accept, Accept-Language");
  }

  private HttpResponse<byte[]> get(HttpService service, String path, String... headers) {
    return send(service, "GET", path, headers);
  }

  private HttpResponse<byte[]> send(HttpService service, String method, String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(service.address().resolve(path)).method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.sendAsync(request.build(), BodyHandlers.ofByteArray()).join();
  }

  private static String unpacked(byte[] body) throws IOException {
    return new String(new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void aRepeatedRequestIsNotRunAgain() {
    try (HttpService service = serve(this::counted)) {
      HttpResponse<byte[]> first = get(service, "a?x=1");
      HttpResponse<byte[]> again = get(service, "a?x=1");
      assertEquals(1, asked.get());
      assertArrayEquals(first.body(), again.body());
      assertNotEquals(named(first, "X-Request-Id"), named(again, "X-Request-Id"));
      for (String name : first.headers().map().keySet()) {
        if (!name.equalsIgnoreCase("X-Request-Id") && !name.equalsIgnoreCase("Date")) {
          assertEquals(first.headers().allValues(name), again.headers().allValues(name), name);
        }
      }
      assertEquals(first.headers().map().keySet(), again.headers().map().keySet());
      assertEquals("<x>; rel=\"next\"", named(again, "Link"));
    }
  }

  private static String named(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void requestsThatDifferAreRunEach() {
    try (HttpService service = serve(this::counted)) {
      get(service, "a");
      get(service, "a", "Accept", "text/csv");
      get(service, "a", "Accept-Language", "ko");
      get(service, "a?x=1");
      get(service, "b");
      assertEquals(5, asked.get());
    }
  }

  /** Browsers ask for the same type in many ways; there is one body for all of them. */
  @Test
  void oneBodyServesAllWaysToAskForIt() {
    Endpoint csv = call -> Reply.of("text/csv", "", out -> {
      out.write(("n\n" + asked.incrementAndGet()).getBytes(StandardCharsets.UTF_8));
      return Map.of();
    }).with("Vary", "Accept");
    try (HttpService service = serve(csv)) {
      assertArrayEquals(get(service, "a", "Accept", "text/csv").body(), get(service, "a", "Accept", "text/csv, */*;q=0.1").body());
      assertEquals(1, asked.get());
    }
  }

  @Test
  void headIsAnsweredFromWhatGetHasLeft() {
    try (HttpService service = serve(this::counted)) {
      HttpResponse<byte[]> got = get(service, "a");
      HttpResponse<byte[]> head = send(service, "HEAD", "a");
      assertEquals(0, head.body().length);
      assertEquals(named(got, "Content-Length"), named(head, "Content-Length"));
      assertEquals(named(got, "ETag"), named(head, "ETag"));
      assertEquals(1, asked.get());
    }
  }

  @Test
  void aKnownTagIsAnsweredWithoutABody() {
    try (HttpService service = serve(this::counted)) {
      String tag = named(get(service, "a"), "ETag");
      HttpResponse<byte[]> known = get(service, "a", "If-None-Match", "\"other\", " + tag);
      assertEquals(304, known.statusCode());
      assertEquals(0, known.body().length);
      assertEquals(tag, named(known, "ETag"));
      assertEquals("Accept, Accept-Language, Accept-Encoding", named(known, "Vary"));
      assertEquals("", named(known, "Content-Type"));
      assertEquals(200, get(service, "a", "If-None-Match", "\"other\"").statusCode());
      assertEquals(1, asked.get());
    }
  }

  @Test
  void theAnswerIsPackedOnceForThoseWhoTakeItPacked() throws IOException {
    try (HttpService service = serve(this::counted)) {
      HttpResponse<byte[]> packed = get(service, "a", "Accept-Encoding", "br, gzip");
      assertEquals("gzip", named(packed, "Content-Encoding"));
      assertEquals("1 " + TEXT, unpacked(packed.body()));
      assertTrue(packed.body().length < TEXT.length() / 10);
      HttpResponse<byte[]> again = get(service, "a", "Accept-Encoding", "gzip");
      assertArrayEquals(packed.body(), again.body());
      assertEquals("gzip", named(again, "Content-Encoding"));
      assertEquals(1, asked.get());
      HttpResponse<byte[]> plain = get(service, "a", "Accept-Encoding", "gzip;q=0");
      assertEquals("", named(plain, "Content-Encoding"));
      assertEquals("2 " + TEXT, new String(plain.body(), StandardCharsets.UTF_8));
      assertNotEquals(named(plain, "ETag"), named(packed, "ETag"));
    }
  }

  @Test
  void aLargeAnswerComesWholeFromTheCache() {
    byte[] large = new byte[3_000_000];
    new java.util.Random(3).nextBytes(large);
    try (HttpService service = serve(call -> Reply.of("application/octet-stream", "", out -> {
      asked.incrementAndGet();
      out.write(large);
      return Map.of();
    }))) {
      assertArrayEquals(large, get(service, "a").body());
      assertArrayEquals(large, get(service, "a").body());
      assertArrayEquals(large, get(service, "a").body());
      assertEquals(1, asked.get());
    }
  }

  @Test
  void equalRequestsAtTheSameTimeRunOnce() throws InterruptedException {
    CountDownLatch others = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    try (HttpService service = serve(call -> {
      if (call.path().equals("/other")) {
        return Reply.now(200, "text/plain", "free");
      }
      return Reply.of("text/plain", "", out -> {
        begun.countDown();
        await(others);
        out.write(Integer.toString(asked.incrementAndGet()).getBytes(StandardCharsets.UTF_8));
        return Map.of();
      });
    })) {
      List<CompletableFuture<String>> all = IntStream.range(0, 150).mapToObj(number -> CompletableFuture.supplyAsync(
          () -> client.sendAsync(HttpRequest.newBuilder(service.address().resolve("a")).build(), BodyHandlers.ofString())).thenCompose(future -> future)
          .thenApply(HttpResponse::body)).toList();
      assertTrue(begun.await(20, TimeUnit.SECONDS));
      for (int number = 0; number < 20; number++) {
        assertEquals("free", new String(get(service, "other").body(), StandardCharsets.UTF_8), "those who wait take no thread");
      }
      others.countDown();
      all.forEach(one -> assertEquals("1", one.join()));
      assertEquals(1, asked.get());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void theTroubleOfEqualRequestsIsSharedEachWithItsOwnId() throws InterruptedException {
    CountDownLatch others = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    try (HttpService service = serve(call -> Reply.of("text/plain", "", out -> {
      begun.countDown();
      await(others);
      throw Problem.tooMuch("timeout", "too late, time " + asked.incrementAndGet(), "ask for less").raise();
    }))) {
      CompletableFuture<HttpResponse<byte[]>> first = CompletableFuture.supplyAsync(() -> get(service, "a"));
      assertTrue(begun.await(20, TimeUnit.SECONDS));
      List<CompletableFuture<HttpResponse<byte[]>>> all = IntStream.range(0, 20).mapToObj(number -> client.sendAsync(
          HttpRequest.newBuilder(service.address().resolve("a")).header("X-Request-Id", "mine-" + number).build(), BodyHandlers.ofByteArray())).toList();
      others.countDown();
      assertEquals(503, first.join().statusCode());
      for (int number = 0; number < all.size(); number++) {
        HttpResponse<byte[]> response = all.get(number).join();
        assertEquals(503, response.statusCode());
        assertEquals("mine-" + number, named(response, "X-Request-Id"));
        assertTrue(new String(response.body(), StandardCharsets.UTF_8).contains("\"requestId\": \"mine-" + number + "\""));
        assertEquals("no-store", named(response, "Cache-Control"));
      }
    }
  }

  @Test
  void whatHoldsForTheMomentIsMadeForEach() {
    try (HttpService service = serve(call -> Reply.now(200, "text/plain", "time " + asked.incrementAndGet()))) {
      List<CompletableFuture<String>> all = IntStream.range(0, 50).mapToObj(number -> client.sendAsync(
          HttpRequest.newBuilder(service.address().resolve("a")).build(), BodyHandlers.ofString()).thenApply(HttpResponse::body)).toList();
      assertEquals(50, all.stream().map(CompletableFuture::join).distinct().count());
    }
  }

  @Test
  void anErrorIsNotKept() {
    try (HttpService service = serve(call -> Reply.of("text/plain", "", out -> {
      if (asked.incrementAndGet() == 1) {
        throw Problem.tooMuch("timeout", "too late", "ask for less").raise();
      }
      return Map.of();
    }))) {
      assertEquals(503, get(service, "a").statusCode());
      assertEquals(200, get(service, "a").statusCode());
    }
  }

  @Test
  void whatVariesByMoreThanAKeyHoldsIsNotKept() {
    try (HttpService service = serve(call -> counted(call).with("Vary", "Accept, User-Agent"))) {
      get(service, "a");
      get(service, "a");
      assertEquals(2, asked.get());
    }
  }

  @Test
  void anotherSnapshotDropsAllAndComingBackRunsAgain(@TempDir Path folder) throws IOException {
    Home home = World.copyTo(folder.resolve("edited"));
    World.edit(home, "data/sources/letter.trig", "bee:honey 4.0", "bee:honey 4.5");
    LiveSnapshot live = new LiveSnapshot(World.snapshot());
    var first = live.current();
    try (HttpService service = serve(live, this::counted, options -> options)) {
      String tag = named(get(service, "a"), "ETag");
      live.replace(SnapshotLoader.load(home));
      assertNotEquals(tag, named(get(service, "a"), "ETag"));
      assertEquals(2, asked.get());
      live.replace(first);
      assertEquals(tag, named(get(service, "a"), "ETag"));
      assertEquals(3, asked.get());
    }
  }

  @Test
  void keepsNoMoreThanItMay() {
    LiveSnapshot live = new LiveSnapshot(World.snapshot());
    ResponseCache cache = new ResponseCache(live, 1 << 20);
    assertFalse(cache.takes((1 << 20) / 4, "Accept"), "one answer takes no more than its share");
    for (int number = 0; number < 500; number++) {
      cache.keep(live.current(), StoredAnswer.of(new EntityTag("\"" + number + "\""), org.eclipse.jetty.http.HttpFields.EMPTY, new byte[50_000]));
    }
    cache.settle();
    assertTrue(cache.size() <= 1 << 20, cache.size() + " bytes");
    assertTrue(cache.count() >= 10 && cache.count() <= 20, cache.count() + " answers");
  }

  @Test
  void mayBeTurnedOff() {
    try (HttpService service = serve(new LiveSnapshot(World.snapshot()), this::counted, options -> options.withCacheBytes(0))) {
      get(service, "a");
      get(service, "a");
      assertEquals(2, asked.get());
    }
  }

  /** As data and as a page, before anybody has asked; and again for the next snapshot. */
  @Test
  void whatIsAskedForMostIsMadeBeforehand(@TempDir Path folder) throws Exception {
    Home home = World.copyTo(folder.resolve("edited"));
    World.edit(home, "data/sources/letter.trig", "bee:honey 4.0", "bee:honey 4.5");
    LiveSnapshot live = new LiveSnapshot(World.snapshot());
    popular = List.of("/a", "/b");
    try (HttpService service = serve(live, this::counted, options -> options)) {
      awaitAsked(4);
      assertEquals(200, get(service, "a").statusCode());
      assertEquals("gzip", named(get(service, "b", "Accept", "text/html", "Accept-Encoding", "gzip"), "Content-Encoding"));
      assertEquals(4, asked.get());
      live.replace(SnapshotLoader.load(home));
      get(service, "c");
      awaitAsked(9);
      get(service, "b");
      assertEquals(9, asked.get());
    }
  }

  private void awaitAsked(int times) throws InterruptedException {
    for (int wait = 0; asked.get() < times && wait < 300; wait++) {
      Thread.sleep(50);
    }
    assertEquals(times, asked.get());
  }
}
