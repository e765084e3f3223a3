package goldenbridge.http;

import goldenbridge.rdf.UrlPath;

/**
 * Where a page about an IRI is: on this server for an IRI below the graph's base, else at the IRI itself.
 *
 * @param root the way up to the home page, as a relative address
 */
record EntityLink(String base, String root) {

  /** {@code ""} when there is nowhere to go: a link must not run what stands in the data. */
  String to(String iri) {
    if (iri.startsWith(base) && iri.length() > base.length()) {
      return root + "doc/" + UrlPath.of(iri.substring(base.length()));
    }
    return iri.matches("(?i)https?://.*") ? iri : "";
  }
}
