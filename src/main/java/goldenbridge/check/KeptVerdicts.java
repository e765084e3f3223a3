package goldenbridge.check;

import goldenbridge.graph.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Verdicts on contents that were checked before, kept in a folder of this build of the program alone. A verdict is found again by
 * the hash of every file of the home ({@link CheckedBefore#hash}), by where the home lies and by what was asked: nothing else has
 * part in it. What was written half or altered is not taken.
 */
public final class KeptVerdicts {
  /** How many are kept at most: each has its place, and takes it from the one before. */
  private static final int PLACES = 32;

  private final Path folder;

  public KeptVerdicts(Path folder) {
    this.folder = folder;
  }

  /**
   * What was asked about which content.
   *
   * @param content the hash of all files
   * @param look for the names of the folders, of which an empty one may be a finding too
   */
  public record Question(Home home, String content, HomeStamp look, ReportWriter.Form form, Scope scope) {
    private String key() {
      return Hashes.of(String.join("\n", content, home.root().toString(), form.label(), scope.name(),
          new TreeSet<>(look.folders().keySet()).toString()));
    }
  }

  /** How much was checked. */
  public enum Scope { ALL, ALL_AND_EXAMPLES }

  /** The verdict on that question, if it was kept. */
  public Optional<Verdict> find(Question question) {
    try {
      Path file = file(question.key());
      return Files.exists(file) ? read(Files.readAllBytes(file), question.key()) : Optional.empty();
    } catch (IOException | RuntimeException unusable) {
      return Optional.empty(); // then it is checked again
    }
  }

  private static Optional<Verdict> read(byte[] bytes, String key) {
    int end = 2 * key.length();
    byte[] verdict = Arrays.copyOfRange(bytes, end, bytes.length);
    boolean whole = new String(bytes, 0, end, StandardCharsets.US_ASCII).equals(key + Hashes.of(verdict));
    return whole ? Optional.of(Verdict.read(verdict)) : Optional.empty();
  }

  /** Keeps a verdict; where that is not possible, nothing happens. */
  public void keep(Question question, Verdict verdict) {
    try {
      String key = question.key();
      Path unfinished = Files.createTempFile(folder, "verdict", ".new");
      byte[] head = (key + Hashes.of(verdict.bytes())).getBytes(StandardCharsets.US_ASCII);
      byte[] all = Arrays.copyOf(head, head.length + verdict.bytes().length);
      System.arraycopy(verdict.bytes(), 0, all, head.length, verdict.bytes().length);
      Files.write(unfinished, all);
      Files.move(unfinished, file(key), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException readOnly) {
      // The next run checks again.
    }
  }

  private Path file(String key) {
    return folder.resolve("verdict-" + Integer.parseInt(key.substring(0, 4), 16) % PLACES);
  }
}
