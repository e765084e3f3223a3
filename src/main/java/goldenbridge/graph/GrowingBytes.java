package goldenbridge.graph;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes, written one after the other, in the way in which {@link ByteBuffer} reads them. Used by one thread. */
final class GrowingBytes {
  private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

  private ByteBuffer room(int more) {
    if (buffer.remaining() < more) {
      ByteBuffer larger = ByteBuffer.allocate(Math.addExact(Math.max(buffer.capacity(), more), buffer.capacity()));
      buffer = larger.put(buffer.flip());
    }
    return buffer;
  }

  void put(byte[] bytes) {
    room(bytes.length).put(bytes);
  }

  void putByte(byte value) {
    room(Byte.BYTES).put(value);
  }

  void putInt(int value) {
    room(Integer.BYTES).putInt(value);
  }

  void putLong(long value) {
    room(Long.BYTES).putLong(value);
  }

  /** The first so many numbers of a column. */
  void putInts(int[] column, int count) {
    ByteBuffer to = room(count * Integer.BYTES);
    to.asIntBuffer().put(column, 0, count);
    to.position(to.position() + count * Integer.BYTES);
  }

  /** A text, with its length in bytes before it. */
  void putText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    putInt(bytes.length);
    put(bytes);
  }

  int size() {
    return buffer.position();
  }

  byte[] array() {
    return buffer.array();
  }

  byte[] copy() {
    return Arrays.copyOf(buffer.array(), size());
  }
}
