package goldenbridge.http;

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
    field.put("values", ask.call().query().all(parameter.name()).stream().filter(value -> !value.isBlank()).toList());
    field.put("choices", choices(parameter, ask));
    return field;
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
