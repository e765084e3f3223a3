package goldenbridge.export;

import goldenbridge.graph.Labels;
import goldenbridge.graph.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * One table for each class that has instances: IRI, names in each language, and a column for each property, several values
 * with a semicolon between them. Opens well in a spreadsheet: UTF-8 with byte order mark, and no cell that it would take for a
 * formula.
 */
final class ClassTables {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Snapshot snapshot;

  ClassTables(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  List<ExportFile> files() {
    Map<String, Node> classes = new TreeMap<>();
    snapshot.dataset().getDefaultGraph().find(Node.ANY, RDF.type.asNode(), Node.ANY).forEach(triple -> {
      if (triple.getObject().isURI() && triple.getObject().getURI().startsWith(snapshot.description().base())) {
        classes.put(Labels.localName(triple.getObject()), triple.getObject());
      }
    });
    return classes.entrySet().stream().map(entry -> new ExportFile("csv/" + entry.getKey() + ".csv", "text/csv",
        "Table: " + snapshot.labels().of(entry.getValue(), "en"), out -> write(entry.getValue(), out))).toList();
  }

  private void write(Node type, OutputStream out) {
    List<Node> instances = snapshot.dataset().getDefaultGraph().find(Node.ANY, RDF.type.asNode(), type).mapWith(Triple::getSubject)
        .toList().stream().sorted(Comparator.comparing(Node::toString)).toList();
    Set<Node> properties = new TreeSet<>(Comparator.comparing(Node::toString));
    instances.forEach(instance -> snapshot.dataset().getDefaultGraph().find(instance, Node.ANY, Node.ANY).forEach(triple -> properties.add(triple.getPredicate())));
    properties.remove(RDF.type.asNode());
    properties.removeAll(snapshot.description().labelProperties());
    try {
      OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      text.write(BYTE_ORDER_MARK);
      CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180);
      printer.printRecord(head(properties));
      for (Node instance : instances) {
        printer.printRecord(row(instance, properties));
      }
      printer.flush();
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private List<String> head(Set<Node> properties) {
    List<String> head = new ArrayList<>(List.of("iri"));
    snapshot.description().languages().forEach(language -> head.add("label@" + language));
    properties.forEach(property -> head.add(Labels.localName(property)));
    return head;
  }

  private List<String> row(Node instance, Set<Node> properties) {
    List<String> row = new ArrayList<>(List.of(instance.toString()));
    List<Node> labels = snapshot.labels().all(instance);
    snapshot.description().languages().forEach(language -> row.add(safe(labels.stream().filter(label -> label.getLiteralLanguage().equals(language))
        .map(Node::getLiteralLexicalForm).findFirst().orElse(""))));
    properties.forEach(property -> row.add(safe(snapshot.dataset().getDefaultGraph().find(instance, property, Node.ANY).mapWith(Triple::getObject)
        .toList().stream().map(this::shown).distinct().sorted().collect(Collectors.joining("; ")))));
    return row;
  }

  private String shown(Node value) {
    return value.isLiteral() ? value.getLiteralLexicalForm() : snapshot.labels().known(value, "en").orElseGet(value::toString);
  }

  /** A spreadsheet would run a cell that begins like a formula. */
  static String safe(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 && !cell.matches("[-+]?\\d+([.,]\\d+)?") ? "'" + cell : cell;
  }
}
