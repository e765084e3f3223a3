package goldenbridge.check;

import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import java.io.IOException;
import java.util.Comparator;
import java.util.Objects;

/**
 * One thing that is wrong, or worth knowing, at one place. Findings sort by file, line, column, rule and message.
 *
 * @param rule the stable id: the local name of a shape, the name of a rule file, or a {@link BuiltIn}
 * @param message what is wrong and what to do, in one sentence without a final stop
 * @param place where, as far as known
 * @param hint why, or the next step, or {@code ""}
 * @param focus the IRI of the resource it is about, or {@code ""} when it is about a file
 */
public record Finding(Severity severity, String rule, String message, Place place, String hint, String focus)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::place).thenComparing(Finding::rule)
      .thenComparing(Finding::message).thenComparing(Finding::severity).thenComparing(Finding::hint)
      .thenComparing(Finding::focus);

  public Finding {
    Objects.requireNonNull(severity);
    Objects.requireNonNull(rule);
    Objects.requireNonNull(place);
    Objects.requireNonNull(focus);
    message = oneLine(message);
    hint = oneLine(hint);
  }

  /** A finding of the program's own, about a file. */
  static Finding of(BuiltIn rule, String message, Place place, String hint) {
    return new Finding(rule.severity(), rule.id(), message, place, hint, "");
  }

  /** A file or folder that the machine does not give. */
  static Finding unreadable(IOException cause, String shown) {
    return of(BuiltIn.UNREADABLE, "cannot read the file (" + cause.getClass().getSimpleName() + ")", Place.of(shown),
        "check its permissions and that it is UTF-8");
  }

  /** Trouble met elsewhere becomes a finding whose rule is the problem's code. */
  static Finding of(Problem problem) {
    Severity severity = BuiltIn.find(problem.code()).map(BuiltIn::severity).orElse(Severity.VIOLATION);
    return new Finding(severity, problem.code(), problem.message(), problem.place(), problem.hint(), "");
  }

  /** The same finding, milder or graver. */
  Finding as(Severity other) {
    return new Finding(other, rule, message, place, hint, focus);
  }

  /** The same finding under the id of a rule of the program's own. */
  Finding as(BuiltIn other) {
    return new Finding(other.severity(), other.id(), message, place, hint, focus);
  }

  /** The same finding at another place. */
  Finding at(Place where) {
    return new Finding(severity, rule, message, where, hint, focus);
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }

  /** {@code place: severity rule: message}. */
  @Override
  public String toString() {
    return (place.isKnown() ? place + ": " : "") + severity.label() + " " + rule + ": " + message;
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
