package goldenbridge.check;

import goldenbridge.fault.Nearest;
import goldenbridge.fault.Place;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Home;
import goldenbridge.query.HeaderYaml;
import goldenbridge.query.QueryRunner;
import goldenbridge.query.QueryText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants;
import org.apache.jena.sparql.lang.sparql_11.Token;

/**
 * A rule, {@code ontology/rules/ID.rq}: a SELECT of which every row is a finding. It sees the names of graphs, which SHACL
 * cannot.
 *
 * @param query empty when the rule cannot be used
 * @param findings what is wrong with the file itself
 */
record RuleFile(String id, String shown, String text, RuleText told, String message, Optional<Query> query,
    List<Finding> findings) {
  /** What a rule may select: the resource, the property and value at fault, and the graph in which they stand. */
  static final List<String> COLUMNS = List.of("focus", "path", "value", "graph");

  private static final Set<String> KEYS = Set.of("summary", "description", "severity", "message");
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)\\}");

  /** All rules of a home, by name. */
  static List<RuleFile> readAll(Home home) {
    return Home.files(home.ontology().resolve("rules"), ".rq").stream().map(file -> read(home, file)).toList();
  }

  private static RuleFile read(Home home, Path file) {
    String shown = home.show(file);
    String id = file.getFileName().toString().replaceAll("\\.rq$", "");
    Reader reader = new Reader(shown);
    try {
      return reader.rule(id, Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      reader.findings.add(Finding.unreadable(unreadable, shown));
      return reader.unusable(id, "");
    }
  }

  private static final class Reader {
    private final String shown;
    private final List<Finding> findings = new ArrayList<>();

    Reader(String shown) {
      this.shown = shown;
    }

    RuleFile rule(String id, String text) {
      if (!ID.matcher(id).matches()) {
        add(BuiltIn.RULE_HEADER, "\"" + id + "\" cannot be the id of a rule", Place.of(shown),
            "use small letters, digits and hyphens");
      }
      Optional<HeaderYaml> header = header(text);
      Optional<Query> query = query(text);
      if (header.isEmpty()) {
        return unusable(id, text);
      }
      RuleText told = told(id, header.get());
      String message = header.get().text("message").orElse("");
      query.ifPresent(parsed -> columns(parsed, message, header.get(), text));
      return new RuleFile(id, shown, text, told, message, findings.isEmpty() ? query : Optional.empty(),
          List.copyOf(findings));
    }

    RuleFile unusable(String id, String text) {
      RuleText told = new RuleText(id, "rule", Severity.VIOLATION, "", "", Place.of(shown));
      return new RuleFile(id, shown, text, told, "", Optional.empty(), List.copyOf(findings));
    }

    void add(BuiltIn rule, String message, Place place, String hint) {
      findings.add(Finding.of(rule, message, place, hint));
    }

    private Optional<HeaderYaml> header(String text) {
      try {
        return Optional.of(HeaderYaml.parse(text, shown));
      } catch (ProblemException broken) {
        broken.problems().forEach(problem -> findings.add(Finding.of(problem).as(BuiltIn.RULE_HEADER)));
        return Optional.empty();
      }
    }

    private Optional<Query> query(String text) {
      try {
        return Optional.of(QueryRunner.parse(text, shown));
      } catch (ProblemException broken) {
        broken.problems().forEach(problem -> findings.add(Finding.of(problem)));
        return Optional.empty();
      }
    }

    private RuleText told(String id, HeaderYaml header) {
      String known = "known are " + String.join(", ", KEYS.stream().sorted().toList());
      header.keys().stream().filter(key -> !KEYS.contains(key)).forEach(key -> add(BuiltIn.RULE_HEADER,
          "rule header: key \"" + key + "\" is unknown", header.place(key), Nearest.hint(key, KEYS, known)));
      KEYS.stream().sorted().filter(key -> header.text(key).orElse("").isEmpty()).forEach(key ->
          add(BuiltIn.RULE_HEADER, "the rule header has no " + key, header.place(key), "add #+ " + key + ":"));
      header.problems().forEach(problem -> findings.add(Finding.of(problem).as(BuiltIn.RULE_HEADER)));
      return new RuleText(id, "rule", severity(header), header.text("summary").orElse(""),
          header.text("description").orElse(""), new Place(shown, 1, 1));
    }

    private Severity severity(HeaderYaml header) {
      String name = header.text("severity").orElse("violation");
      return Severity.find(name).orElseGet(() -> {
        add(BuiltIn.RULE_HEADER, "severity \"" + name + "\" is unknown", header.place("severity"),
            Nearest.hint(name, Severity.labels(), "choose one of " + String.join(", ", Severity.labels())));
        return Severity.VIOLATION;
      });
    }

    private void columns(Query query, String message, HeaderYaml header, String text) {
      Place select = select(text);
      if (!query.isSelectType()) {
        add(BuiltIn.RULE_COLUMNS, "a rule must be a SELECT", select,
            "select ?focus, and ?path, ?value, ?graph where known");
        return;
      }
      List<String> columns = query.getResultVars();
      if (!columns.contains("focus")) {
        add(BuiltIn.RULE_COLUMNS, "the rule does not select ?focus", select, "select the resource at fault as ?focus");
      }
      columns.stream().filter(column -> !COLUMNS.contains(column)).forEach(column ->
          add(BuiltIn.RULE_COLUMNS, "the column ?" + column + " is none of a finding's", select,
              Nearest.hint(column, COLUMNS, "the columns are ?" + String.join(", ?", COLUMNS))));
      Matcher names = PLACEHOLDER.matcher(message);
      while (names.find()) {
        if (!columns.contains(names.group(1))) {
          add(BuiltIn.RULE_COLUMNS, "the message names {" + names.group(1) + "}, which is no column of the rule",
              header.place("message"),
              Nearest.hint(names.group(1), columns, "select it, or take it out of the message"));
        }
      }
    }

    private Place select(String text) {
      return QueryText.of(text).tokens().stream().filter(token -> token.kind == SPARQLParser11Constants.SELECT).findFirst()
          .map(this::place).orElse(Place.of(shown));
    }

    private Place place(Token token) {
      return new Place(shown, token.beginLine, token.beginColumn);
    }
  }
}
