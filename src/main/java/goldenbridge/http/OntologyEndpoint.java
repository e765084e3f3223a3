package goldenbridge.http;

import goldenbridge.graph.Labels;
import goldenbridge.graph.Snapshot;
import goldenbridge.graph.Terms;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;

/** {@code /ontology}: the graph's own terms, as a page whose fragments are their local names, and as RDF. */
final class OntologyEndpoint implements Endpoint {
  static final String PATH = "/ontology";

  private final Templates templates;

  OntologyEndpoint(Templates templates) {
    this.templates = templates;
  }

  @Override
  public Reply answer(Call call) {
    Offer.Choice choice = Conneg.choose(GraphEndpoint.OFFERS, call.format(PATH), call.header("Accept"));
    if (!choice.isHtml()) {
      return GraphEndpoint.data(choice, asked -> graph(asked.snapshot()), call);
    }
    String language = Conneg.language(call, call.snapshot().description().languages());
    return Reply.of(choice.contentType(), language, out -> {
      templates.write("ontology", Frame.of(call, language), model(call, language), out);
      return Map.of();
    }).with("Vary", Headers.BY_LANGUAGE);
  }

  /** The graphs that declare an ontology, together. */
  private static Graph graph(Snapshot snapshot) {
    Graph graph = GraphFactory.createDefaultGraph();
    snapshot.dataset().getDefaultGraph().find(Node.ANY, RDF.type.asNode(), OWL.Ontology.asNode()).mapWith(Triple::getSubject).toList()
        .forEach(name -> snapshot.dataset().getGraph(name).find().forEachRemaining(graph::add));
    graph.getPrefixMapping().setNsPrefixes(snapshot.prefixes().mapping());
    return graph;
  }

  private static Map<String, Object> model(Call call, String language) {
    Snapshot snapshot = call.snapshot();
    Cells view = new Cells(snapshot, language, call.root());
    Terms terms = Terms.of(snapshot, language);
    Demands demands = new Demands(snapshot, view);
    Map<String, Object> model = new HashMap<>();
    model.put("classes", shown(terms.classes(), view, demands));
    model.put("objectProperties", shown(terms.objectProperties(), view, demands));
    model.put("datatypeProperties", shown(terms.datatypeProperties(), view, demands));
    model.put("schemes", new Concepts(snapshot, view).schemes());
    model.put("downloads", GraphEndpoint.downloads(PATH));
    return model;
  }

  private static List<Map<String, Object>> shown(List<Terms.Term> terms, Cells view, Demands demands) {
    return terms.stream().map(term -> {
      Map<String, Object> one = new HashMap<>(view.of(term.iri()));
      Map<String, Object> label = view.of(term.label());
      one.put("text", label.get("text"));
      one.put("language", label.get("language"));
      one.put("iri", term.iri().getURI());
      one.put("name", Labels.localName(term.iri()));
      term.definition().ifPresent(text -> one.put("definition", view.of(text)));
      one.put("examples", term.examples().stream().map(view::of).toList());
      one.put("above", term.above().stream().map(view::of).toList());
      one.put("domains", term.domains().stream().map(view::of).toList());
      one.put("ranges", term.ranges().stream().map(view::of).toList());
      one.put("demands", demands.of(term.iri()));
      one.put("uses", view.words().number(BigDecimal.valueOf(term.uses())));
      one.put("deprecated", term.deprecated());
      return one;
    }).toList();
  }
}
