package goldenbridge.http;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import goldenbridge.World;
import goldenbridge.graph.Home;
import goldenbridge.graph.LiveSnapshot;
import goldenbridge.graph.SnapshotLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** The invented world behind a real socket on a free port, and a client for it. */
final class Served implements AutoCloseable {
  static final String FORM = "application/x-www-form-urlencoded";
  static final String QUERY = "application/sparql-query";
  static final String BASE = "https://example.org/bees/";
  /** Billions of rows to count. */
  static final String HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

  final LiveSnapshot live;
  final HttpService service;
  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();

  private Served(Home home, HttpOptions options) {
    live = new LiveSnapshot(SnapshotLoader.load(home));
    service = HttpService.start(live, options);
  }

  static Served world() {
    return world(options -> options);
  }

  static Served world(UnaryOperator<HttpOptions> options) {
    return of(World.home(), options);
  }

  /** The real graph, served as it is delivered: once for all tests, since to load it, to answer its questions beforehand and to make its files takes long. */
  static Served real() {
    return Real.SERVED;
  }

  private static final class Real {
    static final Served SERVED = of(Home.of(Path.of(".")), options -> options);

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SERVED::close));
    }
  }

  static Served of(Home home, UnaryOperator<HttpOptions> options) {
    return new Served(home, options.apply(HttpOptions.DEFAULT.withPort(0)));
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  HttpResponse<String> post(String path, String type, String body, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Content-Type";
    all[1] = type;
    return send("POST", path, BodyPublishers.ofString(body), all);
  }

  HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
        .timeout(Duration.ofSeconds(60)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** Asks by GET. */
  HttpResponse<String> ask(String query, String... headers) {
    return get("/sparql?query=" + encode(query), headers);
  }

  /** Sends bytes as they are and reads until the server closes. */
  String raw(String request) {
    return raw(request.getBytes(StandardCharsets.UTF_8));
  }

  String raw(byte[] request) {
    try (Socket socket = new Socket("127.0.0.1", service.port())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      try {
        out.write(request);
        out.flush();
      } catch (IOException refusedEarly) {
        // The answer is there all the same.
      }
      return new String(readAll(socket.getInputStream()), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static byte[] readAll(InputStream in) {
    java.io.ByteArrayOutputStream read = new java.io.ByteArrayOutputStream();
    byte[] part = new byte[8192];
    try {
      for (int count = in.read(part); count >= 0; count = in.read(part)) {
        read.write(part, 0, count);
      }
    } catch (IOException reset) {
      // A server that closes on unread input resets the connection after its answer.
    }
    return read.toByteArray();
  }

  static JsonObject json(HttpResponse<String> response) {
    return JsonParser.parseString(response.body()).getAsJsonObject();
  }

  /** The code of an error, after checking that it is one in the right form. */
  static String code(HttpResponse<String> response) {
    JsonObject body = json(response);
    if (!header(response, "Content-Type").equals("application/problem+json") || body.get("status").getAsInt() != response.statusCode()) {
      throw new AssertionError(response + " " + response.body());
    }
    return body.get("code").getAsString();
  }

  static JsonObject error(HttpResponse<String> response) {
    return json(response).getAsJsonArray("errors").get(0).getAsJsonObject();
  }

  static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    service.stop();
  }
}
