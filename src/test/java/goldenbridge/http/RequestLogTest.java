package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class RequestLogTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static String id(Forked forked, String path) throws Exception {
    return CLIENT.send(HttpRequest.newBuilder(forked.address().resolve(path)).build(), HttpResponse.BodyHandlers.discarding()).headers().firstValue("X-Request-Id").orElseThrow();
  }

  /** Worked on, known, wrong: each has a line with the id of its answer, and none says what was asked. */
  @Test
  void tellsEveryRequestByTheIdOfItsAnswer() throws Exception {
    try (Forked forked = Forked.world("-Dorg.slf4j.simpleLogger.log.goldenbridge.http=info")) {
      String[] ids = {id(forked, "queries/honey.csv?hive=id:oak"), id(forked, "queries/honey.csv?hive=id:oak"), id(forked, "nothing"), id(forked, "sparql?query=secret")};
      String log = "";
      for (int wait = 0; wait < 100 && log.lines().filter(line -> line.contains(" INFO ")).count() < ids.length; wait++) {
        Thread.sleep(50);
        log = Files.readString(forked.log());
      }
      for (String id : ids) {
        assertTrue(log.contains(id + " GET /"), log);
      }
      assertTrue(log.contains(ids[1] + " GET /queries/honey.csv 200") && log.contains("known"), log);
      assertFalse(log.contains("secret") || log.contains("oak"), log);
    }
  }
}
