package goldenbridge.check;

import goldenbridge.fault.Nearest;
import goldenbridge.fault.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How grave a finding is, the mildest first. */
public enum Severity {
  /** Worth knowing; nothing has to change. */
  INFO,
  /** Better mended, but the graph can be served. */
  WARNING,
  /** Must be mended. */
  VIOLATION;

  /** The name in headers, reports and options. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The severity of a name such as {@code warning}.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code unknown-severity}
   */
  public static Severity named(String name) {
    return find(name).orElseThrow(() -> Problem.badInput("unknown-severity", "severity \"" + name + "\" is unknown",
        Nearest.hint(name, labels(), "choose one of " + String.join(", ", labels()))).raise());
  }

  static Optional<Severity> find(String name) {
    return Arrays.stream(values()).filter(severity -> severity.label().equals(name)).findFirst();
  }

  /** All names, the mildest first. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Severity::label).toList();
  }
}
