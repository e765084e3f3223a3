package goldenbridge.cli;

import goldenbridge.graph.Describe;
import goldenbridge.graph.Passage;
import goldenbridge.graph.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/** Sets a description as text: properties, their values side by side, and the passages as numbered footnotes. */
final class DescriptionText {
  private final Snapshot snapshot;
  private final String language;
  private final Map<Passage, Integer> footnotes = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();

  DescriptionText(Snapshot snapshot, String language) {
    this.snapshot = snapshot;
    this.language = language;
  }

  String text(Describe description) {
    text.append(name(description.entity())).append("  ").append(shown(description.entity())).append('\n');
    description.outgoing().forEach((property, statements) -> group(name(property), statements));
    description.incoming().forEach((property, statements) -> group("← " + name(property), statements));
    if (!footnotes.isEmpty()) {
      text.append('\n');
      footnotes.forEach((passage, number) -> text.append('[').append(number).append("] ").append(name(passage.iri())).append(voice(passage)).append('\n'));
    }
    return text.toString();
  }

  private void group(String heading, List<Describe.Statement> statements) {
    text.append('\n').append(heading).append('\n');
    statements.forEach(statement -> text.append("  ").append(value(statement.other())).append(marks(statement)).append('\n'));
  }

  private String marks(Describe.Statement statement) {
    return statement.passages().stream().map(passage -> "[" + footnotes.computeIfAbsent(passage, unseen -> footnotes.size() + 1) + "]")
        .collect(Collectors.joining("", statement.passages().isEmpty() ? "" : " ", ""));
  }

  private String voice(Passage passage) {
    return passage.voice().map(speaker -> " (" + name(speaker) + ")").orElse("");
  }

  private String value(Node node) {
    if (node.isLiteral()) {
      String tag = node.getLiteralLanguage();
      return node.getLiteralLexicalForm() + (tag.isEmpty() ? "" : " @" + tag);
    }
    String label = name(node);
    return node.isURI() ? label + "  " + shown(node) : label;
  }

  private String name(Node node) {
    return node.isURI() ? snapshot.labels().of(node, language) : node.toString();
  }

  private String shown(Node iri) {
    return snapshot.prefixes().compact(iri.getURI());
  }
}
