package goldenbridge.http;

import goldenbridge.graph.Snapshot;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

  static Call of(HttpServletRequest request, String id, Snapshot snapshot) throws IOException {
    String search = Optional.ofNullable(request.getQueryString()).orElse("");
    String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    RequestBody body = method.equals("POST")
        ? new RequestBody(text(request.getContentType()), text(request.getHeader("Content-Encoding")), request.getContentLengthLong(),
            request.getInputStream())
        : RequestBody.NONE;
    String target = request.getRequestURI() + (search.isEmpty() ? "" : "?" + search);
    return new Call(id, method, path(request), target, Parameters.of(search), body, headers(request),
        request.getAttribute(PublicAddress.ATTRIBUTE) instanceof String origin ? origin : host(request), snapshot);
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

  static String path(HttpServletRequest request) {
    return text(request.getServletPath()) + text(request.getPathInfo());
  }

  private static String host(HttpServletRequest request) {
    StringBuffer url = request.getRequestURL();
    return url.substring(0, url.length() - request.getRequestURI().length());
  }

  /** By name in small letters; a language that the reader has chosen here stands before those of the browser. */
  static Map<String, String> headers(HttpServletRequest request) {
    Map<String, String> headers = new HashMap<>();
    Collections.list(request.getHeaderNames()).forEach(name ->
        headers.put(name.toLowerCase(Locale.ROOT), String.join(",", Collections.list(request.getHeaders(name)))));
    headers.put("accept-language", LanguageEndpoint.languages(LanguageEndpoint.kept(headers.getOrDefault("cookie", "")),
        headers.getOrDefault("accept-language", "")));
    return headers;
  }

  private static String text(String given) {
    return given == null ? "" : given;
  }
}
