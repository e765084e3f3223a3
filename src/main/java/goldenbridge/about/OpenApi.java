package goldenbridge.about;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.CannedQuery;
import goldenbridge.query.Choices;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;

/**
 * The service as an <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI 3.1</a> document: an operation for each canned query,
 * beside the routes that every graph has.
 */
public final class OpenApi {
  private static final String FRAME = "openapi/frame.json";

  private OpenApi() {}

  /**
   * The document.
   *
   * @param forms in which the answer to a query can be had
   * @param language of summaries and descriptions, as far as they are translated
   * @param origin the public address of the service without a last slash
   */
  public static JsonObject of(Snapshot snapshot, Collection<CannedQuery> queries, Choices choices,
      Function<CannedQuery, List<Form>> forms, String language, String origin) {
    JsonObject document = frame();
    document.add("info", info(snapshot, language));
    JsonObject server = new JsonObject();
    server.addProperty("url", origin);
    JsonArray servers = new JsonArray();
    servers.add(server);
    document.add("servers", servers);
    QueryOperation operation = new QueryOperation(
        new ParameterSchema(choices, iri -> snapshot.labels().of(iri, language)), language, origin);
    TreeSet<String> tags = new TreeSet<>();
    queries.forEach(canned -> {
      JsonObject path = new JsonObject();
      path.add("get", operation.of(canned, forms.apply(canned)));
      document.getAsJsonObject("paths").add("/queries/" + canned.name(), path);
      tags.addAll(canned.header().tags());
    });
    tags.forEach(name -> {
      JsonObject tag = new JsonObject();
      tag.addProperty("name", name);
      document.getAsJsonArray("tags").add(tag);
    });
    return document;
  }

  /** How to ask a query from a program, with the values of a call or, where it has none, the examples of what must be given. */
  public static List<CodeSample> samples(CannedQuery canned, Map<String, List<String>> arguments, String origin) {
    return QueryOperation.samples(canned, arguments.isEmpty() ? QueryOperation.arguments(canned) : arguments, origin);
  }

  private static JsonObject info(Snapshot snapshot, String language) {
    JsonObject info = new JsonObject();
    info.addProperty("title", snapshot.description().title(language));
    info.addProperty("version", snapshot.description().version());
    info.addProperty("description", snapshot.description().description(language));
    snapshot.dataset().getDefaultGraph().find(snapshot.description().iri(), DCTerms.license.asNode(), Node.ANY).mapWith(Triple::getObject)
        .filterKeep(Node::isURI).nextOptional().ifPresent(licence -> {
          JsonObject told = new JsonObject();
          told.addProperty("name", snapshot.labels().known(licence, language).orElse(licence.getURI()));
          told.addProperty("url", licence.getURI());
          info.add("license", told);
        });
    return info;
  }

  private static JsonObject frame() {
    try (InputStream frame = OpenApi.class.getClassLoader().getResourceAsStream(FRAME)) {
      return JsonParser.parseReader(new InputStreamReader(frame, StandardCharsets.UTF_8)).getAsJsonObject();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
