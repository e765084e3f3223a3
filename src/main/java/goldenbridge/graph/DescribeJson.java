package goldenbridge.graph;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;

/** Writes a description as JSON: statements with names, values and the passages that make them. */
public final class DescribeJson {
  private static final Comparator<Triple> BY_SUBJECT =
      Comparator.comparing(Triple::getSubject, NodeCmp::compareRDFTerms).thenComparing(Describe.ORDER);

  private final Snapshot snapshot;
  private final String language;
  private final Predicate<Triple> disputed;

  public DescribeJson(Snapshot snapshot, String language) {
    this(snapshot, language, triple -> false);
  }

  /** @param disputed whether others say what cannot be true beside a statement */
  public DescribeJson(Snapshot snapshot, String language, Predicate<Triple> disputed) {
    this.snapshot = snapshot;
    this.language = language;
    this.disputed = disputed;
  }

  public String text(Describe description) {
    JsonObject object = new JsonObject();
    object.addProperty("iri", plain(description.entity()));
    object.addProperty("label", snapshot.labels().of(description.entity(), language));
    object.addProperty("version", snapshot.version());
    object.add("statements", statements(description.outgoing(), "value"));
    object.add("incoming", statements(description.incoming(), "subject"));
    passages(description.entity(), object);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(object) + "\n";
  }

  /** Of a passage what it holds; of a source all its passages, with what each holds. */
  private void passages(Node entity, JsonObject object) {
    snapshot.evidence().named(entity).ifPresent(passage -> object.add("passage", held(passage)));
    JsonArray all = new JsonArray();
    snapshot.evidence().passages().stream().filter(passage -> passage.source().equals(entity)).forEach(passage -> all.add(held(passage)));
    if (!all.isEmpty()) {
      object.add("passages", all);
    }
  }

  private JsonObject held(Passage passage) {
    JsonObject one = passage(passage);
    JsonArray holds = new JsonArray();
    snapshot.dataset().getGraph(passage.iri()).find().toList().stream().sorted(BY_SUBJECT).forEach(triple -> {
      JsonObject statement = new JsonObject();
      add(statement, "subject", triple.getSubject());
      add(statement, "property", triple.getPredicate());
      add(statement, "value", triple.getObject());
      statement.addProperty("disputed", disputed.test(triple));
      holds.add(statement);
    });
    one.add("holds", holds);
    return one;
  }

  private void add(JsonObject to, String name, Node node) {
    to.addProperty(name, plain(node));
    if (node.isURI()) {
      to.addProperty(name + "Label", snapshot.labels().of(node, language));
    } else if (node.isLiteral()) {
      addKind(to, node);
    }
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
      one.addProperty("disputed", disputed.test(statement.triple()));
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
