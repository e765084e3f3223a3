package goldenbridge.http;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a page about an IRI is: on this server for an IRI below the graph's base, else at the IRI itself.
 *
 * @param root the way up to the home page, as a relative address
 */
record EntityLink(String base, String root) {

  /** {@code ""} when there is nowhere to go: a link must not run what stands in the data. */
  String to(String iri) {
    if (iri.startsWith(base) && iri.length() > base.length()) {
      return root + "doc/" + path(iri.substring(base.length()));
    }
    return iri.matches("(?i)https?://.*") ? iri : "";
  }

  /** A path below the base as an address writes it. */
  static String path(String rest) {
    try {
      return new URI(null, null, "/" + rest, null).toASCIIString().substring(1).replace("?", "%3F").replace("#", "%23");
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
