package goldenbridge.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/**
 * The address under which others see the service: the one that its operator gave, else what a reverse proxy says
 * (<a href="https://www.rfc-editor.org/rfc/rfc7239">RFC 7239</a>, {@code X-Forwarded-*}), else the host of the request. A proxy is
 * believed when it stands on this machine or in a private network; strangers could name any address.
 */
final class PublicAddress {
  /** Under this name a request carries the address, without a last slash. */
  static final String ATTRIBUTE = PublicAddress.class.getName();

  private static final String PREFIX = "X-Forwarded-Prefix";
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*");
  private static final Pattern HOST = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

  private final String given;
  private final String path;

  /** @param given by the operator, without a last slash, or {@code ""} */
  PublicAddress(String given) {
    this.given = given;
    this.path = given.isEmpty() ? "" : URI.create(given).getRawPath();
  }

  /** The address of the home page without its last slash. */
  String of(Request request) {
    if (!given.isEmpty()) {
      return given;
    }
    HttpURI uri = request.getHttpURI();
    String host = uri.getAuthority() == null ? Request.getServerName(request) + ":" + Request.getServerPort(request) : uri.getAuthority();
    return isProxied(request.getHeaders()) && isNear(request) ? forwarded(request.getHeaders(), uri.getScheme(), host)
        : uri.getScheme() + "://" + host;
  }

  private static boolean isProxied(HttpFields headers) {
    return headers.contains(HttpHeader.FORWARDED) || headers.contains(HttpHeader.X_FORWARDED_HOST)
        || headers.contains(HttpHeader.X_FORWARDED_PROTO) || headers.contains(PREFIX);
  }

  private static boolean isNear(Request request) {
    if (request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer) {
      InetAddress address = peer.getAddress();
      return address != null && (address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress());
    }
    return false;
  }

  /** What makes no sense is passed over. */
  private static String forwarded(HttpFields headers, String scheme, String host) {
    String list = first(headers.get(HttpHeader.FORWARDED));
    String proto = pair(list, "proto").or(() -> Optional.of(first(headers.get(HttpHeader.X_FORWARDED_PROTO)))).get().toLowerCase(Locale.ROOT);
    String name = pair(list, "host").or(() -> Optional.of(first(headers.get(HttpHeader.X_FORWARDED_HOST)))).get();
    String prefix = first(headers.get(PREFIX)).replaceAll("/+$", "");
    return (proto.matches("https?") ? proto : scheme) + "://" + (HOST.matcher(name).matches() ? name : host)
        + (PATH.matcher(prefix).matches() ? prefix : "");
  }

  /** What the proxy next to the client has said. */
  private static String first(String list) {
    return list == null ? "" : list.split(",", 2)[0].strip();
  }

  private static Optional<String> pair(String list, String name) {
    return Stream.of(list.split(";")).map(String::strip).filter(pair -> pair.regionMatches(true, 0, name + "=", 0, name.length() + 1))
        .map(pair -> pair.substring(name.length() + 1).replace("\"", "")).findFirst();
  }

  /** The request as seen from the service's own root: a proxy may leave the path of the public address in place, or take it away. */
  Request local(Request request) {
    if (path.isEmpty()) {
      return request;
    }
    HttpURI uri = request.getHttpURI();
    String asked = uri.getPath();
    if (asked == null || !asked.startsWith(path) || asked.length() > path.length() && asked.charAt(path.length()) != '/') {
      return request;
    }
    String rest = asked.length() == path.length() ? "/" : asked.substring(path.length());
    return Request.serveAs(request, HttpURI.build(uri, rest, uri.getParam(), uri.getQuery()).asImmutable());
  }
}
