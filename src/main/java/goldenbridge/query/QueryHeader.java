package goldenbridge.query;

import goldenbridge.fault.Nearest;
import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The leading {@code #+ } lines of a canned query: one YAML mapping, after grlc's convention.
 *
 * @param summary the question that the query answers, in one line
 * @param parameters what the header says of each parameter, by public name
 * @param pageSize rows of a page, or empty for an answer in one piece
 * @param translations by language
 * @param cases named parameter sets with a golden answer of their own
 * @param ignored keys of grlc that mean nothing here, with their places
 */
public record QueryHeader(
    String summary,
    String description,
    List<String> tags,
    Map<String, Described> parameters,
    Optional<String> view,
    Optional<Integer> pageSize,
    Map<String, Translation> translations,
    Map<String, Map<String, String>> cases,
    Map<String, Place> ignored) {

  private static final Set<String> KEYS =
      Set.of("summary", "description", "tags", "params", "view", "pagination", "translations", "cases");
  private static final Set<String> GRLC_KEYS = Set.of("defaults", "enumerate", "method", "endpoint", "endpoint_in_url");
  private static final Set<String> PARAMETER_KEYS = Set.of("type", "description", "default", "enum", "enumQuery", "example");
  private static final Set<String> TRANSLATION_KEYS = Set.of("summary", "description", "params");

  /** What the header says of one parameter. */
  public record Described(Optional<String> type, String description, Optional<String> defaultValue, List<String> choices,
      Optional<String> choicesQuery, Optional<String> example, Place place) {}

  /** Summary, description and parameter descriptions in another language; a missing part is {@code ""}. */
  public record Translation(String summary, String description, Map<String, String> parameters) {}

  /** The summary in a language, else in English. */
  public String summary(String language) {
    return Optional.ofNullable(translations.get(language)).map(Translation::summary).filter(text -> !text.isEmpty()).orElse(summary);
  }

  /**
   * Reads the header of a query file.
   *
   * @param shown the file's name in messages
   * @throws ProblemException with every problem found, code {@code query-header}
   */
  static QueryHeader parse(String text, String shown) {
    return new Reader(HeaderYaml.parse(text, shown)).header();
  }

  private static final class Reader {
    private final HeaderYaml yaml;
    private final List<Problem> problems = new ArrayList<>();

    Reader(HeaderYaml yaml) {
      this.yaml = yaml;
    }

    QueryHeader header() {
      Map<String, Place> ignored = new LinkedHashMap<>();
      yaml.keys().forEach(key -> {
        if (GRLC_KEYS.contains(key)) {
          ignored.put(key, yaml.place(key));
        } else {
          known(key, KEYS, yaml.place(key), "query header");
        }
      });
      String summary = yaml.text("summary").orElse("");
      if (summary.isBlank()) {
        problem("the query header has no summary", yaml.place(), "add #+ summary: followed by the question, in one line");
      }
      QueryHeader header = new QueryHeader(summary, yaml.text("description").orElse(""), yaml.texts("tags"), parameters(),
          yaml.text("view"), yaml.text("pagination").flatMap(this::pageSize), translations(), cases(), ignored);
      problems.addAll(yaml.problems());
      if (!problems.isEmpty()) {
        throw new ProblemException(problems);
      }
      return header;
    }

    private Map<String, Described> parameters() {
      Map<String, Described> described = new LinkedHashMap<>();
      yaml.mapping("params").ifPresent(params -> params.keys().forEach(name -> {
        HeaderYaml one = params.mapping(name).orElseGet(() -> params.empty(name));
        one.keys().forEach(key -> known(key, PARAMETER_KEYS, one.place(key), "parameter " + name));
        one.text("type").filter(type -> Parameter.Type.named(type).isEmpty()).ifPresent(type ->
            problem("parameter " + name + ": type \"" + type + "\" is unknown", one.place("type"),
                Nearest.hint(type, types(), "choose one of " + String.join(", ", types()))));
        described.put(name, new Described(one.text("type"), one.text("description").orElse(""), one.text("default"),
            one.texts("enum"), one.text("enumQuery"), one.text("example"), params.place(name)));
      }));
      return described;
    }

    private Map<String, Translation> translations() {
      Map<String, Translation> translations = new LinkedHashMap<>();
      yaml.mapping("translations").ifPresent(all -> all.keys().forEach(language -> all.mapping(language).ifPresent(one -> {
        one.keys().forEach(key -> known(key, TRANSLATION_KEYS, one.place(key), "translation " + language));
        translations.put(language, new Translation(one.text("summary").orElse(""), one.text("description").orElse(""),
            one.mapping("params").map(HeaderYaml::textByKey).orElse(Map.of())));
      })));
      return translations;
    }

    private Map<String, Map<String, String>> cases() {
      Map<String, Map<String, String>> cases = new LinkedHashMap<>();
      yaml.mapping("cases").ifPresent(all -> all.keys().forEach(name ->
          cases.put(name, all.mapping(name).map(HeaderYaml::textByKey).orElse(Map.of()))));
      return cases;
    }

    private Optional<Integer> pageSize(String text) {
      if (text.matches("[1-9]\\d{0,3}")) {
        return Optional.of(Integer.valueOf(text));
      }
      problem("pagination \"" + text + "\" is not a number of rows", yaml.place("pagination"), "write a whole number from 1 to 9999");
      return Optional.empty();
    }

    private void known(String key, Set<String> keys, Place place, String where) {
      if (!keys.contains(key)) {
        problem(where + ": key \"" + key + "\" is unknown", place,
            Nearest.hint(key, keys, "known are " + String.join(", ", keys.stream().sorted().toList())));
      }
    }

    private void problem(String message, Place place, String hint) {
      problems.add(Problem.badData("query-header", message, place, hint));
    }

    private static List<String> types() {
      return java.util.Arrays.stream(Parameter.Type.values()).map(Parameter.Type::label).toList();
    }
  }
}
