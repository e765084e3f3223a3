package goldenbridge.graph;

import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The text of the canned queries as it stood when a snapshot was read: what happens to the files afterwards shows in the next
 * snapshot only. Safe for any number of threads.
 */
public final class QueryFiles {
  private static final String ENDING = ".rq";

  private final SortedMap<String, byte[]> bytes = new TreeMap<>();
  private final SortedSet<String> unreadable = new TreeSet<>();

  private QueryFiles() {}

  /**
   * Reads the {@code .rq} files directly in {@code queries/}; without that folder there are none.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code unreadable} when the folder cannot be listed
   */
  public static QueryFiles read(Home home) {
    QueryFiles files = new QueryFiles();
    if (Files.isDirectory(home.queries())) {
      list(home).forEach(files::read);
    }
    return files;
  }

  private static List<Path> list(Home home) {
    try (Stream<Path> all = Files.list(home.queries())) {
      return all.filter(file -> name(file).endsWith(ENDING) && !name(file).startsWith(".")).toList();
    } catch (IOException failed) {
      throw Problem.badData("unreadable", "cannot list the folder (" + failed.getClass().getSimpleName() + ")",
          Place.of(home.show(home.queries())), "check its permissions").raise();
    }
  }

  /** A query that cannot be read is told when it is asked for: it stands in nobody's way. */
  private void read(Path file) {
    String name = name(file).substring(0, name(file).length() - ENDING.length());
    try {
      bytes.put(name, Files.readAllBytes(file));
    } catch (IOException failed) {
      unreadable.add(name);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** The names of all files, without their ending, sorted. */
  public SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>(bytes.keySet());
    names.addAll(unreadable);
    return names;
  }

  /** The text of a file; empty when it cannot be read or is not UTF-8. */
  public Optional<String> text(String name) {
    try {
      return bytes.containsKey(name)
          ? Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.get(name))).toString()) : Optional.empty();
    } catch (CharacterCodingException otherEncoding) {
      return Optional.empty();
    }
  }

  /** Whether a file is the same here and there, byte for byte. */
  public boolean same(String name, QueryFiles other) {
    return names().contains(name) && other.names().contains(name) && Arrays.equals(bytes.get(name), other.bytes.get(name));
  }

  /** Adds names, lengths and bytes, so that no two sets of files look alike. */
  void addTo(MessageDigest digest) {
    bytes.forEach((name, text) -> {
      digest.update(("\n" + name + ENDING + " " + text.length + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(text);
    });
    unreadable.forEach(name -> digest.update(("\n" + name + ENDING + " ?\n").getBytes(StandardCharsets.UTF_8)));
  }
}
