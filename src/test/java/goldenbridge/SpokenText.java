package goldenbridge;

import goldenbridge.graph.Labels;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.QueryCatalog;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/**
 * Whether each text of the data that a page shows stands in an element of the text's language, as the attribute {@code lang} says.
 * Names of columns, parameters, tags and parts of sources are no texts, even where a text happens to read the same.
 */
public final class SpokenText {
  private static final Pattern PIECE = Pattern.compile("<(/?)([a-zA-Z0-9]+)([^>]*)>|<![^>]*>|([^<]+)");
  private static final Pattern LANG = Pattern.compile("\\slang=\"([^\"]*)\"");
  private static final Set<String> VOID = Set.of("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "path", "rect", "circle");

  private final Map<String, Set<String>> languages = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  private record Element(String name, String language) {}

  /** @param snapshot whose literals are looked for */
  public SpokenText(Snapshot snapshot) {
    QueryCatalog.of(snapshot.home().queries()).all().forEach(query -> {
      names.addAll(query.header().tags());
      names.addAll(query.query().getResultVars());
      query.parameters().forEach(parameter -> names.add(parameter.name()));
    });
    snapshot.dataset().listGraphNodes().forEachRemaining(graph -> names.add(Labels.localName(graph)));
    snapshot.dataset().getDefaultGraph().find().forEach(triple -> {
      Node text = triple.getObject();
      if (text.isLiteral()) {
        languages.computeIfAbsent(text.getLiteralLexicalForm().strip(), key -> new HashSet<>()).add(text.getLiteralLanguage());
      }
    });
  }

  /** The texts of a page that are said in a wrong language. */
  public List<String> wrong(String page) {
    List<String> wrong = new ArrayList<>();
    Deque<Element> open = new ArrayDeque<>();
    Matcher piece = PIECE.matcher(page.replaceAll("(?s)<(script|style|title|pre|textarea|option|select).*?</\\1>", ""));
    while (piece.find()) {
      if (piece.group(4) != null) {
        String text = piece.group(4).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&").strip();
        Set<String> known = languages.getOrDefault(text, Set.of());
        String here = open.isEmpty() ? "" : open.peek().language();
        if (!known.isEmpty() && !names.contains(text) && !known.contains("") && !known.contains(here)) {
          wrong.add("\"" + text + "\"@" + known + " stands in " + here);
        }
      } else if (piece.group(2) != null) {
        element(piece, open);
      }
    }
    return wrong;
  }

  private static void element(Matcher tag, Deque<Element> open) {
    String name = tag.group(2);
    if (tag.group(1).isEmpty()) {
      Matcher lang = LANG.matcher(tag.group(3));
      if (!VOID.contains(name) && !tag.group(3).endsWith("/")) {
        open.push(new Element(name, lang.find() ? lang.group(1) : open.isEmpty() ? "" : open.peek().language()));
      }
    } else {
      while (!open.isEmpty() && !open.pop().name().equals(name)) {
        continue;
      }
    }
  }
}
