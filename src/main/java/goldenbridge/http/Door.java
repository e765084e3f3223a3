package goldenbridge.http;

import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.LiveSnapshot;
import goldenbridge.graph.Snapshot;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the workers begin: it turns a request into a call, and sends the answer when it is complete. */
final class Door extends Handler.Abstract {
  private static final Duration REST_TIME = Duration.ofMillis(300);
  private static final long REST_BYTES = 8 << 20;
  private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);

  private final LiveSnapshot live;
  private final Answers answers;
  private final ResponseCache cache;
  private final Presence presence;
  private final Patience patience = new Patience();
  private final Meters meters;

  Door(LiveSnapshot live, Answers answers, ResponseCache cache, Presence presence, Meters meters) {
    this.live = live;
    this.answers = answers;
    this.cache = cache;
    this.presence = presence;
    this.meters = meters;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    String id = RequestId.of(request.getHeaders().get(Headers.REQUEST_ID));
    long start = System.nanoTime();
    Snapshot snapshot = live.current();
    Map<String, String> headers = Call.headers(request.getHeaders());
    String path = Call.path(request);
    Finished answer;
    Presence.Client client = presence.watch(request);
    try {
      answer = answers.of(() -> call(request, headers, id, snapshot), coding(request, headers), snapshot,
          new Audience(id, headers.getOrDefault("accept", ""),
              Audience.languages(request.getHttpURI().getQuery(), "", headers.getOrDefault("accept-language", "")), path));
    } finally {
      presence.forget(client);
    }
    share(answer, request, snapshot);
    response.getHeaders().add(Headers.REQUEST_ID, id);
    if (client.hasSentMore() || holdsMore(request)) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    send(answer, request, response, callback);
    note(request, answer, path, id, System.nanoTime() - start);
    return true;
  }

  private void note(Request request, Finished answer, String path, String id, long nanos) {
    meters.worked(path, answer.status(), nanos);
    if (answer.status() == 500) {
      LOG.error("{} {} {}", id, request.getMethod(), request.getHttpURI().getPath());
    }
    if (LOG.isInfoEnabled()) {
      LOG.info("{} {} {} {} {} B {} ms", id, request.getMethod(), request.getHttpURI().getPath(), answer.status(), answer.body().size(),
          Duration.ofNanos(nanos).toMillis());
    }
  }

  private static Call call(Request request, Map<String, String> headers, String id, Snapshot snapshot) {
    if (request.getAttribute(FrontHandler.REFUSED) instanceof List<?> met) {
      throw new ProblemException(met.stream().map(Problem.class::cast).toList());
    }
    return Call.of(request, headers, id, snapshot);
  }

  private static Coding coding(Request request, Map<String, String> headers) {
    return request.getAttribute(RequestKey.ATTRIBUTE) instanceof RequestKey key ? key.coding()
        : Coding.accepted(headers.getOrDefault("accept-encoding", ""));
  }

  /** Lets others who ask the same have the answer, now and later. */
  private void share(Finished answer, Request request, Snapshot snapshot) {
    if (answer.find() instanceof SameRequests.Find.Answered found && request.getAttribute(RequestKey.ATTRIBUTE) instanceof RequestKey key) {
      cache.know(snapshot, key, found.answer().tag());
    }
    if (request.getAttribute(FrontHandler.LEADER) instanceof SameRequests<?>.Leader leader) {
      leader.found(answer.find());
    }
  }

  private void send(Finished answer, Request request, Response response, Callback callback) throws IOException {
    HttpFields.Mutable headers = response.getHeaders();
    boolean head = HttpMethod.HEAD.is(request.getMethod());
    if (answer.find() instanceof SameRequests.Find.Answered found) {
      StoredAnswer stored = found.answer();
      stored.sendFirst(head, response, stored.isLong() ? patience.over(request, stored.body().length, callback) : callback);
      return;
    }
    try (Body body = answer.body()) {
      response.setStatus(answer.status());
      headers.add(answer.headers());
      if (answer.hasBody()) {
        headers.put(HttpHeader.CONTENT_LENGTH, body.size());
        if (!head) {
          pour(body, response);
        }
      }
    }
    response.write(true, null, callback);
  }

  /**
   * Whether the client sends more of a body that nobody has read: the next request on this connection would begin in its midst. What
   * comes soon is thrown away, because a client that is still writing when the connection is closed never sees the answer.
   */
  private static boolean holdsMore(Request request) {
    if (request.getLength() <= 0 && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
      return false;
    }
    long end = System.nanoTime() + REST_TIME.toNanos();
    for (long thrown = 0; thrown < REST_BYTES && System.nanoTime() - end < 0; ) {
      Content.Chunk next = request.read(); // what is there now, without waiting; after the end the end again
      if (next == null) {
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
          return true; // it asks before it sends
        }
        LockSupport.parkNanos(1_000_000);
        continue;
      }
      thrown += next.remaining();
      boolean last = next.isLast();
      next.release();
      if (last || Content.Chunk.isFailure(next)) {
        return Content.Chunk.isFailure(next);
      }
    }
    return true;
  }

  /** Gives up on a reader who takes so little at a time that no idle timeout would ever notice. */
  private static void pour(Body body, Response response) throws IOException {
    long end = System.nanoTime() + Patience.time(body.size()).toNanos();
    body.sendTo((bytes, length) -> {
      Content.Sink.write(response, false, ByteBuffer.wrap(bytes, 0, length));
      if (System.nanoTime() - end > 0) {
        throw new InterruptedIOException("the client reads too slowly");
      }
    });
  }
}
