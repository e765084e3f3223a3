package goldenbridge.query;

import goldenbridge.fault.Nearest;
import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The canned queries of a folder. A file is read when it is asked for, so that a broken one stands in nobody's way. */
public final class QueryCatalog {
  private static final String ENDING = ".rq";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

  private final Map<String, Path> files;

  private QueryCatalog(Map<String, Path> files) {
    this.files = files;
  }

  /** The {@code .rq} files directly in a folder. */
  public static QueryCatalog of(Path folder) {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.filter(file -> file.getFileName().toString().endsWith(ENDING) && !file.getFileName().toString().startsWith("."))
          .forEach(file -> files.put(file.getFileName().toString().replaceAll("\\.rq$", ""), file));
    } catch (IOException unreadable) {
      throw Problem.badData("unreadable", "cannot list the folder (" + unreadable.getClass().getSimpleName() + ")",
          Place.of(folder.toString()), "check that it exists and its permissions").raise();
    }
    return new QueryCatalog(files);
  }

  /** All names, sorted. */
  public List<String> names() {
    return List.copyOf(files.keySet());
  }

  /**
   * The query of that name.
   *
   * @throws ProblemException with code {@code unknown-query} and near names, or what {@link CannedQuery#parse} finds
   */
  public CannedQuery find(String name) {
    return open(name).parse();
  }

  /**
   * The file of the query of that name.
   *
   * @throws ProblemException with code {@code unknown-query} and near names, or what is wrong with its header
   */
  public QueryFile open(String name) {
    Path file = files.get(name);
    if (file == null) {
      throw Problem.notFound("unknown-query", "there is no query \"" + name + "\"",
          Nearest.hint(name, files.keySet(), "the command queries lists them all")).raise();
    }
    return read(name, file, QueryFile::read);
  }

  /** All queries, sorted by name; raises the problems of all broken files together. */
  public List<CannedQuery> all() {
    return each(CannedQuery::parse);
  }

  /** What the headers of all queries tell, sorted by name; the queries themselves are not parsed. Raises as {@link #all} does. */
  public List<DescribedQuery> described() {
    return each(DescribedQuery::parse);
  }

  /** Reads every file, several at a time. */
  private <T> List<T> each(Reader<T> reader) {
    List<Tried<T>> tried = files.entrySet().parallelStream().map(file -> Tried.of(file.getKey(), file.getValue(), reader)).toList();
    List<Problem> problems = tried.stream().flatMap(one -> one.problems.stream()).toList();
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return tried.stream().map(Tried::query).toList();
  }

  private record Tried<T>(T query, List<Problem> problems) {
    static <T> Tried<T> of(String name, Path file, Reader<T> reader) {
      try {
        return new Tried<>(read(name, file, reader), List.of());
      } catch (ProblemException broken) {
        return new Tried<>(null, broken.problems());
      }
    }
  }

  /** Makes something of a file's name, its name in messages and its text. */
  private interface Reader<T> {
    T read(String name, String shown, String text);
  }

  private static <T> T read(String name, Path file, Reader<T> reader) {
    String shown = show(file);
    if (!NAME.matcher(name).matches()) {
      throw Problem.badData("query-name", "\"" + name + "\" cannot be the name of a query", Place.of(shown),
          "use small letters, digits and hyphens").raise();
    }
    try {
      return reader.read(name, shown, Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw Problem.badData("unreadable", "cannot read the file (" + unreadable.getClass().getSimpleName() + ")",
          Place.of(shown), "check its permissions and that it is UTF-8").raise();
    }
  }

  private static String show(Path file) {
    return file.getParent().getFileName() + "/" + file.getFileName();
  }
}
