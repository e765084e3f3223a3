package goldenbridge.repository;

import goldenbridge.graph.Home;
import goldenbridge.graph.Snapshot;
import goldenbridge.graph.SnapshotLoader;
import goldenbridge.query.CannedQuery;
import goldenbridge.query.Choices;
import goldenbridge.query.Parameter;
import goldenbridge.query.QueryCatalog;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.query.Query;

/** The real canned queries with every parameter set that has a golden answer. */
final class Catalogue {
  static final Home HOME = Home.of(Path.of(""));
  static final Snapshot SNAPSHOT = SnapshotLoader.load(HOME);

  private Catalogue() {}

  /** One run of a query; the golden answer is {@code queries/test/<name>.csv}. */
  record Case(CannedQuery query, String name, Map<String, List<String>> arguments) {
    Query bound() {
      return query.bind(arguments, SNAPSHOT.entities()::resolve, new Choices(SNAPSHOT.dataset(), SNAPSHOT.prefixes()));
    }

    Path golden() {
      return HOME.queries().resolve("test").resolve(name + ".csv");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return QueryCatalog.of(HOME.queries()).all().stream().flatMap(Catalogue::cases);
  }

  private static Stream<Case> cases(CannedQuery query) {
    boolean callable = query.parameters().stream()
        .allMatch(parameter -> parameter.presence() == Parameter.Presence.OPTIONAL || parameter.defaultValue().isPresent());
    Stream<Case> plain = callable ? Stream.of(new Case(query, query.name(), Map.of())) : Stream.empty();
    return Stream.concat(plain, query.header().cases().entrySet().stream().map(one -> {
      Map<String, List<String>> arguments = new LinkedHashMap<>();
      one.getValue().forEach((name, value) -> arguments.put(name, List.of(value)));
      return new Case(query, query.name() + "." + one.getKey(), arguments);
    }));
  }
}
