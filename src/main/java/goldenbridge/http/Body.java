package goldenbridge.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a finished answer, held until it is closed. */
interface Body extends AutoCloseable {
  int PIECE = 64 * 1024;

  long size();

  void sendTo(Sink sink) throws IOException;

  @Override
  default void close() {}

  /** Takes the pieces of a body, in order. */
  @FunctionalInterface
  interface Sink {
    void take(byte[] bytes, int length) throws IOException;
  }

  /** Some bytes of a file from a place that counts from 0, read while they are sent. */
  static Body of(Path path, long from, long size) {
    return new Body() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public void sendTo(Sink sink) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
          in.skipNBytes(from);
          byte[] piece = new byte[PIECE];
          for (long left = size; left > 0; ) {
            int read = in.read(piece, 0, (int) Math.min(PIECE, left));
            if (read < 0) {
              throw new EOFException(path.getFileName() + " became shorter");
            }
            sink.take(piece, read);
            left -= read;
          }
        }
      }
    };
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
