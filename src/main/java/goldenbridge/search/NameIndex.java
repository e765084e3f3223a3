package goldenbridge.search;

import goldenbridge.graph.DatasetDescription;
import goldenbridge.graph.Labels;
import goldenbridge.graph.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** All names of a snapshot, made once for it and then only read: safe for any number of threads. */
public final class NameIndex {
  private static final Comparator<Triple> BY_NAME = Comparator.comparing((Triple triple) -> triple.getSubject().getURI())
      .thenComparing(triple -> triple.getObject().getLiteralLexicalForm()).thenComparing(triple -> triple.getObject().getLiteralLanguage());

  private final List<Name> names = new ArrayList<>();
  private final List<Integer> lengths = new ArrayList<>();
  private final Map<String, Set<Integer>> whole = new HashMap<>();
  private final Vocabulary vocabulary = new Vocabulary();
  private final Map<Node, Integer> links = new HashMap<>();

  /** What is known of one name while a search goes on. */
  private record Fit(int words, double quality, Match match) {
    static final Fit NONE = new Fit(0, 0, Match.EXACT);

    Fit and(Match next) {
      return new Fit(words + 1, quality + next.quality, match.worse(next));
    }
  }

  private NameIndex() {}

  /** The index of a snapshot. */
  public static NameIndex of(Snapshot snapshot) {
    return snapshot.derived(NameIndex.class, NameIndex::make);
  }

  private static NameIndex make(Snapshot snapshot) {
    NameIndex index = new NameIndex();
    Graph graph = snapshot.dataset().getDefaultGraph();
    DatasetDescription told = snapshot.description();
    told.labelProperties().forEach(property -> index.add(graph, property, Name.Kind.PREFERRED));
    told.variantProperties().forEach(property -> index.add(graph, property, Name.Kind.VARIANT));
    Set<Node> typed = new LinkedHashSet<>();
    graph.find(Node.ANY, RDF.type.asNode(), Node.ANY).mapWith(Triple::getSubject).filterKeep(Node::isURI).forEach(typed::add);
    typed.stream().sorted(Comparator.comparing(Node::getURI))
        .forEach(iri -> index.add(new Name(iri, Labels.localName(iri), "", Name.Kind.IDENTIFIER)));
    graph.find().forEach(triple -> {
      index.links.merge(triple.getSubject(), 1, Integer::sum);
      index.links.merge(triple.getObject(), 1, Integer::sum);
    });
    index.links.keySet().retainAll(index.names.stream().map(Name::entity).collect(Collectors.toSet()));
    return index;
  }

  private void add(Graph graph, Node property, Name.Kind kind) {
    graph.find(Node.ANY, property, Node.ANY).filterKeep(triple -> triple.getSubject().isURI() && triple.getObject().isLiteral()).toList()
        .stream().sorted(BY_NAME)
        .forEach(triple -> add(new Name(triple.getSubject(), triple.getObject().getLiteralLexicalForm(), triple.getObject().getLiteralLanguage(), kind)));
  }

  private void add(Name name) {
    int number = names.size();
    names.add(name);
    String folded = Spelling.folded(name.text());
    lengths.add(Math.max(1, Spelling.words(folded).size()));
    for (String form : forms(name.text())) {
      whole.computeIfAbsent(form, absent -> new LinkedHashSet<>()).add(number);
      Spelling.words(form).forEach(word -> vocabulary.add(word, number));
    }
    String sound = Spelling.sound(Spelling.latin(name.text()));
    if (!sound.isEmpty()) {
      whole.computeIfAbsent(soundKey(sound), absent -> new LinkedHashSet<>()).add(number);
    }
  }

  /** No folded text begins with a space, so that sounds and texts do not meet. */
  private static String soundKey(String sound) {
    return " " + sound;
  }

  private static Set<String> forms(String text) {
    Set<String> forms = new LinkedHashSet<>(List.of(Spelling.folded(text), Spelling.latin(text)));
    forms.remove("");
    return forms;
  }

  /**
   * The entities whose names fit best, each once, best first; entities of which more is said come first among equals.
   *
   * @param language whose names are preferred among those that fit equally well
   */
  public List<Found> find(String typed, String language) {
    Map<Integer, Found> byName = new HashMap<>();
    wholeNames(typed, byName);
    fits(typed).forEach((number, fit) -> keep(byName, number, found(number, fit, typed)));
    Map<Node, Found> byEntity = new HashMap<>();
    byName.values().forEach(found -> byEntity.merge(found.entity(), found, (one, two) -> better(one, two, language)));
    return byEntity.values().stream().sorted(Comparator.comparingDouble(Found::score).reversed()
        .thenComparing(found -> -links.getOrDefault(found.entity(), 0)).thenComparing(found -> found.entity().toString())).toList();
  }

  private void wholeNames(String typed, Map<Integer, Found> byName) {
    String sound = Spelling.sound(Spelling.latin(typed));
    if (!sound.isEmpty()) {
      whole.getOrDefault(soundKey(sound), Set.of()).forEach(number -> keep(byName, number, found(number, Match.SOUND, Match.SOUND.quality)));
    }
    String folded = Spelling.folded(typed);
    forms(typed).forEach(form -> whole.getOrDefault(form, Set.of()).forEach(number ->
        keep(byName, number, found(number, Match.EXACT, form.equals(folded) ? 0.95 : 0.9))));
  }

  /** The names that have all words; when there are none, those that have at least half of them. */
  private Map<Integer, Fit> fits(String typed) {
    List<String> plain = Spelling.words(Spelling.folded(typed));
    List<String> latin = Spelling.words(Spelling.latin(typed));
    Map<Integer, Fit> fits = new HashMap<>();
    for (int word = 0; word < plain.size(); word++) {
      Map<Integer, Match> matches = new HashMap<>();
      // Word by word only where the script does not change their number.
      collect(plain.get(word), matches);
      if (latin.size() == plain.size() && !latin.get(word).equals(plain.get(word))) {
        collect(latin.get(word), matches);
      }
      matches.forEach((number, match) -> fits.merge(number, Fit.NONE.and(match), (known, next) -> known.and(match)));
    }
    int most = fits.values().stream().mapToInt(Fit::words).max().orElse(0);
    int needed = most == plain.size() ? most : (plain.size() + 1) / 2;
    fits.values().removeIf(fit -> fit.words < needed);
    return fits;
  }

  private void collect(String word, Map<Integer, Match> matches) {
    vocabulary.find(word, (match, numbers) -> numbers.forEach(number ->
        matches.merge(number, match, (one, two) -> one.quality >= two.quality ? one : two)));
  }

  private Found found(int number, Fit fit, String typed) {
    int words = Math.max(1, Spelling.words(Spelling.folded(typed)).size());
    double covered = Math.min(1.0, (double) fit.words / lengths.get(number));
    return found(number, fit.match, 0.7 * fit.quality / words + 0.2 * covered);
  }

  private Found found(int number, Match match, double fitness) {
    Name name = names.get(number);
    return new Found(name.entity(), name.text(), name.language(), match, Math.min(1, fitness * 0.95 + 0.05 * name.kind().worth));
  }

  private static void keep(Map<Integer, Found> byName, int number, Found found) {
    byName.merge(number, found, (one, two) -> one.score() >= two.score() ? one : two);
  }

  private static Found better(Found one, Found two, String language) {
    if (one.score() != two.score()) {
      return one.score() > two.score() ? one : two;
    }
    Comparator<Found> order = Comparator.comparing((Found found) -> !found.language().equals(language)).thenComparing(Found::language).thenComparing(Found::name);
    return order.compare(one, two) <= 0 ? one : two;
  }
}
