package goldenbridge.rdf;

import java.net.URI;
import java.net.URISyntaxException;

/** A part of an IRI as the path of an address writes it (<a href="https://www.rfc-editor.org/rfc/rfc3987#section-3.1">RFC 3987, section 3.1</a>). */
public final class UrlPath {
  private UrlPath() {}

  /** @param rest of an IRI below a base, with its fragment if it has one, which becomes a part of the path */
  public static String of(String rest) {
    try {
      return new URI(null, null, "/" + rest, null).toASCIIString().substring(1).replace("?", "%3F").replace("#", "%23");
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
