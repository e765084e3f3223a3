package goldenbridge.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An answer as a value: what it is, and how its body is made when it is needed.
 *
 * @param contentType the media type, with its charset where it is text
 * @param language of names in it, or {@code ""}
 * @param headers further ones
 * @param edition what else the entity tag stands for, where the answer follows from more than the snapshot's version; or {@code ""}
 */
record Reply(int status, String contentType, String language, Freshness freshness, Map<String, String> headers, String edition, Content content) {

  /** How long an answer holds. */
  enum Freshness {
    /** As long as the snapshot; it gets an entity tag. */
    SNAPSHOT,
    /** For this moment only. */
    MOMENT
  }

  /** Writes a body; it may stop with a problem at any point, since nothing has been sent yet. */
  @FunctionalInterface
  interface Content {
    /** Writes all of it and returns the headers that are known only now. */
    Map<String, String> write(OutputStream out) throws IOException;
  }

  /**
   * A body that lies in a file, so that it may be larger than what an answer may hold in memory.
   *
   * @param packed gives the file's gzip form
   */
  record FileContent(Path plain, Supplier<Path> packed) implements Content {
    @Override
    public Map<String, String> write(OutputStream out) throws IOException {
      Files.copy(plain, out);
      return Map.of();
    }
  }

  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply of(String contentType, String language, Content content) {
    return new Reply(200, contentType, language, Freshness.SNAPSHOT, Map.of(), "", content);
  }

  static Reply now(int status, String contentType, String text) {
    return new Reply(status, contentType, "", Freshness.MOMENT, Map.of(), "", text(text));
  }

  static Reply empty(int status) {
    return new Reply(status, "", "", Freshness.MOMENT, Map.of(), "", out -> Map.of());
  }

  static Content text(String text) {
    return out -> {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      return Map.of();
    };
  }

  Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, contentType, language, freshness, more, edition, content);
  }

  Reply fresh(Freshness other) {
    return new Reply(status, contentType, language, other, headers, edition, content);
  }

  Reply status(int other) {
    return new Reply(other, contentType, language, freshness, headers, edition, content);
  }

  Reply edition(String text) {
    return new Reply(status, contentType, language, freshness, headers, text, content);
  }
}
