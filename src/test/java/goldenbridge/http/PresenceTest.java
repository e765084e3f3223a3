package goldenbridge.http;

import static goldenbridge.http.Served.HEAVY;
import static goldenbridge.http.Served.encode;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.query.Limits;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Queries of clients who leave. With a limit of ten minutes, only leaving ends them. */
@Timeout(120)
class PresenceTest {
  private static Served served(Duration limit) {
    return Served.world(options -> options.withLimits(new Limits(limit, 1_000)).withStopTime(Duration.ofSeconds(1)));
  }

  private static Socket send(Served served, String request) throws IOException {
    Socket socket = new Socket("127.0.0.1", served.service.port());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return socket;
  }

  private static String get(String query) {
    return "GET /sparql?query=" + encode(query) + " HTTP/1.1\r\nHost: x\r\n\r\n";
  }

  private static String post(String query) {
    return "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: " + Served.QUERY + "\r\nContent-Length: " + query.length() + "\r\n\r\n" + query;
  }

  private static void awaitRunning(Served served, int number) throws InterruptedException {
    for (int wait = 0; wait < 600; wait++) {
      if (served.get("/metrics").body().contains("\nqueries_running " + number + ".0\n")) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("never " + number + " queries");
  }

  private static void awaitJoined(Served served) throws InterruptedException {
    for (int wait = 0; wait < 100 && !served.get("/metrics").body().contains("how=\"joined\"} 1.0"); wait++) {
      Thread.sleep(50);
    }
  }

  @Test
  void aQueryEndsWhenItsClientLeaves() throws Exception {
    try (Served served = served(Duration.ofMinutes(10))) {
      for (String request : new String[] {get(HEAVY), post(HEAVY), get("SELECT * { BIND ('" + "a".repeat(60) + "!' AS ?t) FILTER REGEX(?t, '(.*a){20}b') }")}) {
        Socket client = send(served, request);
        awaitRunning(served, 1);
        client.close();
        awaitRunning(served, 0);
      }
    }
  }

  @Test
  void goesOnForOthersWhoWaitForTheSame() throws Exception {
    try (Served served = served(Duration.ofSeconds(4))) {
      Socket first = send(served, get(HEAVY));
      awaitRunning(served, 1);
      try (Socket second = send(served, get(HEAVY).replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"))) {
        awaitJoined(served);
        first.close();
        String answer = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(answer.contains("\"timeout\""), answer);
      }
    }
  }

  /** What was looked at is lost, so the connection closes after the answer, and the client asks again. */
  @Test
  void answersOneWhoSendsTheNextRequestTooEarly() throws Exception {
    try (Served served = served(Duration.ofSeconds(4)); Socket client = send(served, get(HEAVY))) {
      awaitRunning(served, 1);
      client.getOutputStream().write(get("ASK {}").getBytes(StandardCharsets.UTF_8));
      String answers = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answers.startsWith("HTTP/1.1 503 "), answers);
      assertTrue(answers.contains("\"timeout\"") && answers.contains("Connection: close"), answers);
    }
  }
}
