package goldenbridge.http;

/**
 * Who reads an answer, as far as an error must know.
 *
 * @param id of the request, the same in the log and in the answer
 * @param accept the header {@code Accept}, or {@code ""}
 * @param root the way up to the home page, as a relative address
 */
record Audience(String id, String accept, String root) {

  /** The relative address of the home page as seen from a path. */
  static String root(String path) {
    long folders = path.chars().filter(letter -> letter == '/').count() - 1;
    return folders < 1 ? "./" : "../".repeat((int) folders);
  }
}
