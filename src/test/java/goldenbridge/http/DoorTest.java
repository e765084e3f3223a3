package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import goldenbridge.World;
import goldenbridge.fault.Problem;
import goldenbridge.graph.LiveSnapshot;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the door does with endpoints that fail. */
class DoorTest {
  private static HttpResponse<String> answer(Endpoint endpoint) throws Exception {
    LiveSnapshot live = new LiveSnapshot(World.snapshot());
    try (HttpService service = HttpService.serve(live, HttpOptions.DEFAULT.withPort(0), new Site(endpoint, snapshot -> java.util.List.of()), new ErrorBody(new Templates(), live), new Meters(live))) {
      return HttpClient.newHttpClient().send(HttpRequest.newBuilder(service.address().resolve("x")).build(),
          HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
  }

  private static String code(HttpResponse<String> response) {
    return JsonParser.parseString(response.body()).getAsJsonObject().get("code").getAsString();
  }

  @Test
  void tellsOfABugNothingButItsId() throws Exception {
    HttpResponse<String> response = answer(call -> {
      throw new IllegalStateException("the secret of the house");
    });
    assertEquals(500, response.statusCode());
    assertEquals("internal", code(response));
    assertTrue(response.body().contains(response.headers().firstValue("X-Request-Id").orElseThrow()), response.body());
    assertFalse((response.body() + response.headers().map()).contains("secret"), response.body());
    assertFalse(response.body().contains("IllegalState"), response.body());
  }

  @Test
  void sendsNothingOfAnAnswerThatFailsInItsMidst() throws Exception {
    HttpResponse<String> response = answer(call -> Reply.of("text/plain;charset=utf-8", "", out -> {
      out.write("half of it".repeat(10_000).getBytes(StandardCharsets.UTF_8));
      throw Problem.tooMuch("timeout", "too late", "ask for less").raise();
    }));
    assertEquals(503, response.statusCode());
    assertEquals("timeout", code(response));
    assertFalse(response.body().contains("half of it"));
  }

  @Test
  void survivesFullMemoryAndDeepNesting() throws Exception {
    HttpResponse<String> full = answer(call -> {
      throw new OutOfMemoryError();
    });
    assertEquals(503, full.statusCode());
    assertEquals("busy", code(full));
    HttpResponse<String> deep = answer(call -> {
      throw new StackOverflowError();
    });
    assertEquals(400, deep.statusCode());
    assertEquals("query-too-deep", code(deep));
  }

  @Test
  void sendsALargeAnswerWhole() throws Exception {
    String text = "қазақ 한국 ".repeat(30_000);
    HttpResponse<String> response = answer(call -> Reply.of("text/plain;charset=utf-8", "", out -> {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      return Map.of("Link", "<x>; rel=\"next\"");
    }));
    assertEquals(text, response.body());
    assertEquals("<x>; rel=\"next\"", response.headers().firstValue("Link").orElseThrow());
  }
}
