package goldenbridge.http;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The id of a request, the same in the log and in the answer: the one that a proxy gave it, else a new one. */
final class RequestId {
  private static final Pattern SOUND = Pattern.compile("[A-Za-z0-9_.:=+/-]{1,64}");

  private RequestId() {}

  /** @param given the header {@code X-Request-Id}, or null */
  static String of(String given) {
    return given != null && SOUND.matcher(given).matches() ? given : next();
  }

  /** Sixteen hexadecimal digits. */
  static String next() {
    return Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
  }
}
