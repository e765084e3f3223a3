package goldenbridge.about;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import goldenbridge.query.Choices;
import goldenbridge.query.Parameter;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;

/** A parameter of a canned query as a <a href="https://spec.openapis.org/oas/v3.1.0#parameter-object">parameter object</a>. */
final class ParameterSchema {
  private final Choices choices;
  private final Function<Node, String> label;

  /** @param label names an IRI for people */
  ParameterSchema(Choices choices, Function<Node, String> label) {
    this.choices = choices;
    this.label = label;
  }

  JsonObject of(Parameter parameter, String description) {
    JsonObject one = new JsonObject();
    one.addProperty("name", parameter.name());
    one.addProperty("in", "query");
    one.addProperty("description", description);
    one.addProperty("required", mustBeGiven(parameter));
    JsonObject value = value(parameter);
    if (parameter.count() == Parameter.Count.MANY) {
      JsonObject several = new JsonObject();
      several.addProperty("type", "array");
      several.add("items", value);
      one.add("schema", several);
      one.addProperty("explode", true);
      example(parameter).ifPresent(example -> {
        JsonArray list = new JsonArray();
        list.add(example);
        one.add("example", list);
      });
    } else {
      parameter.defaultValue().ifPresent(text -> value.add("default", json(parameter, text)));
      one.add("schema", value);
      example(parameter).ifPresent(example -> one.add("example", example));
    }
    return one;
  }

  static boolean mustBeGiven(Parameter parameter) {
    return parameter.presence() == Parameter.Presence.REQUIRED && parameter.defaultValue().isEmpty();
  }

  private JsonObject value(Parameter parameter) {
    JsonObject schema = new JsonObject();
    switch (parameter.type()) {
      case INTEGER, YEAR -> schema.addProperty("type", "integer");
      case DECIMAL -> schema.addProperty("type", "number");
      case BOOLEAN -> schema.addProperty("type", "boolean");
      case DATE -> {
        schema.addProperty("type", "string");
        schema.addProperty("format", "date");
      }
      case STRING, ENTITY, IRI, ENUM, LANGUAGE, DATATYPE -> schema.addProperty("type", "string");
    }
    JsonArray allowed = new JsonArray();
    choices.of(parameter).forEach(node -> allowed.add(choice(parameter, node)));
    if (!allowed.isEmpty()) {
      boolean byName = parameter.type() == Parameter.Type.ENTITY;
      if (byName) {
        allowed.add(schema.deepCopy()); // the same entity may be told by another of its names
      }
      schema.add(byName ? "anyOf" : "oneOf", allowed);
    }
    return schema;
  }

  private JsonObject choice(Parameter parameter, Node node) {
    JsonObject one = new JsonObject();
    if (node.isURI()) {
      one.addProperty("const", node.getURI());
      one.addProperty("title", label.apply(node));
    } else {
      one.add("const", json(parameter, node.getLiteralLexicalForm()));
    }
    return one;
  }

  private static Optional<JsonElement> example(Parameter parameter) {
    return parameter.example().or(parameter::defaultValue).map(text -> json(parameter, text));
  }

  private static JsonElement json(Parameter parameter, String text) {
    return switch (parameter.type()) {
      case INTEGER, YEAR, DECIMAL -> text.matches("-?\\d{1,18}") ? new JsonPrimitive(Long.valueOf(text))
          : text.matches("-?\\d+\\.\\d+") ? new JsonPrimitive(new java.math.BigDecimal(text)) : new JsonPrimitive(text);
      case BOOLEAN -> new JsonPrimitive(text.equals("true") || text.equals("1"));
      case STRING, ENTITY, IRI, DATE, ENUM, LANGUAGE, DATATYPE -> new JsonPrimitive(text);
    };
  }
}
