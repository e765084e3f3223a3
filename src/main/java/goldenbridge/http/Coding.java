package goldenbridge.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** How a body goes over the wire (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.4">RFC 9110, 8.4</a>). */
enum Coding {
  IDENTITY(""),
  GZIP("gzip");

  /** Below it the packed form is hardly shorter. */
  private static final int WORTH_PACKING = 1024;
  private static final int BUFFER = 16 * 1024;
  private static final Pattern TEXTUAL =
      Pattern.compile("(?i)text/.*|image/svg\\+xml.*|application/(.*\\+)?(json|xml)\\b.*|application/(javascript|n-triples|n-quads|trig|sparql-query).*");
  private static final Pattern REFUSED = Pattern.compile("(?i)(^|,)\\s*(x-)?gzip\\s*;\\s*q\\s*=\\s*0(\\.0*)?\\s*(,|$)");

  private final String token;

  Coding(String token) {
    this.token = token;
  }

  /** The name in {@code Content-Encoding}, or {@code ""}. */
  String token() {
    return token;
  }

  /** The best form that {@code Accept-Encoding} takes. */
  static Coding accepted(String acceptEncoding) {
    if (acceptEncoding.isEmpty() || !acceptEncoding.toLowerCase(Locale.ROOT).contains("gzip")) {
      return IDENTITY;
    }
    return acceptEncoding.indexOf('=') >= 0 && REFUSED.matcher(acceptEncoding).find() ? IDENTITY : GZIP;
  }

  /** This coding where it makes such a body shorter, else none. */
  Coding forBody(String contentType, long size) {
    return this == GZIP && size >= WORTH_PACKING && TEXTUAL.matcher(contentType).matches() ? GZIP : IDENTITY;
  }

  /** The body in this coding; the given one is closed when another takes its place, or none can. */
  AnswerBuffer encode(AnswerBuffer plain, AnswerBuffer.Budget budget) throws IOException {
    if (this == IDENTITY) {
      return plain;
    }
    AnswerBuffer packed = budget.buffer();
    try (plain; GZIPOutputStream out = new GZIPOutputStream(new Open(packed), BUFFER)) {
      plain.sendTo((bytes, length) -> out.write(bytes, 0, length));
    } catch (RuntimeException | IOException | Error unfinished) {
      packed.close();
      throw unfinished;
    }
    return packed;
  }

  /** Stays open when what writes to it is closed: the body is still to be sent. */
  private static final class Open extends OutputStream {
    private final AnswerBuffer to;

    Open(AnswerBuffer to) {
      this.to = to;
    }

    @Override
    public void write(int octet) {
      to.write(octet);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      to.write(bytes, offset, length);
    }
  }
}
