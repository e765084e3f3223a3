package goldenbridge.http;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A finished answer as bytes: its headers and its body, packed or not, ready to be sent any number of times by any thread. */
final class StoredAnswer {
  /** A larger body goes out piece by piece, since each write copies what the network does not take at once. */
  private static final int PIECE = 64 * 1024;

  private final EntityTag tag;
  private final HttpFields headers;
  private final byte[] body;
  private volatile Encoded encoded;

  /**
   * The headers as bytes. They are made when the answer is asked for again: of most it never is.
   *
   * @param unchanged the headers of a 304 in its place
   */
  private record Encoded(HttpFields fields, HttpFields unchanged) {
    static Encoded of(HttpFields headers) {
      HttpFields.Mutable fields = HttpFields.build();
      headers.forEach(header -> fields.add(header.getHeader() == null ? new PreEncodedHttpField(header.getName(), header.getValue())
          : new PreEncodedHttpField(header.getHeader(), header.getValue())));
      HttpFields.Mutable unchanged = HttpFields.build(fields)
          .remove(HttpHeader.CONTENT_TYPE).remove(HttpHeader.CONTENT_ENCODING).remove(HttpHeader.CONTENT_LENGTH);
      return new Encoded(fields.asImmutable(), unchanged.asImmutable());
    }
  }

  private StoredAnswer(EntityTag tag, HttpFields headers, byte[] body) {
    this.tag = tag;
    this.headers = headers;
    this.body = body;
  }

  /** @param headers all but those of the single request, without the length */
  static StoredAnswer of(EntityTag tag, HttpFields headers, byte[] body) {
    return new StoredAnswer(tag, HttpFields.build(headers).add(new HttpField.LongValueHttpField(HttpHeader.CONTENT_LENGTH, body.length)).asImmutable(), body);
  }

  EntityTag tag() {
    return tag;
  }

  HttpFields headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  /** About so many bytes of memory. */
  int weight() {
    return body.length + 4 * 1024;
  }

  /** Whether it takes more than one write. */
  boolean isLong() {
    return body.length > PIECE;
  }

  private Encoded encoded() {
    if (encoded == null) {
      encoded = Encoded.of(headers); // two threads may make it, which is no harm
    }
    return encoded;
  }

  /** Sends the head, and the body unless the request is a HEAD, to the one for whom the answer was made; never waits. */
  void sendFirst(boolean head, Response response, Callback callback) {
    send(head, headers, response, callback);
  }

  /** As {@link #sendFirst}, to one who asks the same. */
  void send(boolean head, String requestId, Response response, Callback callback) {
    response.getHeaders().add(Headers.REQUEST_ID, requestId);
    send(head, encoded().fields, response, callback);
  }

  private void send(boolean head, HttpFields fields, Response response, Callback callback) {
    response.getHeaders().add(fields);
    response.setStatus(200);
    if (head || body.length == 0) {
      response.write(true, null, callback);
    } else if (!isLong()) {
      response.write(true, ByteBuffer.wrap(body), callback);
    } else {
      Content.copy(new ByteBufferContentSource(pieces()), response, callback);
    }
  }

  void sendUnchanged(String requestId, Response response, Callback callback) {
    HttpFields.Mutable fields = response.getHeaders();
    fields.add(encoded().unchanged);
    fields.add(Headers.REQUEST_ID, requestId);
    response.setStatus(304);
    response.write(true, null, callback);
  }

  private List<ByteBuffer> pieces() {
    List<ByteBuffer> pieces = new ArrayList<>();
    for (int from = 0; from < body.length; from += PIECE) {
      pieces.add(ByteBuffer.wrap(body, from, Math.min(PIECE, body.length - from)));
    }
    return pieces;
  }
}
