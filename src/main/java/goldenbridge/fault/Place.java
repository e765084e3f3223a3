package goldenbridge.fault;

import java.util.Comparator;

/**
 * A position in a file; {@code line} and {@code column} count from 1, and 0 means unknown.
 *
 * @param file the path as the reader would type it, or {@code ""} when the trouble stands in no file
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
  public static final Place NONE = new Place("", 0, 0);

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column);

  public static Place of(String file) {
    return new Place(file, 0, 0);
  }

  public boolean isKnown() {
    return !file.isEmpty();
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** {@code file}, {@code file:line} or {@code file:line:column}, as far as known. */
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
