package goldenbridge.about;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import goldenbridge.query.CannedQuery;
import goldenbridge.query.QueryHeader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A canned query as an <a href="https://spec.openapis.org/oas/v3.1.0#operation-object">operation</a>. */
final class QueryOperation {
  private static final List<String> COMMON = List.of("format", "lang", "evidence", "timeout");
  private static final List<String> OF_ROWS = List.of("page", "page_size", "bom");
  private static final List<String> ERRORS = List.of("400", "404", "406", "422", "503");

  private final ParameterSchema schemas;
  private final String language;
  private final String origin;

  QueryOperation(ParameterSchema schemas, String language, String origin) {
    this.schemas = schemas;
    this.language = language;
    this.origin = origin;
  }

  JsonObject of(CannedQuery canned, List<Form> forms) {
    Optional<QueryHeader.Translation> translation = Optional.ofNullable(canned.header().translations().get(language));
    JsonObject operation = new JsonObject();
    operation.addProperty("operationId", canned.name());
    operation.addProperty("summary", canned.summary(language));
    operation.addProperty("description", translation.map(QueryHeader.Translation::description).filter(text -> !text.isEmpty())
        .orElse(canned.header().description()));
    operation.add("tags", texts(canned.header().tags()));
    JsonArray parameters = new JsonArray();
    canned.parameters().forEach(parameter -> parameters.add(schemas.of(parameter, translation.map(QueryHeader.Translation::parameters)
        .map(words -> words.get(parameter.name())).filter(text -> !text.isEmpty()).orElse(parameter.description()))));
    COMMON.forEach(name -> parameters.add(reference("parameters", name)));
    if (canned.query().isSelectType()) {
      OF_ROWS.forEach(name -> parameters.add(reference("parameters", name)));
    }
    operation.add("parameters", parameters);
    operation.add("responses", responses(canned, forms));
    operation.add("x-codeSamples", samples(canned));
    return operation;
  }

  private static JsonObject responses(CannedQuery canned, List<Form> forms) {
    JsonObject content = new JsonObject();
    forms.forEach(form -> content.add(form.mediaType(), body(canned, form)));
    JsonObject headers = new JsonObject();
    List.of("ETag", "Dataset-Version", "Link").forEach(name -> headers.add(name, reference("headers", name)));
    JsonObject answer = new JsonObject();
    answer.addProperty("description", "The answer, whole or as the page that was asked for.");
    answer.add("headers", headers);
    answer.add("content", content);
    JsonObject responses = new JsonObject();
    responses.add("200", answer);
    responses.add("304", reference("responses", "304"));
    ERRORS.forEach(status -> responses.add(status, reference("responses", status)));
    return responses;
  }

  private static JsonObject body(CannedQuery canned, Form form) {
    JsonObject body = new JsonObject();
    if (!form.name().equals("json")) {
      return body;
    }
    if (!canned.query().isSelectType()) {
      body.add("schema", reference("schemas", "Verdict"));
      return body;
    }
    JsonObject columns = new JsonObject();
    canned.query().getResultVars().forEach(column -> columns.add(column, reference("schemas", "Value")));
    JsonObject row = new JsonObject();
    row.addProperty("type", "object");
    row.add("properties", columns);
    JsonObject rows = new JsonObject();
    rows.addProperty("type", "array");
    rows.add("items", row);
    JsonObject properties = new JsonObject();
    properties.add("rows", rows);
    JsonObject more = new JsonObject();
    more.add("properties", properties);
    JsonArray both = new JsonArray();
    both.add(reference("schemas", "Rows"));
    both.add(more);
    JsonObject schema = new JsonObject();
    schema.add("allOf", both);
    body.add("schema", schema);
    return body;
  }

  private JsonArray samples(CannedQuery canned) {
    JsonArray samples = new JsonArray();
    QueryOperation.samples(canned, arguments(canned), origin).forEach(sample -> {
      JsonObject one = new JsonObject();
      one.addProperty("lang", sample.lang());
      one.addProperty("label", sample.label());
      one.addProperty("source", sample.source());
      samples.add(one);
    });
    return samples;
  }

  static List<CodeSample> samples(CannedQuery canned, Map<String, List<String>> arguments, String origin) {
    return CodeSamples.of(origin + "/queries/" + canned.name(),
        canned.query().isSelectType() ? CodeSamples.Table.YES : CodeSamples.Table.NO, arguments);
  }

  /** The example of each parameter without which there is no answer. */
  static Map<String, List<String>> arguments(CannedQuery canned) {
    Map<String, List<String>> arguments = new LinkedHashMap<>();
    canned.parameters().stream().filter(ParameterSchema::mustBeGiven)
        .forEach(parameter -> parameter.example().ifPresent(example -> arguments.put(parameter.name(), List.of(example))));
    return arguments;
  }

  private static JsonObject reference(String kind, String name) {
    JsonObject reference = new JsonObject();
    reference.addProperty("$ref", "#/components/" + kind + "/" + name);
    return reference;
  }

  private static JsonArray texts(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
