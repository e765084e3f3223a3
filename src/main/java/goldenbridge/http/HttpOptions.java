package goldenbridge.http;

import goldenbridge.query.Limits;
import java.time.Duration;
import java.util.Objects;

/**
 * Where the service listens and how far a stranger may go.
 *
 * @param host the address to bind; the loopback address keeps the service on this machine
 * @param port 0 takes any free port
 * @param baseUrl the public address of the home page without its last slash, or {@code ""} to go by each request's host
 * @param limits of one query; a request may lower the time
 * @param parallel queries that run at one time; more wait a moment and are then turned away
 * @param maxQueryBytes the longest query text in a body
 * @param maxAnswerBytes the largest body of one answer
 * @param cacheBytes the memory for finished answers; 0 keeps none
 * @param fresh how long a client may use an answer without asking whether it still holds; zero for files under edit
 * @param idleTime how long a connection may say nothing while it is the client's turn
 * @param stopTime how long requests under way may take to finish after {@link HttpService#stop}
 */
public record HttpOptions(
    String host, int port, String baseUrl, Limits limits, int parallel, int maxQueryBytes, long maxAnswerBytes, long cacheBytes,
    Duration fresh, Duration idleTime, Duration stopTime) {

  public static final HttpOptions DEFAULT = new HttpOptions("127.0.0.1", 3030, "", Limits.DEFAULT,
      Math.max(4, 2 * Runtime.getRuntime().availableProcessors()), 256 * 1024, 32L * 1024 * 1024, Math.min(64L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 8),
      Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofSeconds(35));

  public HttpOptions {
    Objects.requireNonNull(host);
    Objects.requireNonNull(limits);
    Objects.requireNonNull(fresh);
    Objects.requireNonNull(idleTime);
    Objects.requireNonNull(stopTime);
    baseUrl = baseUrl.replaceAll("/+$", "");
    if (port < 0 || port > 65_535 || parallel < 1 || maxQueryBytes < 1 || maxAnswerBytes < 1 || cacheBytes < 0) {
      throw new IllegalArgumentException("not possible: port " + port + ", parallel " + parallel);
    }
  }

  public HttpOptions withHost(String other) {
    return new HttpOptions(other, port, baseUrl, limits, parallel, maxQueryBytes, maxAnswerBytes, cacheBytes, fresh, idleTime, stopTime);
  }

  public HttpOptions withPort(int other) {
    return new HttpOptions(host, other, baseUrl, limits, parallel, maxQueryBytes, maxAnswerBytes, cacheBytes, fresh, idleTime, stopTime);
  }

  public HttpOptions withBaseUrl(String other) {
    return new HttpOptions(host, port, other, limits, parallel, maxQueryBytes, maxAnswerBytes, cacheBytes, fresh, idleTime, stopTime);
  }

  public HttpOptions withLimits(Limits other) {
    return new HttpOptions(host, port, baseUrl, other, parallel, maxQueryBytes, maxAnswerBytes, cacheBytes, fresh, idleTime, stopTime);
  }

  public HttpOptions withParallel(int other) {
    return new HttpOptions(host, port, baseUrl, limits, other, maxQueryBytes, maxAnswerBytes, cacheBytes, fresh, idleTime, stopTime);
  }

  public HttpOptions withMaxAnswerBytes(long other) {
    return new HttpOptions(host, port, baseUrl, limits, parallel, maxQueryBytes, other, cacheBytes, fresh, idleTime, stopTime);
  }

  public HttpOptions withCacheBytes(long other) {
    return new HttpOptions(host, port, baseUrl, limits, parallel, maxQueryBytes, maxAnswerBytes, other, fresh, idleTime, stopTime);
  }

  public HttpOptions withFresh(Duration other) {
    return new HttpOptions(host, port, baseUrl, limits, parallel, maxQueryBytes, maxAnswerBytes, cacheBytes, other, idleTime, stopTime);
  }

  public HttpOptions withStopTime(Duration other) {
    return new HttpOptions(host, port, baseUrl, limits, parallel, maxQueryBytes, maxAnswerBytes, cacheBytes, fresh, idleTime, other);
  }

  public HttpOptions withIdleTime(Duration other) {
    return new HttpOptions(host, port, baseUrl, limits, parallel, maxQueryBytes, maxAnswerBytes, cacheBytes, fresh, other, stopTime);
  }
}
