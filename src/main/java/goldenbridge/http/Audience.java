package goldenbridge.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who reads an answer, as far as an error must know.
 *
 * @param id of the request, the same in the log and in the answer
 * @param accept the header {@code Accept}, or {@code ""}
 * @param languages what the reader understands, in the form of {@code Accept-Language}, or {@code ""}
 * @param path of the request, decoded
 */
record Audience(String id, String accept, String languages, String path) {
  private static final Pattern ASKED = Pattern.compile("(?:^|&)lang=([A-Za-z]{2,8})(?:-[A-Za-z0-9-]{1,30})?(?:&|$)");

  /**
   * The languages of a reader: that of {@code lang=} stands before the one kept, that before those of the browser. What is no
   * language tag is left out, since it may be what the error is about.
   *
   * @param search the query string as sent, or null
   * @param cookies the header {@code Cookie}, or {@code ""}
   * @param browser the header {@code Accept-Language}, or {@code ""}
   */
  static String languages(String search, String cookies, String browser) {
    String known = LanguageEndpoint.languages(LanguageEndpoint.kept(cookies), browser);
    if (search == null || !search.contains("lang=")) {
      return known; // most requests: spares the pattern, which looks at every letter
    }
    Matcher asked = ASKED.matcher(search);
    return asked.find() ? LanguageEndpoint.languages(asked.group(1), known) : known;
  }

  /** The relative address of the home page as seen from a path. */
  static String root(String path) {
    long folders = path.chars().filter(letter -> letter == '/').count() - 1;
    return folders < 1 ? "./" : "../".repeat((int) folders);
  }
}
