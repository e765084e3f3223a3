package goldenbridge.http;

import goldenbridge.fault.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/**
 * What a client sends after its headers; read once, up to a limit of bytes and of time.
 *
 * @param contentType as sent, or {@code ""}
 * @param encoding the {@code Content-Encoding}, or {@code ""}
 * @param length as announced, or -1
 */
record RequestBody(String contentType, String encoding, long length, InputStream stream) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static final RequestBody NONE = new RequestBody("", "", 0, InputStream.nullInputStream());

  /** The media type in small letters, without parameters. */
  String mediaType() {
    return contentType.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The whole body as text.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code body-too-large}, {@code request-timeout},
   *     {@code unsupported-encoding}, {@code bad-encoding} or {@code bad-request}
   */
  String text(int limit) {
    String said = contentType.toLowerCase(Locale.ROOT).replaceAll("[\\s\"]", "");
    if (said.contains("charset=") && !said.matches(".*charset=utf-?8(;.*)?")) {
      throw Problem.badInput("unsupported-encoding", "the body is said to be \"" + contentType + "\"", "send UTF-8").raise();
    }
    if (!encoding.isEmpty() && !encoding.equalsIgnoreCase("identity")) {
      throw Problem.badInput("unsupported-encoding", "the body has the content encoding \"" + encoding + "\"", "send it unpacked").raise();
    }
    return Parameters.utf8(bytes(limit));
  }

  private byte[] bytes(int limit) {
    if (length > limit) {
      throw tooLarge(limit);
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    try {
      for (int count = stream.read(part); count >= 0; count = stream.read(part)) {
        read.write(part, 0, count);
        if (read.size() > limit) {
          throw tooLarge(limit);
        }
        if (System.nanoTime() - end > 0) {
          throw Problem.tooMuch("request-timeout", "the body was not complete after " + PATIENCE.toSeconds() + " s",
              "send it faster").raise();
        }
      }
    } catch (IOException broken) {
      throw interrupted(broken).raise();
    }
    return read.toByteArray();
  }

  /** The client stalled, broke its own framing, or left. */
  private static Problem interrupted(IOException broken) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException) {
        return JettyErrors.problem(408);
      }
    }
    return Problem.badInput("bad-request", "the body broke off or is not well-formed HTTP", "send it again");
  }

  private static RuntimeException tooLarge(int limit) {
    return Problem.tooMuch("body-too-large", "the body is longer than " + limit + " bytes", "send a shorter query").raise();
  }
}
