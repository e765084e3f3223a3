package goldenbridge.check;

import goldenbridge.fault.Place;
import goldenbridge.query.CannedQuery;
import goldenbridge.query.HeaderYaml;
import goldenbridge.query.QueryText;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.lang.sparql_11.Token;

/** A canned query that parses, with its words and its header, which know where they stand. */
record LintedQuery(CannedQuery query, QueryText text, HeaderYaml header, Patterns patterns) {

  static LintedQuery of(CannedQuery query) {
    return new LintedQuery(query, QueryText.of(query.text()), HeaderYaml.parse(query.text(), query.shown()),
        Patterns.of(query.query()));
  }

  List<Token> tokens() {
    return text.tokens();
  }

  Place place(Token token) {
    return new Place(query.shown(), token.beginLine, token.beginColumn);
  }

  /** The first word that fits, else the beginning of the file. */
  Place first(Predicate<Token> wanted) {
    return tokens().stream().filter(wanted).findFirst().map(this::place).orElse(query.place());
  }

  /** Where the variable stands first. */
  Place place(Var variable) {
    return place(text.firstUse(variable));
  }

  /** Where a key stands, the last of the names given being inside the others. */
  Place headerPlace(String... path) {
    HeaderYaml inside = header;
    for (int depth = 0; depth < path.length - 1; depth++) {
      Optional<HeaderYaml> next = inside.mapping(path[depth]);
      if (next.isEmpty()) {
        return inside.place(path[depth]);
      }
      inside = next.get();
    }
    return inside.place(path[path.length - 1]);
  }
}
