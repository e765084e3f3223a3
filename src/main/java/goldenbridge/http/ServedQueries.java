package goldenbridge.http;

import goldenbridge.check.CannedQueries;
import goldenbridge.fault.Nearest;
import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.CannedQuery;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The canned queries of each snapshot that is in use, parsed once for it from the text that it holds: an edit of a file shows
 * with the next snapshot, and requests under way keep the queries of theirs. Safe for any number of threads.
 */
final class ServedQueries {
  private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);

  private final Map<Snapshot, Parsed> bySnapshot = new WeakHashMap<>();
  private CannedQueries last = CannedQueries.NONE;

  /** The queries of one snapshot. */
  record Parsed(CannedQueries queries) {

    Collection<CannedQuery> all() {
      return queries.sound().values();
    }

    /** The query of that name, if it is there and sound. */
    Optional<CannedQuery> sound(String name) {
      return Optional.ofNullable(queries.sound().get(name));
    }

    /** @throws ProblemException with code {@code unknown-query} and near names, or what is wrong with the file */
    CannedQuery find(String name) {
      if (queries.broken().containsKey(name)) {
        throw new ProblemException(queries.broken().get(name).problems().stream().map(ServedQueries::inFile).toList());
      }
      CannedQuery query = queries.sound().get(name);
      if (query == null) {
        throw Problem.notFound("unknown-query", "there is no query \"" + name + "\"",
            Nearest.hint(name, queries.sound().keySet(), "/queries lists them all")).raise();
      }
      return query;
    }
  }

  synchronized Parsed of(Snapshot snapshot) {
    return bySnapshot.computeIfAbsent(snapshot, this::parse);
  }

  private Parsed parse(Snapshot snapshot) {
    last = CannedQueries.of(snapshot.queries(), last);
    last.broken().forEach((name, wrong) -> LOG.warn("query {} is not served: {}", name, wrong.getMessage()));
    return new Parsed(last);
  }

  /** It is the curator who has to mend it, not the caller. */
  private static Problem inFile(Problem problem) {
    return Problem.badData(problem.code(), "the file of this query is broken: " + problem.message(), problem.place(), problem.hint());
  }
}
