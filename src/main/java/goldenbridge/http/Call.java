package goldenbridge.http;

import goldenbridge.graph.Snapshot;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/**
 * One request as a value, with the snapshot that it began with.
 *
 * @param method in capitals; HEAD arrives as GET
 * @param path decoded, below the service's root
 * @param target path and query string as sent
 * @param origin the public address of the service without a last slash
 * @param headers by name in small letters
 */
record Call(String id, String method, String path, String target, Parameters query, RequestBody body, Map<String, String> headers,
    String origin, Snapshot snapshot) {

  /** @param headers of the request, as {@link #headers} gives them */
  static Call of(Request request, Map<String, String> headers, String id, Snapshot snapshot) {
    String search = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
    String method = HttpMethod.HEAD.is(request.getMethod()) ? "GET" : request.getMethod();
    RequestBody body = method.equals("POST")
        ? new RequestBody(headers.getOrDefault("content-type", ""), headers.getOrDefault("content-encoding", ""), request.getLength(),
            Request.asInputStream(request))
        : RequestBody.NONE;
    if (!HttpMethod.GET.is(request.getMethod())) {
      headers.remove("range"); // which means nothing for any other method, RFC 9110, 14.2
    }
    String target = request.getHttpURI().getPath() + (search.isEmpty() ? "" : "?" + search);
    return new Call(id, method, path(request), target, Parameters.of(search), body, headers,
        (String) request.getAttribute(PublicAddress.ATTRIBUTE), snapshot);
  }

  /** The value of a header, several joined by commas; {@code ""} when there is none. */
  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  /** The form that the address names: the suffix behind the route, else {@code format=}. */
  Optional<String> format(String route) {
    return path.startsWith(route + ".") ? Optional.of(path.substring(route.length() + 1)) : query.text("format");
  }

  boolean isPost() {
    return method.equals("POST");
  }

  Audience audience() {
    return new Audience(id, header("Accept"), header("Accept-Language"), path);
  }

  /** The way from this page up to the home page, as a relative address: it holds behind any proxy. */
  String root() {
    return Audience.root(path);
  }

  /** Decoded; {@code ""} where the address has none, as in {@code OPTIONS *}. */
  static String path(Request request) {
    String path = request.getHttpURI().getDecodedPath();
    return path == null ? "" : path;
  }

  /** By name in small letters; a language that the reader has chosen here stands before those of the browser. */
  static Map<String, String> headers(HttpFields fields) {
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : fields) {
      headers.merge(field.getLowerCaseName(), field.getValue() == null ? "" : field.getValue(), (one, two) -> one + "," + two);
    }
    headers.put("accept-language", LanguageEndpoint.languages(LanguageEndpoint.kept(headers.getOrDefault("cookie", "")),
        headers.getOrDefault("accept-language", "")));
    return headers;
  }
}
