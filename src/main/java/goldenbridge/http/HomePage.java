package goldenbridge.http;

import goldenbridge.about.SchemaOrg;
import goldenbridge.export.Dumps;
import goldenbridge.graph.DatasetDescription;
import goldenbridge.graph.Passage;
import goldenbridge.graph.Snapshot;
import goldenbridge.graph.Summary;
import goldenbridge.query.Answer;
import goldenbridge.query.CannedQuery;
import goldenbridge.query.QueryRunner;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;

/** The home page: what the graph is, how large it is, what can be asked, and what is new in it. */
final class HomePage {
  private static final int NEWEST = 8;
  private static final int MOST_CLASSES = 12;

  private final ServedQueries queries;
  private final WorkGate gate;
  private final Templates templates;

  HomePage(ServedQueries queries, WorkGate gate, Templates templates) {
    this.queries = queries;
    this.gate = gate;
    this.templates = templates;
  }

  Reply of(Call call, Offer.Choice choice) {
    String language = Conneg.language(call, call.snapshot().description().languages());
    return Reply.of(choice.contentType(), language, out -> {
      try (WorkGate.Place place = gate.enter()) {
        templates.write("home", Frame.of(call, language), model(call, language), out);
      }
      return Map.of();
    }).with("Vary", Headers.BY_LANGUAGE);
  }

  private Map<String, Object> model(Call call, String language) {
    Snapshot snapshot = call.snapshot();
    DatasetDescription told = snapshot.description();
    ServedQueries.Parsed served = queries.of(snapshot);
    Cells cells = new Cells(snapshot, language, call.root());
    Summary summary = Summary.of(snapshot);
    Map<String, Object> model = new HashMap<>();
    model.put("description", told.description(language));
    model.put("origin", call.origin());
    model.put("schema", SchemaOrg.of(snapshot, Dumps.offered(snapshot), language, call.origin()));
    model.put("counts", counts(summary, served.all().size(), cells));
    model.put("years", years(snapshot));
    model.put("classes", classes(summary, snapshot, cells));
    model.put("examples", objects(snapshot, told.iri(), VOID.exampleResource.asNode()).stream().map(cells::of).toList());
    model.put("featured", told.pages().featured().stream().flatMap(name -> served.sound(name).stream())
        .map(canned -> CatalogEndpoint.entry(canned, snapshot, language)).toList());
    model.put("themes", CatalogEndpoint.themes(served.all(), snapshot, language));
    model.put("newest", newest(snapshot, cells));
    told.pages().chart().flatMap(served::sound).ifPresent(canned -> model.put("chart", drawn(canned, call, language)));
    told.pages().timeline().flatMap(served::sound).ifPresent(canned -> model.put("timeline", drawn(canned, call, language)));
    return model;
  }

  private static List<Map<String, Object>> counts(Summary summary, int queries, Cells cells) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("sources", summary.sources());
    counts.put("passages", summary.passages());
    counts.put("triples", summary.triples());
    counts.put("queries", (long) queries);
    return counts.entrySet().stream().map(count -> Map.<String, Object>of("of", count.getKey(),
        "number", cells.words().number(java.math.BigDecimal.valueOf(count.getValue())))).toList();
  }

  /** First and last year of the period that the description names. */
  private static String years(Snapshot snapshot) {
    return objects(snapshot, snapshot.description().iri(), DCTerms.temporal.asNode()).stream().findFirst()
        .map(period -> List.of(DCAT.startDate, DCAT.endDate).stream().flatMap(end -> objects(snapshot, period, end.asNode()).stream())
            .map(year -> year.getLiteralLexicalForm().replaceAll("(?<=\\d{4})-.*", "")).collect(Collectors.joining("–"))).orElse("");
  }

  /** The classes that the graph itself defines, with what they hold; not those of its evidence. */
  private static List<Map<String, Object>> classes(Summary summary, Snapshot snapshot, Cells cells) {
    DatasetDescription told = snapshot.description();
    return summary.classes().entrySet().stream()
        .filter(entry -> entry.getKey().isURI() && entry.getKey().getURI().startsWith(told.base()))
        .filter(entry -> !entry.getKey().equals(told.evidence().passageClass()) && !entry.getKey().equals(told.evidence().curationClass()))
        .limit(MOST_CLASSES).map(entry -> {
          Map<String, Object> cell = new LinkedHashMap<>(cells.of(entry.getKey()));
          cell.put("number", cells.words().number(java.math.BigDecimal.valueOf(entry.getValue())));
          return cell;
        }).toList();
  }

  /** The sources by date of publication, the latest first. */
  private static List<Map<String, Object>> newest(Snapshot snapshot, Cells cells) {
    Map<Node, Long> passages = snapshot.evidence().passages().stream().filter(passage -> !passage.isCuration())
        .collect(Collectors.groupingBy(Passage::source, Collectors.counting()));
    record Dated(Node source, Optional<Node> date, long passages) {}
    return passages.entrySet().stream()
        .map(entry -> new Dated(entry.getKey(), snapshot.description().pages().sourceDate()
            .flatMap(property -> objects(snapshot, entry.getKey(), property).stream().findFirst()), entry.getValue()))
        .sorted(Comparator.comparing((Dated dated) -> dated.date.map(Node::getLiteralLexicalForm).orElse("")).reversed()
            .thenComparing(dated -> dated.source.toString()))
        .limit(NEWEST).map(dated -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("source", cells.of(dated.source));
          dated.date.ifPresent(date -> one.put("date", cells.of(date)));
          one.put("passages", dated.passages);
          return one;
        }).toList();
  }

  private Map<String, Object> drawn(CannedQuery canned, Call call, String language) {
    Answer answer = QueryRunner.run(call.snapshot().dataset(), canned.bind(Map.of(),
        call.snapshot().entities()::resolve, Ask.choices(call.snapshot())), gate.limits());
    Map<String, Object> drawn = new HashMap<>(CatalogEndpoint.entry(canned, call.snapshot(), language));
    drawn.put("result", new ResultView(call.snapshot(), language, call.root()).of(answer));
    return drawn;
  }

  private static List<Node> objects(Snapshot snapshot, Node subject, Node property) {
    Graph graph = snapshot.dataset().getDefaultGraph();
    return graph.find(subject, property, Node.ANY).mapWith(triple -> triple.getObject()).toList().stream()
        .sorted(Comparator.comparing(Node::toString)).toList();
  }
}
