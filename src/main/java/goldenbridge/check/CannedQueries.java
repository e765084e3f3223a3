package goldenbridge.check;

import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.QueryFiles;
import goldenbridge.query.CannedQuery;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/**
 * The canned queries of a snapshot, parsed from the text that it read.
 *
 * @param sound by name
 * @param broken what is wrong with the others, by name
 */
public record CannedQueries(Map<String, CannedQuery> sound, Map<String, ProblemException> broken) {
  public static final CannedQueries NONE = new CannedQueries(Map.of(), Map.of());

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

  /**
   * Parses what can be parsed.
   *
   * @param before queries parsed earlier; those whose text is still the same are taken over
   */
  public static CannedQueries of(QueryFiles files, CannedQueries before) {
    Map<String, CannedQuery> sound = new ConcurrentSkipListMap<>();
    Map<String, ProblemException> broken = new ConcurrentSkipListMap<>();
    files.names().parallelStream().forEach(name -> {
      Optional<CannedQuery> known = Optional.ofNullable(before.sound.get(name))
          .filter(query -> files.text(name).filter(query.text()::equals).isPresent());
      try {
        sound.put(name, known.orElseGet(() -> parse(name, files)));
      } catch (ProblemException wrong) {
        broken.put(name, wrong);
      }
    });
    return new CannedQueries(sound, broken);
  }

  /**
   * Parses one of the files.
   *
   * @throws ProblemException with code {@code query-name} or {@code unreadable}, or what {@link CannedQuery#parse} finds
   */
  static CannedQuery parse(String name, QueryFiles files) {
    String shown = "queries/" + name + ".rq";
    if (!NAME.matcher(name).matches()) {
      throw Problem.badData("query-name", "\"" + name + "\" cannot be the name of a query", Place.of(shown),
          "use small letters, digits and hyphens").raise();
    }
    return CannedQuery.parse(name, shown, files.text(name).orElseThrow(() -> Problem.badData("unreadable", "cannot read the file",
        Place.of(shown), "check its permissions and that it is UTF-8").raise()));
  }
}
