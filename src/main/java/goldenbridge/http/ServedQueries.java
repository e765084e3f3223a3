package goldenbridge.http;

import goldenbridge.fault.Nearest;
import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.CannedQuery;
import goldenbridge.query.QueryCatalog;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The canned queries of a snapshot, parsed once for it: an edit of a file shows with the next snapshot. Safe for any number of threads. */
final class ServedQueries {
  private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);

  private volatile Parsed last;

  /**
   * The queries of one snapshot.
   *
   * @param sound by name
   * @param broken what is wrong with the others, by name
   */
  record Parsed(Snapshot snapshot, Map<String, CannedQuery> sound, Map<String, ProblemException> broken) {

    Collection<CannedQuery> all() {
      return sound.values();
    }

    /** @throws ProblemException with code {@code unknown-query} and near names, or what is wrong with the file */
    CannedQuery find(String name) {
      if (broken.containsKey(name)) {
        throw broken.get(name);
      }
      CannedQuery query = sound.get(name);
      if (query == null) {
        throw Problem.notFound("unknown-query", "there is no query \"" + name + "\"",
            Nearest.hint(name, sound.keySet(), "/queries lists them all")).raise();
      }
      return query;
    }
  }

  Parsed of(Snapshot snapshot) {
    Parsed known = last;
    if (known == null || known.snapshot != snapshot) {
      known = parse(snapshot);
      last = known;
    }
    return known;
  }

  private static Parsed parse(Snapshot snapshot) {
    QueryCatalog catalog = QueryCatalog.of(snapshot.home().queries());
    Map<String, CannedQuery> sound = new TreeMap<>();
    Map<String, ProblemException> broken = new TreeMap<>();
    catalog.names().forEach(name -> {
      try {
        sound.put(name, catalog.find(name));
      } catch (ProblemException wrong) {
        LOG.warn("query {} is not served: {}", name, wrong.getMessage());
        broken.put(name, new ProblemException(wrong.problems().stream().map(ServedQueries::inFile).toList()));
      }
    });
    return new Parsed(snapshot, sound, broken);
  }

  /** It is the curator who has to mend it, not the caller. */
  private static Problem inFile(Problem problem) {
    return Problem.badData(problem.code(), "the file of this query is broken: " + problem.message(), problem.place(), problem.hint());
  }
}
