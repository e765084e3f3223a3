package goldenbridge.http;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import goldenbridge.query.CannedQuery;
import goldenbridge.query.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code /queries}: all canned queries with their parameters. */
final class CatalogEndpoint implements Endpoint {
  private static final List<Offer> OFFERS = List.of(Offer.OWN_JSON, Offer.HTML);

  private final ServedQueries queries;
  private final Templates templates;

  CatalogEndpoint(ServedQueries queries, Templates templates) {
    this.queries = queries;
    this.templates = templates;
  }

  @Override
  public Reply answer(Call call) {
    Offer.Choice choice = Conneg.choose(OFFERS, call.format("/queries"), call.header("Accept"));
    String language = Conneg.language(call, call.snapshot().description().languages());
    Collection<CannedQuery> all = queries.of(call.snapshot()).all();
    Reply.Content content = choice.isHtml()
        ? out -> {
          templates.write("queries", call.root(), Map.of("language", language, "title", call.snapshot().description().title(language),
              "tags", byTag(all, language)), out);
          return Map.of();
        }
        : Reply.text(json(all, language, call.origin()));
    return Reply.of(choice.contentType(), language, content).with("Vary", "Accept, Accept-Language");
  }

  /** The queries for a page: each under its first tag. */
  static List<Map<String, Object>> byTag(Collection<CannedQuery> all, String language) {
    Map<String, List<Map<String, Object>>> byTag = new TreeMap<>();
    all.forEach(canned -> byTag.computeIfAbsent(canned.header().tags().stream().findFirst().orElse("more"), tag -> new ArrayList<>())
        .add(Map.of("name", canned.name(), "summary", canned.summary(language),
            "forms", forms(canned).stream().limit(2).toList(),
            "ready", canned.parameters().stream().noneMatch(CatalogEndpoint::mustBeGiven))));
    return byTag.entrySet().stream().map(entry -> Map.of("tag", entry.getKey(), "queries", entry.getValue())).toList();
  }

  private static List<String> forms(CannedQuery canned) {
    return QueryEndpoint.data(canned.query(), Ask.Evidence.LEFT_OUT).stream().map(offer -> offer.names().get(0)).toList();
  }

  private static boolean mustBeGiven(Parameter parameter) {
    return parameter.presence() == Parameter.Presence.REQUIRED && parameter.defaultValue().isEmpty();
  }

  private static String json(Collection<CannedQuery> all, String language, String origin) {
    JsonArray list = new JsonArray();
    all.forEach(canned -> {
      JsonObject one = new JsonObject();
      one.addProperty("name", canned.name());
      one.addProperty("href", origin + QueryEndpoint.PATH + canned.name());
      one.addProperty("summary", canned.summary(language));
      one.addProperty("description", canned.header().description());
      one.add("tags", texts(canned.header().tags()));
      JsonArray parameters = new JsonArray();
      canned.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
      one.add("params", parameters);
      one.add("formats", texts(forms(canned)));
      list.add(one);
    });
    JsonObject body = new JsonObject();
    body.add("queries", list);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(body) + "\n";
  }

  private static JsonObject parameter(Parameter parameter) {
    JsonObject one = new JsonObject();
    one.addProperty("name", parameter.name());
    one.addProperty("type", parameter.type().label());
    one.addProperty("required", mustBeGiven(parameter));
    one.addProperty("several", parameter.count() == Parameter.Count.MANY);
    one.addProperty("description", parameter.description());
    parameter.defaultValue().ifPresent(value -> one.addProperty("default", value));
    parameter.example().ifPresent(value -> one.addProperty("example", value));
    if (!parameter.choices().isEmpty()) {
      one.add("enum", texts(parameter.choices()));
    }
    return one;
  }

  private static JsonArray texts(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
