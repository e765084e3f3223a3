package goldenbridge.about;

import static goldenbridge.about.Statements.iri;

import goldenbridge.export.VoidDescription;
import goldenbridge.export.VoidParts;
import goldenbridge.graph.Partitions;
import goldenbridge.graph.Passage;
import goldenbridge.graph.Snapshot;
import goldenbridge.rdf.UrlPath;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;

/**
 * A source, or a named graph that belongs to none: by VoID which classes and properties it speaks of, in all and in each of its
 * graphs. It is a document of its own, so that the description of thousands of graphs stays short.
 */
public final class PartDescription {
  /** What such a document's path begins with; the rest is that of the name below the graph's base. */
  public static final String PATH = "/.well-known/void/";

  private PartDescription() {}

  /**
   * Empty when there is no graph of that source or name.
   *
   * @param origin the public address of the service without a last slash
   */
  public static Optional<Graph> of(Node name, Snapshot snapshot, String origin) {
    Set<Node> graphs = graphs(name, snapshot);
    if (graphs.isEmpty()) {
      return Optional.empty();
    }
    VoidParts parts = new VoidParts(snapshot.prefixes());
    Statements statements = new Statements();
    for (Node graph : graphs) {
      Node content = ServiceDescription.content(graph, origin);
      ServiceDescription.name(statements, graph, origin);
      Partitions partitions = Partitions.of(snapshot.dataset().getGraph(graph));
      parts.size(content, partitions);
      parts.parts(content, content.getURI() + ".", partitions);
      statements.add(iri(origin + "/sparql#dataset"), ServiceDescription.sd("namedGraph"), ServiceDescription.named(graph, origin));
    }
    if (!snapshot.evidence().ofSource(name).isEmpty()) {
      statements.add(VoidDescription.ofSource(name, snapshot));
    }
    return Optional.of(statements.add(parts.triples()).graph(snapshot.prefixes(), Map.of("sd", ServiceDescription.SD, "void", VOID.NS)));
  }

  private static Set<Node> graphs(Node name, Snapshot snapshot) {
    Set<Node> graphs = new LinkedHashSet<>();
    if (snapshot.dataset().containsGraph(name)) {
      graphs.add(name);
    }
    snapshot.evidence().ofSource(name).stream().map(Passage::iri).forEach(graphs::add);
    return graphs;
  }

  /** Links a thing to the document about a source or graph, unless its name is not below the graph's base. */
  static void link(Statements statements, Node from, Node name, Snapshot snapshot, String origin) {
    String base = snapshot.description().base();
    if (name.isURI() && name.getURI().startsWith(base)) {
      statements.add(from, RDFS.seeAlso.asNode(), iri(origin + PATH + UrlPath.of(name.getURI().substring(base.length()))));
    }
  }
}
