package goldenbridge.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * The address under which others see the service: the one that its operator gave, else what a reverse proxy says
 * (<a href="https://www.rfc-editor.org/rfc/rfc7239">RFC 7239</a>, {@code X-Forwarded-*}), else the host of the request. A proxy is
 * believed when it stands on this machine or in a private network; strangers could name any address.
 */
final class PublicAddress implements HttpConfiguration.Customizer {
  /** Under this name a request carries the address, without a last slash. */
  static final String ATTRIBUTE = PublicAddress.class.getName();

  private static final String PREFIX = PublicAddress.class.getName() + ".prefix";
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*");

  private final ForwardedRequestCustomizer forwarded = new ForwardedRequestCustomizer();
  private final String given;
  private final String path;

  /** @param given by the operator, without a last slash, or {@code ""} */
  PublicAddress(String given) {
    this.given = given;
    this.path = given.isEmpty() ? "" : URI.create(given).getRawPath();
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    HttpFields headers = request.getHeaders();
    boolean proxied = headers.contains(HttpHeader.FORWARDED) || headers.contains(HttpHeader.X_FORWARDED_HOST)
        || headers.contains(HttpHeader.X_FORWARDED_PROTO) || headers.contains("X-Forwarded-Prefix");
    if (!proxied || !given.isEmpty() || !isNear(request)) {
      return request;
    }
    Request seen = forwarded.customize(request, responseHeaders);
    String prefix = headers.get("X-Forwarded-Prefix");
    if (prefix != null && PATH.matcher(prefix.replaceAll("/+$", "")).matches()) {
      seen.setAttribute(PREFIX, prefix.replaceAll("/+$", ""));
    }
    return seen;
  }

  private static boolean isNear(Request request) {
    if (request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer) {
      InetAddress address = peer.getAddress();
      return address != null && (address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress());
    }
    return false;
  }

  /** The address of the home page without its last slash. */
  String of(Request request) {
    if (!given.isEmpty()) {
      return given;
    }
    HttpURI uri = request.getHttpURI();
    String authority = uri.getAuthority();
    String origin = uri.getScheme() + "://" + (authority == null ? Request.getServerName(request) + ":" + Request.getServerPort(request) : authority);
    return request.getAttribute(PREFIX) instanceof String prefix ? origin + prefix : origin;
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
