package goldenbridge.check;

import goldenbridge.graph.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which contents of a home passed {@link Checker#gate} before: each by the SHA-256 of the names and bytes of all its files. They
 * are noted in a folder of this build of the program alone, because another may judge differently.
 */
public final class CheckedBefore {
  private static final Pattern CHANGING = Pattern.compile("(?i)\\b(?:NOW|RAND|UUID|STRUUID)\\s*\\(");

  private final Path file;

  public CheckedBefore(Path folder) {
    file = folder.resolve("checked");
  }

  /**
   * The hash of all that a check reads; empty when something cannot be read, or when the verdict may change with time. Files whose
   * names begin with a dot do not count.
   */
  public static Optional<String> hash(Home home) {
    try {
      MessageDigest digest = Hashes.begun();
      for (Path file : Stream.of(home.ontology(), home.data(), home.queries()).flatMap(folder -> Home.files(folder, "").stream()).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        digest.update((home.show(file) + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
        if (changes(home, file, bytes)) {
          return Optional.empty();
        }
      }
      return Optional.of(Hashes.ended(digest));
    } catch (IOException | RuntimeException told) {
      return Optional.empty(); // by the gate, with its place
    }
  }

  /** Whether a query or a shape asks for the time or for chance: then the same files may be judged otherwise at another time. */
  private static boolean changes(Home home, Path file, byte... bytes) {
    boolean asks = file.toString().endsWith(".rq") || file.startsWith(home.ontology());
    return asks && CHANGING.matcher(new String(bytes, StandardCharsets.UTF_8)).find();
  }

  /** Whether no content was noted so far. */
  public boolean isEmpty() {
    return !Files.exists(file);
  }

  /** Whether that content was noted. */
  public boolean knows(String hash) {
    try {
      return Files.exists(file) && Files.readAllLines(file, StandardCharsets.US_ASCII).contains(hash);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Notes a content that passed; where that is not possible, it is checked again the next time. */
  public void note(String hash) {
    try {
      Files.write(file, List.of(hash), StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException readOnly) {
      // nothing is lost
    }
  }
}
