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
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;

/**
 * A question kept as a file, {@code queries/NAME.rq}: its text runs as it is in any SPARQL 1.1 tool.
 *
 * @param shown the file's name in messages
 * @param parameters in the order of the header, then of the text
 */
public record CannedQuery(String name, String shown, String text, QueryHeader header, Query query, List<Parameter> parameters) {

  /**
   * Reads a query file.
   *
   * @throws ProblemException with code {@code query-header} or {@code sparql-syntax}, line and column
   */
  public static CannedQuery parse(String name, String shown, String text) {
    return QueryFile.read(name, shown, text).parse();
  }

  static List<Parameter> parameters(QueryHeader header, QueryText text) {
    Map<String, Parameter> found = new LinkedHashMap<>();
    List<String> described = List.copyOf(header.parameters().keySet());
    text.variables().forEach(variable -> Parameter.of(variable, described).ifPresent(parameter -> found.putIfAbsent(parameter.name(), parameter)));
    List<Parameter> ordered = new ArrayList<>();
    header.parameters().forEach((name, told) -> {
      Parameter spelled = found.remove(name);
      if (spelled == null) {
        throw Problem.badData("query-header", "parameter " + name + " is described but no variable ?_" + name + " or ?__" + name + " is used",
            told.place(), Nearest.hint(name, found.keySet(), "use it or delete the description")).raise();
      }
      ordered.add(spelled.described(told.type().flatMap(Parameter.Type::named).orElse(spelled.type()), told.description(),
          told.defaultValue(), told.choices(), told.choicesQuery(), told.example()));
    });
    ordered.addAll(found.values());
    return List.copyOf(ordered);
  }

  public Optional<Parameter> parameter(String wanted) {
    return parameters.stream().filter(parameter -> parameter.name().equals(wanted)).findFirst();
  }

  /** The summary in a language, else in English. */
  public String summary(String language) {
    return header.summary(language);
  }

  /** The description in a language, else in English. */
  public String description(String language) {
    return Optional.ofNullable(header.translations().get(language)).map(QueryHeader.Translation::description)
        .filter(text -> !text.isEmpty()).orElse(header.description());
  }

  /**
   * The query with the values of a call in the place of its parameters; put in as terms of the syntax tree, never as text.
   *
   * @param arguments values by public name; an empty text counts as absent
   * @param entities finds an entity by IRI, prefixed name or label
   * @param choices what the parameters allow
   * @throws ProblemException with all problems of the call: {@code unknown-parameter}, {@code missing-parameter},
   *     {@code repeated-parameter}, {@code parameter-type}, {@code parameter-value}, {@code unknown-entity},
   *     {@code ambiguous-entity}
   */
  public Query bind(Map<String, List<String>> arguments, Function<String, Node> entities, Choices choices) {
    List<Problem> problems = new ArrayList<>();
    arguments.keySet().stream().filter(given -> parameter(given).isEmpty()).forEach(given -> problems.add(unknown(given).about(given)));
    Map<Parameter, List<Node>> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      try {
        List<Node> given = values(parameter, arguments.getOrDefault(parameter.name(), List.of()), entities);
        given.forEach(value -> choices.check(parameter, value));
        values.put(parameter, given);
      } catch (ProblemException wrong) {
        wrong.problems().forEach(problem -> problems.add(problem.about(parameter.name())));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return Substitution.apply(query, values);
  }

  private List<Node> values(Parameter parameter, List<String> given, Function<String, Node> entities) {
    List<String> texts = given.stream().filter(text -> !text.isBlank()).toList();
    if (texts.isEmpty()) {
      texts = parameter.defaultValue().stream().toList();
    }
    if (texts.isEmpty() && parameter.presence() == Parameter.Presence.REQUIRED) {
      throw Problem.badInput("missing-parameter", "query " + name + " needs parameter " + parameter.name()
          + (parameter.description().isEmpty() ? "" : " (" + parameter.description() + ")"),
          "add " + parameter.name() + "=" + parameter.example().orElse(parameter.type().label())).raise();
    }
    if (texts.size() > 1 && parameter.count() == Parameter.Count.ONE) {
      throw Problem.badInput("repeated-parameter", "parameter " + parameter.name() + " takes one value, " + texts.size() + " were given",
          "give one").raise();
    }
    return texts.stream().map(text -> parameter.parse(text, entities)).toList();
  }

  private Problem unknown(String given) {
    List<String> names = parameters.stream().map(Parameter::name).toList();
    return Problem.badInput("unknown-parameter", "query " + name + " has no parameter \"" + given + "\"",
        Nearest.hint(given, names, names.isEmpty() ? "it takes none" : "it takes " + String.join(", ", names)));
  }

  /** Where the file begins. */
  public Place place() {
    return new Place(shown, 1, 1);
  }
}
