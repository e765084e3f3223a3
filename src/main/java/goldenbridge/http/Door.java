package goldenbridge.http;

import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.LiveSnapshot;
import goldenbridge.graph.Snapshot;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one servlet: it turns a request into a call, and sends the answer when it is complete. */
final class Door extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);

  private final transient LiveSnapshot live;
  private final transient Answers answers;
  private final transient ResponseCache cache;
  private final transient Presence presence;
  private final transient Meters meters;

  Door(LiveSnapshot live, Answers answers, ResponseCache cache, Presence presence, Meters meters) {
    this.live = live;
    this.answers = answers;
    this.cache = cache;
    this.presence = presence;
    this.meters = meters;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String id = RequestId.of(request.getHeader(Headers.REQUEST_ID));
    long start = System.nanoTime();
    Snapshot snapshot = live.current();
    Map<String, String> headers = Call.headers(request);
    Finished answer;
    Presence.Client client = presence.watch(request);
    try {
      answer = answers.of(() -> call(request, id, snapshot), coding(request), snapshot,
          new Audience(id, headers.getOrDefault("accept", ""), headers.getOrDefault("accept-language", ""), Call.path(request)));
    } finally {
      presence.forget(client);
    }
    if (answer.status() == 500) {
      LOG.error("{} {} {}", id, request.getMethod(), request.getRequestURI());
    }
    share(answer, request, snapshot);
    try (Body body = answer.body()) {
      if (client.hasSentMore() || holdsMore(request)) {
        response.setHeader("Connection", "close");
      }
      send(answer, request, response, id);
      long nanos = System.nanoTime() - start;
      meters.worked(Call.path(request), answer.status(), nanos);
      LOG.info("{} {} {} {} {} B {} ms", id, request.getMethod(), request.getRequestURI(), answer.status(), body.size(),
          Duration.ofNanos(nanos).toMillis());
    }
  }

  private static Call call(HttpServletRequest request, String id, Snapshot snapshot) throws IOException {
    if (request.getAttribute(FrontHandler.REFUSED) instanceof List<?> met) {
      throw new ProblemException(met.stream().map(Problem.class::cast).toList());
    }
    return Call.of(request, id, snapshot);
  }

  private static Coding coding(HttpServletRequest request) {
    return request.getAttribute(RequestKey.ATTRIBUTE) instanceof RequestKey key ? key.coding()
        : Coding.accepted(Call.headers(request).getOrDefault("accept-encoding", ""));
  }

  /** Lets others who ask the same have the answer, now and later. */
  private void share(Finished answer, HttpServletRequest request, Snapshot snapshot) {
    if (answer.find() instanceof SameRequests.Find.Answered found && request.getAttribute(RequestKey.ATTRIBUTE) instanceof RequestKey key) {
      cache.know(snapshot, key, found.answer().tag());
    }
    if (request.getAttribute(FrontHandler.LEADER) instanceof SameRequests<?>.Leader leader) {
      leader.found(answer.find());
    }
  }

  private static void send(Finished answer, HttpServletRequest request, HttpServletResponse response, String id) throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(header -> response.setHeader(header.getName(), header.getValue()));
    response.setHeader(Headers.REQUEST_ID, id);
    if (!answer.hasBody()) {
      return;
    }
    response.setContentLengthLong(answer.body().size());
    if (!request.getMethod().equals("HEAD")) {
      pour(answer.body(), response.getOutputStream());
    }
  }

  /** Whether the client sends a body that nobody has read: the next request on this connection would begin in its midst. */
  private static boolean holdsMore(HttpServletRequest request) throws IOException {
    boolean body = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    return body && !request.getInputStream().isFinished();
  }

  /** Gives up on a reader who takes so little at a time that no idle timeout would ever notice. */
  private static void pour(Body body, OutputStream out) throws IOException {
    long end = System.nanoTime() + Patience.time(body.size()).toNanos();
    body.sendTo((bytes, length) -> {
      out.write(bytes, 0, length);
      if (System.nanoTime() - end > 0) {
        throw new InterruptedIOException("the client reads too slowly");
      }
    });
  }
}
