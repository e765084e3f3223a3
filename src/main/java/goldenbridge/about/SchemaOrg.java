package goldenbridge.about;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import goldenbridge.export.Dumps;
import goldenbridge.graph.DatasetDescription;
import goldenbridge.graph.Snapshot;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/** The dataset as a <a href="https://schema.org/Dataset">schema.org Dataset</a> in JSON-LD, for the search engines that read pages. */
public final class SchemaOrg {
  private final Snapshot snapshot;
  private final Node dataset;

  private SchemaOrg(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.dataset = snapshot.description().iri();
  }

  /**
   * Text that may stand in a script element of a page as it is.
   *
   * @param files the downloads that are offered, each below {@code /data/}
   * @param origin the public address of the service without a last slash
   */
  public static String of(Snapshot snapshot, List<Dumps.Offered> files, String language, String origin) {
    // Gson's own escaping of < and > keeps a text from ending the element.
    return new GsonBuilder().create().toJson(new SchemaOrg(snapshot).json(files, language, origin));
  }

  private JsonObject json(List<Dumps.Offered> files, String language, String origin) {
    DatasetDescription told = snapshot.description();
    JsonObject json = new JsonObject();
    json.addProperty("@context", "https://schema.org/");
    json.addProperty("@type", "Dataset");
    json.addProperty("@id", dataset.getURI());
    json.addProperty("name", told.title(language));
    json.addProperty("description", told.description(language));
    json.addProperty("version", told.version());
    json.addProperty("url", origin + "/");
    json.addProperty("isAccessibleForFree", true);
    value(DCTerms.license.asNode()).ifPresent(text -> json.addProperty("license", text));
    value(DCTerms.issued.asNode()).ifPresent(text -> json.addProperty("datePublished", text));
    value(DCTerms.modified.asNode()).ifPresent(text -> json.addProperty("dateModified", text));
    value(DCTerms.creator.asNode()).ifPresent(text -> json.add("creator", named("Organization", text)));
    value(DCTerms.publisher.asNode()).ifPresent(text -> json.add("publisher", named("Organization", text)));
    value(DCTerms.temporal.asNode()).flatMap(this::period).ifPresent(text -> json.addProperty("temporalCoverage", text));
    json.add("keywords", texts(values(DCAT.keyword.asNode())));
    json.add("inLanguage", texts(values(DCTerms.language.asNode())));
    JsonArray places = new JsonArray();
    nodes(DCTerms.spatial.asNode()).forEach(place -> places.add(named("Place", snapshot.labels().of(place, language))));
    json.add("spatialCoverage", places);
    JsonArray downloads = new JsonArray();
    files.forEach(file -> downloads.add(download(file, origin)));
    json.add("distribution", downloads);
    return json;
  }

  private static JsonObject download(Dumps.Offered file, String origin) {
    JsonObject download = new JsonObject();
    download.addProperty("@type", "DataDownload");
    download.addProperty("name", file.title());
    download.addProperty("encodingFormat", file.mediaType());
    download.addProperty("contentUrl", origin + "/data/" + file.name());
    return download;
  }

  private Optional<String> period(String iri) {
    Node period = Statements.iri(iri);
    Optional<String> start = literal(period, DCAT.startDate.asNode());
    Optional<String> end = literal(period, DCAT.endDate.asNode());
    return start.isEmpty() && end.isEmpty() ? Optional.empty() : Optional.of(start.orElse("..") + "/" + end.orElse(".."));
  }

  private Optional<String> literal(Node subject, Node property) {
    return snapshot.dataset().getDefaultGraph().find(subject, property, Node.ANY).mapWith(Triple::getObject)
        .filterKeep(Node::isLiteral).mapWith(Node::getLiteralLexicalForm).nextOptional();
  }

  private Optional<String> value(Node property) {
    return values(property).stream().findFirst();
  }

  private List<String> values(Node property) {
    return nodes(property).stream().map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString()).sorted().toList();
  }

  private List<Node> nodes(Node property) {
    return snapshot.dataset().getDefaultGraph().find(dataset, property, Node.ANY).mapWith(Triple::getObject).toList();
  }

  private static JsonObject named(String type, String name) {
    JsonObject named = new JsonObject();
    named.addProperty("@type", type);
    named.addProperty("name", name);
    return named;
  }

  private static JsonArray texts(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
