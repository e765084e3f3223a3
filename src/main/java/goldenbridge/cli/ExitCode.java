package goldenbridge.cli;

import goldenbridge.fault.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a command ends; the numbers are a promise to scripts. */
public enum ExitCode {
  DONE(0, "done"),
  FINDINGS(1, "findings at or above --fail-on"),
  USAGE(2, "usage: unknown flag, parameter or name"),
  INPUT(3, "input that cannot be read or parsed"),
  LIMIT(4, "timeout or limit"),
  UNREACHABLE(5, "cannot bind or connect"),
  BUG(70, "a bug");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** What each number means, by number. */
  static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (ExitCode code : values()) {
      meanings.put(String.valueOf(code.number), code.meaning);
    }
    return meanings;
  }

  public int number() {
    return number;
  }

  static ExitCode of(Problem problem) {
    return switch (problem.kind()) {
      case BAD_INPUT, NOT_FOUND -> USAGE;
      case BAD_DATA -> INPUT;
      case TOO_MUCH -> LIMIT;
      case UNAVAILABLE -> UNREACHABLE;
    };
  }
}
