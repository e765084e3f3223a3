package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many who begin a request and do not end it, or do not read its answer, keep nobody else waiting. */
@Timeout(120)
class SlowClientsTest {
  private static final int MANY = 300;

  private static Socket open(Served served, String begin) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new java.net.InetSocketAddress("127.0.0.1", served.service.port()));
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(begin.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return socket;
  }

  private static void keepNobodyWaiting(String begin) throws IOException {
    List<Socket> slow = new ArrayList<>();
    try (Served served = Served.world(options -> options.withStopTime(Duration.ofSeconds(1)).withLimits(new goldenbridge.query.Limits(Duration.ofSeconds(20), 1_000_000)))) {
      for (int number = 0; number < MANY; number++) {
        slow.add(open(served, begin));
      }
      for (int number = 0; number < 30; number++) {
        assertEquals(200, served.get("/queries/honey.csv").statusCode());
        assertEquals(200, served.get("/sparql?query=" + Served.encode("ASK { ?s" + number + " ?p ?o }")).statusCode(), "also what is not known yet");
      }
      assertTrue(served.get("/metrics").body().lines().filter(line -> line.startsWith("jetty_threads_current")).allMatch(line -> Double.parseDouble(line.split(" ")[1]) <= 64));
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void whoNeverEndTheirHeaders() throws IOException {
    keepNobodyWaiting("GET /sparql HTTP/1.1\r\nHost: x\r\nX-Slow: ");
  }

  @Test
  void whoConnectAndSayNothing() throws IOException {
    keepNobodyWaiting("");
  }

  /** 2 MB each, of which the network takes but a little: known answers wait for their readers without a thread. */
  @Test
  void whoNeverReadAKnownAnswer() throws IOException {
    keepNobodyWaiting("GET /sparql?format=csv&query=" + Served.encode("SELECT ('" + "x".repeat(20_000) + "' AS ?x) { ?s ?p ?o } LIMIT 100") + " HTTP/1.1\r\nHost: x\r\n\r\n");
  }

  @Test
  void aConnectionThatSaysNothingIsClosedInTime() throws IOException {
    assertEquals(Duration.ofSeconds(30), HttpOptions.DEFAULT.idleTime());
    try (Served served = Served.world(options -> options.withIdleTime(Duration.ofSeconds(1))); Socket socket = open(served, "GET / HTTP/1.1\r\nHost: x\r\n")) {
      try {
        byte[] answer = socket.getInputStream().readAllBytes();
        assertTrue(answer.length == 0 || new String(answer, StandardCharsets.UTF_8).startsWith("HTTP/1.1 408"), new String(answer, StandardCharsets.UTF_8));
      } catch (SocketTimeoutException open) {
        throw new AssertionError("still open");
      }
    }
  }
}
