package goldenbridge.http;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import goldenbridge.fault.Problem;
import goldenbridge.graph.Labels;
import goldenbridge.graph.LiveSnapshot;
import goldenbridge.graph.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.eclipse.jetty.http.HttpStatus;

/**
 * What a client is told when something is wrong: {@code application/problem+json}
 * (<a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>), or a page for those who prefer HTML.
 */
final class ErrorBody {
  private static final String NAMESPACE = "https://w3id.org/golden-bridge/problem#";
  private static final Offer PROBLEM =
      new Offer(List.of(), List.of("application/problem+json", "application/json"), Optional.empty());

  private final Templates templates;
  private final LiveSnapshot live;

  ErrorBody(Templates templates, LiveSnapshot live) {
    this.templates = templates;
    this.live = live;
  }

  /** The status that tells a program what kind of trouble it is. */
  static int status(Problem problem) {
    return switch (problem.code()) {
      case "method-not-allowed" -> 405;
      case "not-acceptable" -> 406;
      case "gone" -> 410;
      case "request-timeout" -> 408;
      case "body-too-large" -> 413;
      case "uri-too-long" -> 414;
      case "unsupported-media-type", "unsupported-encoding" -> 415;
      case "range-not-satisfiable" -> 416;
      case "row-limit", "answer-too-large", "text-too-long" -> 422;
      case "headers-too-large" -> 431;
      default -> switch (problem.kind()) {
        case BAD_INPUT -> 400;
        case NOT_FOUND -> problem.parameter().isEmpty() ? 404 : 400;
        case BAD_DATA, TOO_MUCH, UNAVAILABLE -> 503;
      };
    };
  }

  /** The answer for problems that were found together; the first decides the status. */
  Reply of(List<Problem> problems, Audience audience) {
    int status = status(problems.get(0));
    Reply reply = reply(status, problems, audience);
    boolean passes = status == 503 && problems.get(0).kind() != Problem.Kind.BAD_DATA;
    return passes ? reply.with("Retry-After", retryAfter(problems.get(0))) : reply;
  }

  /** The answer for a bug: it gives away nothing but the id under which the log has the rest. */
  Reply internal(Audience audience) {
    return reply(500, List.of(Problem.unavailable("internal", "the server made a mistake",
        "tell its operator the request id " + audience.id())), audience);
  }

  private static String retryAfter(Problem problem) {
    return problem.code().equals("timeout") ? "30" : "3";
  }

  private Reply reply(int status, List<Problem> problems, Audience audience) {
    boolean html = Conneg.accepted(List.of(PROBLEM, Offer.HTML), audience.accept()).filter(Offer.Choice::isHtml).isPresent();
    String language = Conneg.spoken(audience.languages(), live.current().description().languages());
    Reply reply = html
        ? new Reply(status, "text/html;charset=utf-8", language, Reply.Freshness.MOMENT, Map.of(), "", page(status, problems, audience, language))
        : Reply.now(status, PROBLEM.mediaType(), json(status, problems, audience));
    return reply.with("Vary", "Accept");
  }

  private Reply.Content page(int status, List<Problem> problems, Audience audience, String language) {
    Snapshot snapshot = live.current();
    Frame frame = new Frame(Audience.root(audience.path()), "", language, snapshot);
    Words words = Words.in(language);
    Hints hints = new Hints(snapshot, frame.root());
    return out -> {
      templates.write("problem", frame, Map.of("status", status, "heading", words.or("status." + status, title(status)),
          "advice", words.or("advice." + status, ""), "id", audience.id(), "asked", Labels.localName(NodeFactory.createURI(audience.path())),
          "problems", problems.stream().map(hints::shown).toList()), out);
      return Map.of();
    };
  }

  private static String json(int status, List<Problem> problems, Audience audience) {
    JsonObject body = new JsonObject();
    body.addProperty("type", NAMESPACE + problems.get(0).code());
    body.addProperty("title", title(status));
    body.addProperty("status", status);
    body.addProperty("detail", problems.stream().map(Problem::message).collect(Collectors.joining("; ")));
    body.addProperty("code", problems.get(0).code());
    JsonArray errors = new JsonArray();
    problems.forEach(problem -> errors.add(error(problem)));
    body.add("errors", errors);
    body.addProperty("requestId", audience.id());
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(body) + "\n";
  }

  private static JsonObject error(Problem problem) {
    JsonObject error = new JsonObject();
    error.addProperty("code", problem.code());
    error.addProperty("detail", problem.message());
    if (!problem.parameter().isEmpty()) {
      error.addProperty("param", problem.parameter());
    }
    if (problem.place().line() > 0) {
      error.addProperty("line", problem.place().line());
      error.addProperty("column", problem.place().column());
    }
    if (!problem.hint().isEmpty()) {
      error.addProperty("hint", problem.hint());
    }
    return error;
  }

  private static String title(int status) {
    return HttpStatus.getMessage(status);
  }
}
