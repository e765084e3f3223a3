package goldenbridge.http;

import java.io.IOException;

/** The bytes of a finished answer, held until it is closed. */
interface Body extends AutoCloseable {
  long size();

  void sendTo(Sink sink) throws IOException;

  @Override
  default void close() {}

  /** Takes the pieces of a body, in order. */
  @FunctionalInterface
  interface Sink {
    void take(byte[] bytes, int length) throws IOException;
  }

  static Body of(byte[] bytes) {
    return new Body() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public void sendTo(Sink sink) throws IOException {
        sink.take(bytes, bytes.length);
      }
    };
  }
}
