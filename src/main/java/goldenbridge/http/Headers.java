package goldenbridge.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** The headers that every answer carries, whoever makes it. */
final class Headers {
  static final String REQUEST_ID = "X-Request-Id";
  static final String VERSION = "Dataset-Version";
  /** The value of {@code Vary} for an answer whose names are in the reader's language. */
  static final String BY_LANGUAGE = "Accept, Accept-Language, Cookie";

  static final String POLICY = "Content-Security-Policy";
  /** For a page that is made to stand in a frame of any other page. */
  static final String FRAMED_POLICY = policy("frame-ancestors *");

  /** Any origin may read, none with credentials; a page runs nothing that this server does not send. */
  static final Map<String, String> COMMON = common();
  static final HttpFields COMMON_FIELDS = fields(COMMON);

  private Headers() {}

  /**
   * Any origin may read, none with credentials; a page runs nothing that this server does not send
   * (<a href="https://www.w3.org/TR/CSP3/">Content Security Policy</a>).
   */
  private static Map<String, String> common() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Access-Control-Allow-Origin", "*");
    headers.put("Access-Control-Expose-Headers", "ETag, Link, Retry-After, Accept-Ranges, Content-Range, " + VERSION + ", " + REQUEST_ID);
    headers.put(POLICY, policy("frame-ancestors 'none'"));
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
    headers.put("Cross-Origin-Resource-Policy", "cross-origin");
    return headers;
  }

  private static HttpFields fields(Map<String, String> headers) {
    HttpFields.Mutable fields = HttpFields.build();
    headers.forEach((name, value) -> fields.add(new PreEncodedHttpField(name, value)));
    return fields.asImmutable();
  }

  static String policy(String more) {
    return "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; " + more;
  }

  static Map<String, String> of(String requestId) {
    Map<String, String> headers = new LinkedHashMap<>(COMMON);
    headers.put(REQUEST_ID, requestId);
    return headers;
  }

  /** What a client may do with an answer; one that holds for no time may be kept, but not used before the server was asked again. */
  static String caching(Reply.Freshness freshness, Duration fresh) {
    return switch (freshness) {
      case SNAPSHOT -> fresh.isZero() ? "public, no-cache" : "public, max-age=" + fresh.toSeconds() + ", stale-while-revalidate=86400";
      case MOMENT -> "no-store";
    };
  }

  /** The answer to a preflight and to any other OPTIONS. */
  static Reply options(String allow) {
    return Reply.empty(204)
        .with("Allow", allow)
        .with("Access-Control-Allow-Methods", allow)
        .with("Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type, If-None-Match, If-Range, Range")
        .with("Access-Control-Max-Age", "86400");
  }
}
