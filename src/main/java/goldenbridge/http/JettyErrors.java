package goldenbridge.http;

import goldenbridge.fault.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the errors that the server finds before any of our code runs, such as a malformed request line, the one form. */
final class JettyErrors extends ErrorHandler {
  private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);

  private final ErrorBody errors;

  JettyErrors(ErrorBody errors) {
    this.errors = errors;
  }

  /** The problem behind a status that the server itself chose. */
  static Problem problem(int status) {
    return switch (status) {
      case 404 -> Problem.notFound("unknown-route", "there is nothing here", "start at /");
      case 405, 501 -> Problem.badInput("method-not-allowed", "the method is not possible here", "use GET");
      case 408 -> Problem.tooMuch("request-timeout", "the request did not come to its end in time", "send it faster");
      case 413 -> Problem.tooMuch("body-too-large", "the body is too long", "send a shorter query");
      case 414 -> Problem.tooMuch("uri-too-long", "the address is too long", "send the query by POST");
      case 431 -> Problem.tooMuch("headers-too-large", "the headers are too long", "send fewer or shorter ones");
      case 503 -> Problem.unavailable("stopping", "the server is stopping", "try again later");
      default -> status < 500 || status == 505
          ? Problem.badInput("bad-request", "the request is not well-formed HTTP", "check address and headers")
          : Problem.unavailable("internal", "the server made a mistake", "tell its operator");
    };
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String id = RequestId.of(request.getHeaders().get(Headers.REQUEST_ID));
    boolean full = request.getAttribute(ERROR_EXCEPTION) instanceof Throwable broken && MemoryGuard.isFull(broken);
    int status = full ? 503 : request.getAttribute(ERROR_STATUS) instanceof Integer given ? given : response.getStatus();
    log(request, id, status);
    Audience audience = new Audience(id, String.join(",", request.getHeaders().getValuesList(HttpHeader.ACCEPT)),
        Audience.languages(request.getHttpURI().getQuery(), String.join(";", request.getHeaders().getValuesList(HttpHeader.COOKIE)),
            String.join(",", request.getHeaders().getValuesList(HttpHeader.ACCEPT_LANGUAGE))), "/");
    Reply reply = status == 500 ? errors.internal(audience) : errors.of(List.of(full ? MemoryGuard.FULL : problem(status)), audience);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    reply.content().write(body);
    response.setStatus(reply.status());
    HttpFields.Mutable headers = response.getHeaders();
    Headers.of(id).forEach(headers::put);
    reply.headers().forEach(headers::put);
    headers.put(HttpHeader.CACHE_CONTROL, Headers.caching(reply.freshness(), Duration.ZERO));
    headers.put(HttpHeader.CONTENT_TYPE, reply.contentType());
    headers.put(HttpHeader.CONTENT_LENGTH, body.size());
    response.write(true, ByteBuffer.wrap(body.toByteArray()), callback);
    return true;
  }

  private static void log(Request request, String id, int status) {
    if (status == 500 && request.getAttribute(ERROR_EXCEPTION) instanceof Throwable bug && !(bug instanceof EofException)) { // it has just left
      LOG.error("{} {} {}", id, request.getMethod(), request.getHttpURI().getPath(), bug);
    } else {
      LOG.info("{} {} {} {}", id, request.getMethod(), request.getHttpURI().getPath(), status);
    }
  }
}
