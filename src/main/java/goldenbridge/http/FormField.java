package goldenbridge.http;

import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.Parameter;
import goldenbridge.query.QueryHeader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** A parameter as a field of a form, with its value in this call and, where they are known, the values to choose from. */
final class FormField {
  private FormField() {}

  /** What the template needs; a query for the choices runs here. */
  static Map<String, Object> of(Parameter parameter, Ask ask) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", parameter.name());
    field.put("head", new Columns(ask.call().snapshot(), ask.language()).head(parameter.name()));
    field.put("description", description(parameter, ask));
    field.put("type", parameter.type().label());
    field.put("required", parameter.presence() == Parameter.Presence.REQUIRED);
    field.put("many", parameter.count() == Parameter.Count.MANY);
    field.put("example", example(parameter, ask));
    List<Map<String, String>> choices = choices(parameter, ask);
    List<String> given = ask.call().query().all(parameter.name()).stream().filter(value -> !value.isBlank()).toList();
    field.put("values", !given.isEmpty() ? given : parameter.defaultValue().map(usual -> usual(usual, parameter, ask, choices)).stream().toList());
    field.put("choices", choices);
    return field;
  }

  /** What is asked where nothing is given, so that nobody wonders what the answer is about. */
  private static String usual(String text, Parameter parameter, Ask ask, List<Map<String, String>> choices) {
    if (parameter.type() != Parameter.Type.ENTITY) {
      return text;
    }
    Snapshot snapshot = ask.call().snapshot();
    return snapshot.prefixes().expand(text).map(iri -> choices.isEmpty() && isCalled(iri, snapshot.labels().of(iri, ask.language()), snapshot)
        ? snapshot.labels().of(iri, ask.language()) : iri.getURI()).orElse(text);
  }

  /** Whether a name means this and nothing else. */
  private static boolean isCalled(Node iri, String name, Snapshot snapshot) {
    try {
      return snapshot.entities().resolve(name).equals(iri);
    } catch (ProblemException severalOrNone) {
      return false;
    }
  }

  /** Names are easier to read than IRIs, and a field understands them. */
  private static String example(Parameter parameter, Ask ask) {
    String example = parameter.example().or(parameter::defaultValue).orElse("");
    return parameter.type() == Parameter.Type.ENTITY
        ? ask.call().snapshot().prefixes().expand(example).flatMap(iri -> ask.call().snapshot().labels().known(iri, ask.language())).orElse(example)
        : example;
  }

  private static String description(Parameter parameter, Ask ask) {
    return Optional.ofNullable(ask.canned().header().translations().get(ask.language()))
        .map(QueryHeader.Translation::parameters).map(words -> words.get(parameter.name())).filter(text -> !text.isEmpty())
        .orElse(parameter.description());
  }

  private static List<Map<String, String>> choices(Parameter parameter, Ask ask) {
    return Ask.choices(ask.call().snapshot()).of(parameter).stream().map(node -> choice(node, ask)).toList();
  }

  private static Map<String, String> choice(Node node, Ask ask) {
    return node.isURI()
        ? Map.of("value", node.getURI(), "label", ask.call().snapshot().labels().of(node, ask.language()))
        : Map.of("value", node.getLiteralLexicalForm(), "label", node.getLiteralLexicalForm());
  }
}
