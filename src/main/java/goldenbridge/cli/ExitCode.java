package goldenbridge.cli;

import goldenbridge.fault.Problem;

/** How a command ends; the numbers are a promise to scripts. */
public enum ExitCode {
  DONE(0),
  FINDINGS(1),
  USAGE(2),
  INPUT(3),
  LIMIT(4),
  UNREACHABLE(5),
  BUG(70);

  private final int number;

  ExitCode(int number) {
    this.number = number;
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
