package goldenbridge.http;

import goldenbridge.fault.Problem;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file, by which a broken download goes on (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110,
 * 14</a>).
 *
 * @param first counts from 0
 * @param size of the part, more than 0
 * @param whole the size of the file
 */
record ByteRange(long first, long size, long whole) {
  /** Several ranges at once, other units and what is malformed are passed over, as the RFC allows: the answer is the whole file. */
  private static final Pattern SINGLE = Pattern.compile("(?i)bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

  /**
   * The part that a header {@code Range} names; empty when it names none.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code range-not-satisfiable} when it lies behind the end
   */
  static Optional<ByteRange> of(String header, long whole) {
    Matcher single = SINGLE.matcher(header);
    if (!single.matches() || single.group(1).isEmpty() && single.group(2).isEmpty()) {
      return Optional.empty();
    }
    boolean suffix = single.group(1).isEmpty();
    long last = suffix || single.group(2).isEmpty() ? whole - 1 : Math.min(Long.parseLong(single.group(2)), whole - 1);
    long first = suffix ? Math.max(0, whole - Long.parseLong(single.group(2))) : Long.parseLong(single.group(1));
    if (!suffix && !single.group(2).isEmpty() && Long.parseLong(single.group(2)) < first) {
      return Optional.empty();
    }
    if (first > last) {
      throw Problem.badInput("range-not-satisfiable", "the range \"" + header + "\" lies behind the " + whole + " bytes of the file",
          "ask for a part that begins before its end").raise();
    }
    return Optional.of(new ByteRange(first, last - first + 1, whole));
  }

  /** The header {@code Content-Range}. */
  String text() {
    return "bytes " + first + "-" + (first + size - 1) + "/" + whole;
  }
}
