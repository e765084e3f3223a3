package goldenbridge.check;

import goldenbridge.rdf.Prefixes;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathWriter;
import org.apache.jena.sparql.core.Prologue;

/** How RDF terms and paths are written in messages: with prefixes, and long texts cut short. */
record Wording(Prefixes prefixes) {
  private static final int LONGEST = 60;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)\\}");

  String show(Node node) {
    if (node.isURI()) {
      return prefixes.compact(node.getURI());
    }
    return node.isLiteral() ? literal(node) : "a blank node";
  }

  String show(Path path) {
    return PathWriter.asString(path, new Prologue(prefixes.mapping()));
  }

  /** A template with each {@code {name}} replaced by its value; a name without a value stays as it is. */
  String fill(String template, Map<String, Node> values) {
    Matcher names = PLACEHOLDER.matcher(template);
    return names.replaceAll(found -> Matcher.quoteReplacement(
        values.containsKey(found.group(1)) ? show(values.get(found.group(1))) : found.group()));
  }

  /** Without the final stop, which messages do not have. */
  static String sentence(String text) {
    return text.strip().replaceAll("\\.$", "");
  }

  /** Up to the first stop that ends a sentence. */
  static String firstSentence(String text) {
    return text.strip().split("(?<=[.!?])\\s+(?=\\p{Lu})", 2)[0];
  }

  private String literal(Node node) {
    String text = node.getLiteralLexicalForm();
    String shown = "\"" + (text.codePointCount(0, text.length()) > LONGEST
        ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…" : text) + "\"";
    if (!node.getLiteralLanguage().isEmpty()) {
      return shown + "@" + node.getLiteralLanguage();
    }
    boolean plain = XSDDatatype.XSDstring.equals(node.getLiteralDatatype());
    return plain ? shown : shown + "^^" + prefixes.compact(node.getLiteralDatatypeURI());
  }
}
