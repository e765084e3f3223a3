package goldenbridge.rdf;

/**
 * Tells by one look at its characters that an IRI is beyond doubt: {@code http(s)} and a host of small letters and digits, or {@code file:///};
 * a path and a fragment of letters, digits and a few signs. Such an IRI is sound and its own resolution by
 * <a href="https://www.rfc-editor.org/rfc/rfc3986">RFC 3986</a>. Whatever else there is needs the full check, which takes most of
 * the time of parsing.
 */
final class PlainIri {
  private PlainIri() {}

  /** Never true for an IRI that the full check would complain of; false for many that it would not. */
  static boolean is(String iri) {
    int path = iri.startsWith("file:///") ? 7 : host(iri, iri.startsWith("https://") ? 8 : iri.startsWith("http://") ? 7 : iri.length());
    return path > 0 && hasPlainRest(iri, path);
  }

  /** Where the path begins, or -1. */
  private static int host(String iri, int start) {
    boolean inLabel = false; // a label begins with a letter, which no number of an address does
    for (int at = start; at < iri.length(); at++) {
      char sign = iri.charAt(at);
      if (sign >= 'a' && sign <= 'z') {
        inLabel = true;
      } else if (sign == '/' && inLabel) {
        return at;
      } else if ((sign == '.' || sign == '-') && inLabel) {
        inLabel = false;
      } else if (!(inLabel && sign >= '0' && sign <= '9')) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean hasPlainRest(String iri, int path) {
    boolean fragment = false;
    for (int at = path; at < iri.length(); at++) {
      char sign = iri.charAt(at);
      if (sign == '#' && !fragment) {
        fragment = true;
      } else if (sign == '.' && iri.charAt(at - 1) == '/' || !(isLetterOrDigit(sign) || sign == '/' || sign == '-' || sign == '_' || sign == '.')) {
        return false; // a segment that begins with a dot may be one that resolution removes
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char sign) {
    return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z' || sign >= '0' && sign <= '9';
  }
}
