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
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one servlet: it turns a request into a call, lets the answer become complete, and only then sends it. Trouble of any
 * kind on the way becomes an error in its place, so that a 200 is always a whole answer.
 */
final class Door extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);
  private static final Duration SEND_TIME = Duration.ofSeconds(60);
  private static final int SLOWEST_BYTES_PER_SECOND = 16 * 1024;

  private final transient LiveSnapshot live;
  private final transient Endpoint endpoint;
  private final transient ErrorBody errors;
  private final transient AnswerBuffer.Budget budget;
  private final String origin;
  private final Duration fresh;

  /** An answer that is complete. */
  private record Finished(Reply reply, Map<String, String> late, AnswerBuffer body, Optional<EntityTag> tag) {}

  Door(LiveSnapshot live, Endpoint endpoint, ErrorBody errors, AnswerBuffer.Budget budget, HttpOptions options) {
    this.live = live;
    this.endpoint = endpoint;
    this.errors = errors;
    this.budget = budget;
    this.origin = options.baseUrl();
    this.fresh = options.fresh();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String id = newId();
    long start = System.nanoTime();
    Snapshot snapshot = live.current();
    Finished answer = answer(request, id, snapshot);
    try (AnswerBuffer body = answer.body()) {
      send(answer, snapshot, request, response, id);
      LOG.info("{} {} {} {} {} B {} ms", id, request.getMethod(), request.getRequestURI(), answer.reply().status(), body.size(),
          Duration.ofNanos(System.nanoTime() - start).toMillis());
    }
  }

  /** Sixteen hexadecimal digits. */
  static String newId() {
    return Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
  }

  private Finished answer(HttpServletRequest request, String id, Snapshot snapshot) throws IOException {
    Audience audience = new Audience(id, Call.headers(request).getOrDefault("accept", ""), Audience.root(Call.path(request)));
    try {
      Call call = Call.of(request, id, origin, snapshot);
      Reply reply = endpoint.answer(call);
      Optional<EntityTag> tag = EntityTag.of(call, reply);
      return tag.filter(known -> known.isIn(call.header("If-None-Match"))).isPresent()
          ? new Finished(reply.status(304), Map.of(), budget.buffer(), tag)
          : finish(reply, tag);
    } catch (ProblemException told) {
      return finish(errors.of(told.problems(), audience), Optional.empty());
    } catch (StackOverflowError deep) {
      return failed(Problem.badInput("query-too-deep", "the query is nested too deeply", "flatten it"), audience);
    } catch (OutOfMemoryError full) {
      LOG.error("{} out of memory", id);
      return failed(Problem.unavailable("busy", "the memory is full", "try again in a few seconds, with less"), audience);
    } catch (RuntimeException | LinkageError | AssertionError bug) {
      if (bug instanceof HttpException refused) {
        return failed(JettyErrors.problem(refused.getCode()), audience);
      }
      LOG.error("{} {} {}", id, request.getMethod(), request.getRequestURI(), bug);
      return finish(errors.internal(audience), Optional.empty());
    }
  }

  private Finished failed(Problem problem, Audience audience) throws IOException {
    return finish(errors.of(List.of(problem), audience), Optional.empty());
  }

  private Finished finish(Reply reply, Optional<EntityTag> tag) throws IOException {
    AnswerBuffer body = budget.buffer();
    try {
      return new Finished(reply, reply.content().write(body), body, tag);
    } catch (RuntimeException | IOException | Error unfinished) {
      body.close();
      throw unfinished;
    }
  }

  private void send(Finished answer, Snapshot snapshot, HttpServletRequest request, HttpServletResponse response, String id)
      throws IOException {
    Reply reply = answer.reply();
    response.setStatus(reply.status());
    Headers.of(id).forEach(response::setHeader);
    response.setHeader(Headers.VERSION, snapshot.version());
    response.setHeader("Cache-Control", Headers.caching(answer.tag().isPresent() ? reply.freshness() : Reply.Freshness.MOMENT, fresh));
    answer.tag().ifPresent(tag -> response.setHeader("ETag", tag.text()));
    reply.headers().forEach(response::setHeader);
    answer.late().forEach(response::setHeader);
    if (!reply.language().isEmpty()) {
      response.setHeader("Content-Language", reply.language());
    }
    if (holdsMore(request)) {
      response.setHeader("Connection", "close");
    }
    if (reply.status() == 304 || reply.status() == 204) {
      return;
    }
    if (!reply.contentType().isEmpty()) {
      response.setContentType(reply.contentType());
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
  private static void pour(AnswerBuffer body, OutputStream out) throws IOException {
    long end = System.nanoTime() + SEND_TIME.plusSeconds(body.size() / SLOWEST_BYTES_PER_SECOND).toNanos();
    body.sendTo((bytes, length) -> {
      out.write(bytes, 0, length);
      if (System.nanoTime() - end > 0) {
        throw new InterruptedIOException("the client reads too slowly");
      }
    });
  }
}
