package goldenbridge.http;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.CannedQuery;
import goldenbridge.query.Parameter;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
          templates.write("queries", Frame.of(call, language), Map.of("themes", themes(all, call.snapshot(), language), "count", all.size()), out);
          return Map.of();
        }
        : Reply.text(json(all, language, call.origin()));
    return Reply.of(choice.contentType(), language, content).with("Vary", Headers.BY_LANGUAGE);
  }

  /** The queries for a page: each under its first tag, the tags by their names. */
  static List<Map<String, Object>> themes(Collection<CannedQuery> all, Snapshot snapshot, String language) {
    Columns names = new Columns(snapshot, language);
    Map<String, List<Map<String, Object>>> byTag = new TreeMap<>();
    all.forEach(canned -> byTag.computeIfAbsent(firstTag(canned), tag -> new ArrayList<>()).add(entry(canned, snapshot, language)));
    return byTag.entrySet().stream()
        .map(entry -> Map.<String, Object>of("tag", entry.getKey(), "name", names.tag(entry.getKey()), "queries", entry.getValue()))
        .sorted(Comparator.comparing(theme -> theme.get("name").toString(), Collator.getInstance(Locale.forLanguageTag(language)))).toList();
  }

  private static String firstTag(CannedQuery canned) {
    return canned.header().tags().stream().findFirst().orElse("more");
  }

  /** One query as a list shows it. */
  static Map<String, Object> entry(CannedQuery canned, Snapshot snapshot, String language) {
    return Map.of("name", canned.name(), "summary", canned.summary(language), "description", canned.description(language),
        "tag", new Columns(snapshot, language).tag(firstTag(canned)), "theme", firstTag(canned), "view", canned.header().view().orElse("Table"),
        "forms", forms(canned).stream().limit(2).toList(),
        "ready", isReady(canned));
  }

  /** Whether it can be asked without any parameter. */
  static boolean isReady(CannedQuery canned) {
    return canned.parameters().stream().noneMatch(CatalogEndpoint::mustBeGiven);
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
