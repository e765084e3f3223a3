package goldenbridge.check;

import goldenbridge.graph.Home;
import goldenbridge.graph.Snapshot;
import goldenbridge.graph.UnionDatasetGraph;
import goldenbridge.rdf.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;

/**
 * What shapes and rules look at.
 *
 * @param dataset everything; its default graph is the union
 * @param ontologyName the name of the graph of the terms, or null when there is none
 * @param evidence the names of the graphs that are one piece of evidence each
 */
record Material(UnionDatasetGraph dataset, Node ontologyName, List<Node> evidence, Locator locator, Wording wording) {

  static Material of(Home home, Snapshot snapshot, Places places) {
    UnionDatasetGraph dataset = snapshot.dataset();
    List<Node> evidence = snapshot.evidence().passages().stream().map(passage -> passage.iri())
        .filter(dataset::containsGraph).toList();
    return new Material(dataset, ontologyName(home, dataset, places).orElse(null), evidence, new Locator(dataset, places),
        new Wording(snapshot.prefixes()));
  }

  /** The terms alone; empty when there are none. */
  Graph ontology() {
    return ontologyName == null ? Graph.emptyGraph : dataset.getGraph(ontologyName);
  }

  /** The graph whose ontology is declared in the file of the terms, not in that of the alignments. */
  private static Optional<Node> ontologyName(Home home, UnionDatasetGraph dataset, Places places) {
    String terms = home.show(home.ontologyFiles().get(0));
    List<Quad> declared = new ArrayList<>();
    dataset.find(Node.ANY, Node.ANY, RDF.type.asNode(), OWL.Ontology.asNode()).forEachRemaining(declared::add);
    return declared.stream().filter(quad -> places.of(quad).filter(place -> place.file().equals(terms)).isPresent())
        .map(Quad::getGraph).findFirst();
  }
}
