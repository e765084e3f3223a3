package goldenbridge.graph;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/** Writes a description as JSON: statements with names, values and the passages that make them. */
public final class DescribeJson {
  private final Snapshot snapshot;
  private final String language;

  public DescribeJson(Snapshot snapshot, String language) {
    this.snapshot = snapshot;
    this.language = language;
  }

  public String text(Describe description) {
    JsonObject object = new JsonObject();
    object.addProperty("iri", plain(description.entity()));
    object.addProperty("label", snapshot.labels().of(description.entity(), language));
    object.addProperty("version", snapshot.version());
    object.add("statements", statements(description.outgoing(), "value"));
    object.add("incoming", statements(description.incoming(), "subject"));
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(object) + "\n";
  }

  private JsonArray statements(Map<Node, List<Describe.Statement>> byProperty, String otherName) {
    JsonArray all = new JsonArray();
    byProperty.forEach((property, statements) -> statements.forEach(statement -> {
      JsonObject one = new JsonObject();
      one.addProperty("property", plain(property));
      one.addProperty("propertyLabel", snapshot.labels().of(property, language));
      one.addProperty(otherName, plain(statement.other()));
      if (statement.other().isURI()) {
        one.addProperty(otherName + "Label", snapshot.labels().of(statement.other(), language));
      } else if (statement.other().isLiteral()) {
        addKind(one, statement.other());
      }
      JsonArray passages = new JsonArray();
      statement.passages().forEach(passage -> passages.add(passage(passage)));
      one.add("passages", passages);
      all.add(one);
    }));
    return all;
  }

  private static void addKind(JsonObject object, Node literal) {
    if (literal.getLiteralLanguage().isEmpty()) {
      object.addProperty("datatype", literal.getLiteralDatatypeURI());
    } else {
      object.addProperty("lang", literal.getLiteralLanguage());
    }
  }

  private JsonObject passage(Passage passage) {
    JsonObject one = new JsonObject();
    one.addProperty("passage", plain(passage.iri()));
    one.addProperty("source", plain(passage.source()));
    one.addProperty("sourceLabel", snapshot.labels().of(passage.source(), language));
    one.addProperty("place", passage.place());
    passage.voice().ifPresent(voice -> {
      one.addProperty("speaker", plain(voice));
      one.addProperty("speakerLabel", snapshot.labels().of(voice, language));
    });
    return one;
  }

  private static String plain(Node node) {
    return node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }
}
