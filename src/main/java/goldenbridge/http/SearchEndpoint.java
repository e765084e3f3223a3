package goldenbridge.http;

import goldenbridge.fault.Problem;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.Answer;
import goldenbridge.query.AnswerWriter;
import goldenbridge.rdf.Format;
import goldenbridge.search.Found;
import goldenbridge.search.NameIndex;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** {@code /search?q=}: entities by what people call them, best first, in the forms of a canned query's rows. */
final class SearchEndpoint implements Endpoint {
  static final String PATH = "/search";

  private static final int USUAL_SIZE = 20;
  private static final int LONGEST = 200;
  private static final List<Offer> OFFERS = List.of(Offer.OWN_JSON, Offer.CSV, Offer.TSV, Offer.SRJ, Offer.SRX, Offer.HTML);
  private static final List<Var> COLUMNS = Var.varList(List.of("entity", "class", "name", "language", "match", "score"));

  private final Templates templates;

  SearchEndpoint(Templates templates) {
    this.templates = templates;
  }

  /** One call and what it found; all of it, of which a page is shown. */
  private record Search(Call call, String typed, String language, Paging paging, List<Found> found) {

    List<Found> shown() {
      return paging.of(found);
    }

    boolean hasMore() {
      return (long) paging.page() * paging.size() < found.size();
    }

    Optional<String> next() {
      return hasMore() ? Optional.of(paging.address(call.origin() + call.path(), call.query(), paging.page() + 1)) : Optional.empty();
    }
  }

  @Override
  public Reply answer(Call call) {
    call.query().only("q", "type", "lang", "format", "bom", Paging.PAGE, Paging.SIZE);
    Offer.Choice choice = Conneg.choose(OFFERS, call.format(PATH), call.header("Accept"));
    String language = Conneg.language(call, call.snapshot().description().languages());
    String typed = call.query().text("q").orElse("");
    if (typed.isEmpty() && !choice.isHtml()) {
      throw Problem.badInput("missing-parameter", "a search needs parameter q", "add q= and a name or its beginning").about("q").raise();
    }
    if (typed.length() > LONGEST) {
      throw Problem.badInput("parameter-value", "parameter q has " + typed.length() + " letters", "give a name of at most " + LONGEST)
          .about("q").raise();
    }
    Optional<Set<Node>> classes = call.query().text("type").map(type -> withNarrower(type, call.snapshot()));
    Paging paging = Paging.of(call.query(), USUAL_SIZE);
    return Reply.of(choice.contentType(), language, out -> {
      List<Found> found = typed.isEmpty() ? List.of() : find(typed, language, classes, call.snapshot());
      Search search = new Search(call, typed, language, paging, found);
      if (choice.isHtml()) {
        templates.write("search", Frame.of(call, language), model(search), out);
      } else {
        Format format = choice.offer().format().orElseThrow();
        AnswerBody.markOrder(format, call, out);
        writer(search).write(rows(search), format, out);
      }
      String links = paging.links(call.origin() + call.path(), call.query(), search.hasMore() ? Paging.More.YES : Paging.More.NO);
      return links.isEmpty() ? Map.of() : Map.of("Link", links);
    }).with("Vary", Headers.BY_LANGUAGE);
  }

  private static List<Found> find(String typed, String language, Optional<Set<Node>> classes, Snapshot snapshot) {
    return NameIndex.of(snapshot).find(typed, language).stream()
        .filter(found -> classes.map(wanted -> types(found.entity(), snapshot).stream().anyMatch(wanted::contains)).orElse(true)).toList();
  }

  /** A class with all that are below it. */
  private static Set<Node> withNarrower(String name, Snapshot snapshot) {
    Set<Node> classes = new HashSet<>(Set.of(snapshot.entities().resolve(name)));
    for (List<Node> next = List.copyOf(classes); !next.isEmpty(); ) {
      next = next.stream().flatMap(above -> snapshot.dataset().getDefaultGraph().find(Node.ANY, RDFS.subClassOf.asNode(), above)
          .mapWith(Triple::getSubject).toList().stream()).filter(classes::add).toList();
    }
    return classes;
  }

  private static List<Node> types(Node entity, Snapshot snapshot) {
    return snapshot.dataset().getDefaultGraph().find(entity, RDF.type.asNode(), Node.ANY).mapWith(Triple::getObject).toList().stream()
        .sorted((one, two) -> one.toString().compareTo(two.toString())).toList();
  }

  private static AnswerWriter writer(Search search) {
    Snapshot snapshot = search.call.snapshot();
    return new AnswerWriter(iri -> snapshot.labels().known(iri, search.language), new AnswerWriter.Envelope("search", snapshot.version(),
        search.call.query().without(Ask.RESERVED).values(), OptionalLong.of(search.found.size()), search.next()));
  }

  private static Answer.Rows rows(Search search) {
    return new Answer.Rows(COLUMNS, search.shown().stream().map(found -> row(found, search.call.snapshot())).toList(), search.hasMore());
  }

  private static Binding row(Found found, Snapshot snapshot) {
    BindingBuilder row = Binding.builder().add(COLUMNS.get(0), found.entity());
    types(found.entity(), snapshot).stream().findFirst().ifPresent(type -> row.add(COLUMNS.get(1), type));
    return row.add(COLUMNS.get(2), NodeFactory.createLiteralString(found.name()))
        .add(COLUMNS.get(3), NodeFactory.createLiteralString(found.language()))
        .add(COLUMNS.get(4), NodeFactory.createLiteralString(found.match().label()))
        .add(COLUMNS.get(5), NodeFactoryExtra.doubleToNode(Math.round(found.score() * 1000) / 1000.0)).build();
  }

  private static Map<String, Object> model(Search search) {
    Snapshot snapshot = search.call.snapshot();
    Cells cells = new Cells(snapshot, search.language, search.call.root());
    Map<String, Object> model = new HashMap<>();
    model.put("typed", search.typed);
    model.put("total", search.found.size());
    model.put("found", search.shown().stream().map(found -> Map.of("entity", cells.of(found.entity()), "name", found.name(),
        "language", found.language(), "match", found.match().label(),
        "classes", types(found.entity(), snapshot).stream().map(cells::of).toList())).toList());
    Parameters asked = search.call.query();
    if (search.hasMore()) {
      model.put("next", Paging.address("search", asked, search.paging.page() + 1));
    }
    if (search.paging.page() > 1) {
      model.put("previous", Paging.address("search", asked, search.paging.page() - 1));
    }
    model.put("downloads", OFFERS.stream().filter(offer -> offer != Offer.HTML).map(offer -> offer.names().get(0)).map(name ->
        Map.of("name", name, "href", "search?" + asked.with("format", name).encoded())).toList());
    return model;
  }
}
