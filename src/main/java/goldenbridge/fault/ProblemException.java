package goldenbridge.fault;

import java.util.List;
import java.util.stream.Collectors;

/** Carries problems to the door that reports them. It has no stack trace: the problems say where to look. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public ProblemException(Problem problem) {
    this(List.of(problem));
  }

  /** Several problems that were found together; at least one. */
  public ProblemException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), null, false, false);
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }

  /** The first problem, which decides the exit code and the status. */
  public Problem problem() {
    return problems.get(0);
  }
}
