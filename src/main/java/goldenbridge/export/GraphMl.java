package goldenbridge.export;

import goldenbridge.graph.Labels;
import goldenbridge.graph.Snapshot;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * The named entities and what passages say between them, in <a href="http://graphml.graphdrawing.org/">GraphML</a>: nodes with
 * name and class, edges with the property and the passages that state them.
 */
final class GraphMl {
  private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

  private final Snapshot snapshot;

  GraphMl(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  void write(OutputStream out) {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.setDefaultNamespace(NAMESPACE);
      xml.writeStartElement(NAMESPACE, "graphml");
      xml.writeDefaultNamespace(NAMESPACE);
      for (String[] key : new String[][] {{"label", "node"}, {"type", "node"}, {"property", "edge"}, {"passages", "edge"}}) {
        xml.writeEmptyElement(NAMESPACE, "key");
        xml.writeAttribute("id", key[0]);
        xml.writeAttribute("for", key[1]);
        xml.writeAttribute("attr.name", key[0]);
        xml.writeAttribute("attr.type", "string");
      }
      xml.writeStartElement(NAMESPACE, "graph");
      xml.writeAttribute("edgedefault", "directed");
      graph(xml);
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException full) {
      throw new java.io.UncheckedIOException(new java.io.IOException(full));
    }
  }

  private void graph(XMLStreamWriter xml) throws XMLStreamException {
    List<Triple> edges = edges();
    Set<Node> nodes = new TreeSet<>(Comparator.comparing(Node::toString));
    edges.forEach(edge -> nodes.addAll(List.of(edge.getSubject(), edge.getObject())));
    for (Node node : nodes) {
      xml.writeStartElement(NAMESPACE, "node");
      xml.writeAttribute("id", node.getURI());
      data(xml, "label", snapshot.labels().of(node, "en"));
      data(xml, "type", snapshot.dataset().getDefaultGraph().find(node, RDF.type.asNode(), Node.ANY)
          .mapWith(triple -> Labels.localName(triple.getObject())).toList().stream().sorted().collect(Collectors.joining(" ")));
      xml.writeEndElement();
    }
    for (Triple edge : edges) {
      xml.writeStartElement(NAMESPACE, "edge");
      xml.writeAttribute("source", edge.getSubject().getURI());
      xml.writeAttribute("target", edge.getObject().getURI());
      data(xml, "property", Labels.localName(edge.getPredicate()));
      data(xml, "passages", snapshot.evidence().of(edge).stream().map(passage -> passage.iri().getURI()).collect(Collectors.joining(" ")));
      xml.writeEndElement();
    }
  }

  /** Statements of passages between two things of the graph's own that have a name. */
  private List<Triple> edges() {
    return snapshot.evidence().passages().stream().flatMap(passage -> snapshot.dataset().getGraph(passage.iri()).find().toList().stream())
        .filter(triple -> named(triple.getSubject()) && named(triple.getObject()) && !triple.getPredicate().equals(RDF.type.asNode()))
        .distinct().sorted(Comparator.comparing(Triple::toString)).toList();
  }

  private boolean named(Node node) {
    return node.isURI() && node.getURI().startsWith(snapshot.description().base()) && !snapshot.labels().all(node).isEmpty();
  }

  private static void data(XMLStreamWriter xml, String key, String text) throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, "data");
    xml.writeAttribute("key", key);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
