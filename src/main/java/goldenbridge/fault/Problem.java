package goldenbridge.fault;

import java.util.Objects;

/**
 * Trouble that a user can mend. The command line turns its kind into an exit code, the HTTP door into a status.
 *
 * @param code stable, kebab-case, documented in the README
 * @param message what was attempted and the offending value, in one sentence without a final stop
 * @param place where it stands, or {@link Place#NONE}
 * @param hint the next step, or {@code ""}
 * @param parameter the name of the parameter that it is about, or {@code ""}
 */
public record Problem(Kind kind, String code, String message, Place place, String hint, String parameter) {

  /** Who has to act: the caller (input, name), the curator (data), the operator (limits, ports). */
  public enum Kind {
    /** A parameter, option or query text that cannot be understood. */
    BAD_INPUT,
    /** A name that stands for nothing here. */
    NOT_FOUND,
    /** A file that cannot be read or parsed. */
    BAD_DATA,
    /** A timeout or another limit. */
    TOO_MUCH,
    /** A port, a peer or a disk that does not answer. */
    UNAVAILABLE
  }

  public Problem {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(code);
    Objects.requireNonNull(message);
    Objects.requireNonNull(place);
    Objects.requireNonNull(hint);
    Objects.requireNonNull(parameter);
  }

  /** A problem about no parameter. */
  public Problem(Kind kind, String code, String message, Place place, String hint) {
    this(kind, code, message, place, hint, "");
  }

  public static Problem badInput(String code, String message, String hint) {
    return new Problem(Kind.BAD_INPUT, code, message, Place.NONE, hint);
  }

  public static Problem notFound(String code, String message, String hint) {
    return new Problem(Kind.NOT_FOUND, code, message, Place.NONE, hint);
  }

  public static Problem badData(String code, String message, Place place, String hint) {
    return new Problem(Kind.BAD_DATA, code, message, place, hint);
  }

  public static Problem tooMuch(String code, String message, String hint) {
    return new Problem(Kind.TOO_MUCH, code, message, Place.NONE, hint);
  }

  public static Problem unavailable(String code, String message, String hint) {
    return new Problem(Kind.UNAVAILABLE, code, message, Place.NONE, hint);
  }

  public Problem at(Place where) {
    return new Problem(kind, code, message, where, hint, parameter);
  }

  /** The same problem, said to be about a parameter. */
  public Problem about(String name) {
    return new Problem(kind, code, message, place, hint, name);
  }

  public ProblemException raise() {
    return new ProblemException(this);
  }

  /** {@code place: message; hint}, on one line. */
  @Override
  public String toString() {
    String text = (place.isKnown() ? place + ": " : "") + message + (hint.isEmpty() ? "" : "; " + hint);
    return text.replaceAll("\\s*\\R\\s*", " ");
  }
}
