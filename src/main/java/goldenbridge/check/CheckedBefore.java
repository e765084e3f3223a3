package goldenbridge.check;

import goldenbridge.graph.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which contents of a home passed {@link Checker#gate} before: each by its hash, with the version of the snapshot that it gave.
 * They are noted in a folder of this build of the program alone, because another may judge differently.
 */
public final class CheckedBefore {
  private static final Set<String> CHANGING = Set.of("NOW", "RAND", "UUID", "STRUUID");

  private final Path file;

  public CheckedBefore(Path folder) {
    file = folder.resolve("checked");
  }

  /**
   * The hash of all that a home holds: of the names and the SHA-256 of its files; empty when something cannot be read. Files whose
   * names begin with a dot do not count.
   */
  public static Optional<String> hash(Home home) {
    return hash(home, file -> true);
  }

  /** The same without what serves tests alone: of what {@link Checker#gate} reads. */
  public static Optional<String> hashOfServed(Home home) {
    return hash(home, file -> !home.isTest(file));
  }

  private static Optional<String> hash(Home home, Predicate<Path> wanted) {
    try {
      return Optional.of(Hashes.of(files(home).filter(wanted).toList().parallelStream().map(file -> home.show(file) + "\n" + hash(file) + "\n")
          .collect(Collectors.joining())));
    } catch (RuntimeException told) {
      return Optional.empty(); // by the check, with its place
    }
  }

  private static String hash(Path file) {
    try {
      return Hashes.of(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<Path> files(Home home) {
    return Stream.of(home.ontology(), home.data(), home.queries()).flatMap(folder -> Home.files(folder, "").stream());
  }

  /** Whether a query or a shape asks for the time or for chance: then the same files may be judged otherwise at another time. */
  public static boolean mayChange(Home home) {
    return files(home).filter(file -> file.toString().endsWith(".rq") || file.startsWith(home.ontology())).anyMatch(CheckedBefore::asks);
  }

  private static boolean asks(Path file) {
    try {
      return asks(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return true;
    }
  }

  /** From bracket to bracket: a JVM that has just begun takes many times as long to try a pattern at each letter. */
  private static boolean asks(String text) {
    for (int bracket = text.indexOf('('); bracket >= 0; bracket = text.indexOf('(', bracket + 1)) {
      int end = bracket;
      while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      int start = end;
      while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
        start--;
      }
      if (CHANGING.contains(text.substring(start, end).toUpperCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** Whether no content was noted so far. */
  public boolean isEmpty() {
    return !Files.exists(file);
  }

  /** The version of the snapshot that this content gave, if it was noted. */
  public Optional<String> version(String hash) {
    try {
      return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.US_ASCII).stream().filter(line -> line.startsWith(hash + " "))
          .map(line -> line.substring(hash.length() + 1)).findFirst() : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Notes a content that passed; where that is not possible, it is checked again the next time. */
  public void note(String hash, String version) {
    try {
      Files.write(file, List.of(hash + " " + version), StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException readOnly) {
      // nothing is lost
    }
  }
}
