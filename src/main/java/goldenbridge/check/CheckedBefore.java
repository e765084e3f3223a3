package goldenbridge.check;

import goldenbridge.graph.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which contents of a home passed {@link Checker#gate} before: each by the SHA-256 of the names and bytes of all its files. They
 * are noted in a folder of this build of the program alone, because another may judge differently.
 */
public final class CheckedBefore {
  private final Path file;

  public CheckedBefore(Path folder) {
    file = folder.resolve("checked");
  }

  /** The hash of all that the gate reads; empty when something cannot be read. Files whose names begin with a dot do not count. */
  public static Optional<String> hash(Home home) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : Stream.of(home.ontology(), home.data(), home.queries()).flatMap(folder -> Home.files(folder, "").stream()).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        digest.update((home.show(file) + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return Optional.of(HexFormat.of().formatHex(digest.digest()));
    } catch (IOException | RuntimeException told) {
      return Optional.empty(); // by the gate, with its place
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
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
