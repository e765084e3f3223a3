package goldenbridge.http;

/**
 * Who reads an answer, as far as an error must know.
 *
 * @param id of the request, the same in the log and in the answer
 * @param accept the header {@code Accept}, or {@code ""}
 * @param languages the header {@code Accept-Language}, or {@code ""}
 * @param path of the request, decoded
 */
record Audience(String id, String accept, String languages, String path) {

  /** The relative address of the home page as seen from a path. */
  static String root(String path) {
    long folders = path.chars().filter(letter -> letter == '/').count() - 1;
    return folders < 1 ? "./" : "../".repeat((int) folders);
  }
}
