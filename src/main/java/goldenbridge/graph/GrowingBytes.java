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

  /** Numbers, with their count before them. */
  void putInts(int... column) {
    putInt(column.length);
    ByteBuffer to = room(column.length * Integer.BYTES);
    to.asIntBuffer().put(column);
    to.position(to.position() + column.length * Integer.BYTES);
  }

  /** Reads what {@link #putInts} has written. */
  static int[] ints(ByteBuffer in) {
    int[] column = new int[in.getInt()];
    in.asIntBuffer().get(column);
    in.position(in.position() + column.length * Integer.BYTES);
    return column;
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
