package goldenbridge.fault;


/**
 * A position in a file; {@code line} and {@code column} count from 1, and 0 means unknown.
 *
 * @param file the path as the reader would type it, or {@code ""} when the trouble stands in no file
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
  public static final Place NONE = new Place("", 0, 0);

  public static Place of(String file) {
    return new Place(file, 0, 0);
  }

  public boolean isKnown() {
    return !file.isEmpty();
  }

  @Override
  public int compareTo(Place other) {
    // Plainly: comparators from Java's own makers are put together anew at every start, since no archive keeps them.
    if (!file.equals(other.file)) {
      return file.compareTo(other.file);
    }
    return line == other.line ? Integer.compare(column, other.column) : Integer.compare(line, other.line);
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
