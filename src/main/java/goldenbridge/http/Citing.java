package goldenbridge.http;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import goldenbridge.graph.DatasetDescription;
import goldenbridge.graph.Snapshot;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;

/**
 * How an answer is cited: as BibTeX, and as an item of <a href="https://docs.citationstyles.org/">CSL</a>. The date is that of
 * the content, which together with the version says what the answer rests on, whenever it is asked.
 *
 * @param address under which the same answer is found again
 * @param date of the content, {@code ""} when it has none
 * @param content the first digits of the content's version
 */
record Citing(String key, String title, String author, String work, String version, String date, String content, String address) {
  private static final int DIGITS = 12;
  private static final Set<String> HOW = Set.of("format", "output", "embed", "evidence", "page", "page_size", "bom", "timeout");

  static Citing of(Ask ask) {
    Snapshot snapshot = ask.call().snapshot();
    DatasetDescription told = snapshot.description();
    Parameters kept = ask.call().query().without(HOW);
    return new Citing(ask.canned().name(), ask.canned().summary(ask.language()),
        first(snapshot, DCTerms.creator.asNode(), DCTerms.publisher.asNode()), told.title(ask.language()), told.version(),
        first(snapshot, DCTerms.modified.asNode(), DCTerms.issued.asNode()), snapshot.version().substring(0, DIGITS),
        ask.call().origin() + QueryEndpoint.PATH + ask.canned().name() + kept.search());
  }

  private static String first(Snapshot snapshot, Node... properties) {
    Graph graph = snapshot.dataset().getDefaultGraph();
    return Stream.of(properties).flatMap(property -> graph.find(snapshot.description().iri(), property, Node.ANY).toList().stream())
        .map(triple -> triple.getObject()).filter(Node::isLiteral).map(Node::getLiteralLexicalForm).findFirst().orElse("");
  }

  String bibtex() {
    String year = date.matches("\\d{4}.*") ? "  year = {" + date.substring(0, 4) + "},\n  date = {" + date + "},\n" : "";
    return "@misc{" + key + ",\n  title = {" + plain(title) + "},\n  author = {{" + plain(author) + "}},\n  howpublished = {" + plain(work) + "},\n"
        + year + "  version = {" + plain(version) + "},\n  note = {content " + content + "},\n  url = {" + address + "}\n}\n";
  }

  /** Braces would end a field early, and these signs are commands to TeX. */
  private static String plain(String text) {
    return text.replaceAll("[{}\\\\]", "").replaceAll("[&%$#_]", "\\\\$0");
  }

  String csl() {
    JsonObject item = new JsonObject();
    item.addProperty("id", key);
    item.addProperty("type", "dataset");
    item.addProperty("title", title);
    JsonArray authors = new JsonArray();
    JsonObject literal = new JsonObject();
    literal.addProperty("literal", author);
    authors.add(literal);
    item.add("author", authors);
    item.addProperty("container-title", work);
    item.addProperty("version", version);
    item.addProperty("note", "content " + content);
    if (date.matches("\\d{4}(-\\d{2}){0,2}")) {
      item.add("issued", issued());
    }
    item.addProperty("URL", address);
    JsonArray items = new JsonArray();
    items.add(item);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(items) + "\n";
  }

  private JsonObject issued() {
    JsonArray parts = new JsonArray();
    Stream.of(date.split("-")).map(Integer::valueOf).forEach(parts::add);
    JsonArray dates = new JsonArray();
    dates.add(parts);
    JsonObject issued = new JsonObject();
    issued.add("date-parts", dates);
    return issued;
  }
}
