package goldenbridge.http;

import goldenbridge.fault.Nearest;
import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The names and values of a query string or a form, in the order given. */
record Parameters(Map<String, List<String>> values) {
  static final Parameters NONE = new Parameters(Map.of());

  Parameters {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Decodes {@code application/x-www-form-urlencoded} text.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code bad-encoding} when it is no percent-encoded UTF-8: a silent
   *     replacement would ask another question than the caller's
   */
  static Parameters of(String encoded) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : encoded.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return new Parameters(values);
  }

  /**
   * Checks that nothing is misspelt.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code unknown-parameter} and the nearest name
   */
  void only(String... known) {
    Set<String> names = new TreeSet<>(List.of(known));
    List<Problem> problems = values.keySet().stream().filter(name -> !names.contains(name))
        .map(name -> Problem.badInput("unknown-parameter", "there is no parameter \"" + name + "\" here",
            Nearest.hint(name, names, "there are " + String.join(", ", names))).about(name)).toList();
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  /** The first value that is not blank. */
  Optional<String> text(String name) {
    return all(name).stream().filter(value -> !value.isBlank()).findFirst();
  }

  /**
   * Whether a switch is on; absent is off.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code parameter-value} when it is neither on nor off
   */
  boolean isOn(String name) {
    return text(name).map(value -> switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "on", "true", "1", "yes" -> true;
      case "off", "false", "0", "no" -> false;
      default -> throw Problem.badInput("parameter-value", "parameter " + name + ": \"" + value + "\" is neither on nor off",
          "write it as on").about(name).raise();
    }).orElse(false);
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  Parameters and(Parameters more) {
    Map<String, List<String>> both = new LinkedHashMap<>(values);
    more.values.forEach((name, added) -> both.merge(name, added, (one, two) -> {
      List<String> joined = new ArrayList<>(one);
      joined.addAll(two);
      return joined;
    }));
    return new Parameters(both);
  }

  Parameters without(Set<String> names) {
    Map<String, List<String>> rest = new LinkedHashMap<>(values);
    rest.keySet().removeAll(names);
    return new Parameters(rest);
  }

  /** The same with one value for a name. */
  Parameters with(String name, String value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(values);
    changed.put(name, List.of(value));
    return new Parameters(changed);
  }

  /** As the text of a query string. */
  String encoded() {
    return values.entrySet().stream().flatMap(entry -> entry.getValue().stream().map(value -> encode(entry.getKey()) + "=" + encode(value)))
        .collect(Collectors.joining("&"));
  }

  /** As the end of an address: with a question mark before it, or {@code ""} when there are none. */
  String search() {
    return values.isEmpty() ? "" : "?" + encoded();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '%') {
        bytes[length++] = octet(bytes, at);
        at += 2;
      } else {
        bytes[length++] = bytes[at] == '+' ? (byte) ' ' : bytes[at];
      }
    }
    return utf8(bytes, length);
  }

  private static byte octet(byte[] bytes, int at) {
    int high = at + 2 < bytes.length ? Character.digit(bytes[at + 1], 16) : -1;
    int low = at + 2 < bytes.length ? Character.digit(bytes[at + 2], 16) : -1;
    if (high < 0 || low < 0) {
      throw Problem.badInput("bad-encoding", "a % in the request is not followed by two hexadecimal digits",
          "write %25 for the sign itself").raise();
    }
    return (byte) (high * 16 + low);
  }

  /** Reads bytes as UTF-8, all of them or none. */
  static String utf8(byte[] bytes) {
    return utf8(bytes, bytes.length);
  }

  private static String utf8(byte[] bytes, int length) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
    } catch (CharacterCodingException wrong) {
      throw Problem.badInput("bad-encoding", "the request is not UTF-8", "encode it as UTF-8").raise();
    }
  }
}
