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

/**
 * A finished answer as bytes: its headers and its body, packed or not, ready to be sent any number of times by any thread.
 *
 * @param fields all headers but those of the single request
 * @param unchanged the headers of a 304 in its place
 */
record StoredAnswer(EntityTag tag, HttpFields fields, HttpFields unchanged, byte[] body) {
  /** A larger body goes out piece by piece, since each write copies what the network does not take at once. */
  private static final int PIECE = 64 * 1024;

  /** @param headers without the length */
  static StoredAnswer of(EntityTag tag, HttpFields headers, byte[] body) {
    HttpFields.Mutable unchanged = HttpFields.build();
    headers.forEach(header -> unchanged.add(encoded(header)));
    HttpFields.Mutable fields = HttpFields.build(unchanged);
    fields.add(new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, body.length));
    unchanged.remove(HttpHeader.CONTENT_TYPE).remove(HttpHeader.CONTENT_ENCODING);
    return new StoredAnswer(tag, fields.asImmutable(), unchanged.asImmutable(), body);
  }

  private static PreEncodedHttpField encoded(HttpField header) {
    return header.getHeader() == null ? new PreEncodedHttpField(header.getName(), header.getValue())
        : new PreEncodedHttpField(header.getHeader(), header.getValue());
  }

  /** About so many bytes of memory. */
  int weight() {
    return body.length + 4 * 1024;
  }

  /** Whether it takes more than one write. */
  boolean isLong() {
    return body.length > PIECE;
  }

  /** Sends the head, and the body unless the request is a HEAD; never waits. */
  void send(boolean head, String requestId, Response response, Callback callback) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.add(fields);
    headers.add(Headers.REQUEST_ID, requestId);
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
    HttpFields.Mutable headers = response.getHeaders();
    headers.add(unchanged);
    headers.add(Headers.REQUEST_ID, requestId);
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
