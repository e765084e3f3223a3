package goldenbridge.http;

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

  /** A file, read while it is sent. */
  static Body of(Path path) throws IOException {
    long size = Files.size(path);
    return new Body() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public void sendTo(Sink sink) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
          byte[] piece = new byte[PIECE];
          for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            sink.take(piece, read);
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
