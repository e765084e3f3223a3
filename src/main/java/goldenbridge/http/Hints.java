package goldenbridge.http;

import goldenbridge.fault.Problem;
import goldenbridge.graph.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/** The next step after a problem, with links to the things and questions that it names. */
final class Hints {
  private static final Pattern NAME = Pattern.compile("<[^<>\\s]+>|[A-Za-z][\\w-]*(?::[^\\s,()?]+)?");

  private final Snapshot snapshot;
  private final EntityLink link;
  private final String root;

  Hints(Snapshot snapshot, String root) {
    this.snapshot = snapshot;
    this.link = new EntityLink(snapshot.description().base(), root);
    this.root = root;
  }

  /** A problem as pages show it. */
  Map<String, Object> shown(Problem problem) {
    return Map.of("message", problem.message(), "code", problem.code(), "hint", of(problem), "parameter", problem.parameter(),
        "line", problem.place().line(), "column", problem.place().column());
  }

  /** Pieces of text in order, some with an address. */
  List<Map<String, String>> of(Problem problem) {
    List<Map<String, String>> pieces = new ArrayList<>();
    Matcher name = NAME.matcher(problem.hint());
    int from = 0;
    while (name.find()) {
      Optional<String> to = address(name.group(), problem.code());
      if (to.isPresent()) {
        pieces.add(Map.of("text", problem.hint().substring(from, name.start())));
        pieces.add(Map.of("text", name.group(), "href", to.get()));
        from = name.end();
      }
    }
    pieces.add(Map.of("text", problem.hint().substring(from)));
    return pieces;
  }

  private Optional<String> address(String name, String code) {
    if (code.equals("unknown-query")) {
      return snapshot.queries().names().contains(name) ? Optional.of(root + "queries/" + name) : Optional.empty();
    }
    Optional<String> iri = name.startsWith("<") ? Optional.of(name.substring(1, name.length() - 1))
        : snapshot.prefixes().expand(name).map(Node::getURI);
    return iri.filter(known -> known.startsWith(snapshot.description().base())).map(link::to);
  }
}
