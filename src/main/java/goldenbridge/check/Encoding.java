package goldenbridge.check;

import goldenbridge.fault.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the first byte of a file that is not UTF-8; parsers either skip over it or cannot say where it is. */
final class Encoding {
  private static final String HINT = "save the file as UTF-8 without a byte order mark";

  private Encoding() {}

  /** Empty when the file is sound, or when it cannot be read at all, which others tell. */
  static Optional<Finding> check(Path file, String shown) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return startsWithMark(bytes)
          ? Optional.of(finding("the file begins with a byte order mark", new Place(shown, 1, 1)))
          : firstBroken(bytes).map(position -> finding(
              String.format("the byte 0x%02X is not UTF-8", bytes[position] & 0xff), place(bytes, position, shown)));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Finding finding(String message, Place place) {
    return Finding.of(BuiltIn.ENCODING, message, place, HINT);
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= 3 && (bytes[0] & 0xff) == 0xEF && (bytes[1] & 0xff) == 0xBB && (bytes[2] & 0xff) == 0xBF;
  }

  private static Optional<Integer> firstBroken(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
        .decode(in, out, true);
    return result.isError() ? Optional.of(in.position()) : Optional.empty();
  }

  private static Place place(byte[] bytes, int position, String shown) {
    String before = new String(bytes, 0, position, StandardCharsets.UTF_8);
    int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
    return new Place(shown, line, before.length() - before.lastIndexOf('\n'));
  }
}
