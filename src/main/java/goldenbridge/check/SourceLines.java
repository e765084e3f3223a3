package goldenbridge.check;

import goldenbridge.fault.Place;
import goldenbridge.graph.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of the files that findings point at; each file is read once. */
final class SourceLines {
  private final Home home;
  private final Map<String, List<String>> byFile = new HashMap<>();

  SourceLines(Home home) {
    this.home = home;
  }

  /** The line of a place; empty when the place has none or the file cannot be read. */
  Optional<String> line(Place place) {
    if (place.line() == 0) {
      return Optional.empty();
    }
    List<String> lines = byFile.computeIfAbsent(place.file(), this::read);
    return place.line() <= lines.size() ? Optional.of(lines.get(place.line() - 1)) : Optional.empty();
  }

  private List<String> read(String file) {
    try {
      // Not strictly: a line with a wrong byte in it is shown as well as it goes.
      return new String(Files.readAllBytes(home.root().resolve(file)), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
