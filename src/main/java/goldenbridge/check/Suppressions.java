package goldenbridge.check;

import goldenbridge.fault.Nearest;
import goldenbridge.fault.Place;
import goldenbridge.graph.Home;
import goldenbridge.rdf.Prefixes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The findings that a home has looked at and accepts, {@code ontology/suppressions.yaml}: a list of entries with the keys
 * {@code rule}, {@code file} or {@code focus} (an IRI or a prefixed name), and {@code reason}. An entry that is incomplete or
 * suppresses nothing is itself a finding.
 */
final class Suppressions {
  static final String FILE = "suppressions.yaml";

  private static final Set<String> KEYS = Set.of("rule", "file", "focus", "reason");

  private final String shown;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<Entry> used = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  private record Entry(Map<String, String> keys, Place place) {
    boolean covers(Finding finding) {
      return finding.rule().equals(keys.get("rule"))
          && keys.getOrDefault("file", finding.place().file()).equals(finding.place().file())
          && keys.getOrDefault("focus", finding.focus()).equals(finding.focus());
    }
  }

  private Suppressions(String shown) {
    this.shown = shown;
  }

  /** Reads the file of a home; a home without one suppresses nothing. */
  static Suppressions read(Home home, Prefixes prefixes) {
    Path file = home.ontology().resolve(FILE);
    Suppressions suppressions = new Suppressions(home.show(file));
    if (!Files.exists(file)) {
      return suppressions;
    }
    try {
      suppressions.parse(Files.readString(file, StandardCharsets.UTF_8), prefixes);
    } catch (MarkedYamlEngineException broken) {
      suppressions.add(BuiltIn.SUPPRESSION, "broken YAML: " + broken.getProblem(),
          suppressions.place(broken.getProblemMark()), "check indentation");
    } catch (YamlEngineException broken) {
      suppressions.add(BuiltIn.SUPPRESSION, "broken YAML: " + broken.getMessage(), Place.of(suppressions.shown), "write a list of entries");
    } catch (IOException unreadable) {
      suppressions.findings.add(Finding.unreadable(unreadable, suppressions.shown));
    }
    return suppressions;
  }

  /** The findings that no entry covers. */
  List<Finding> apply(List<Finding> all) {
    List<Finding> kept = new ArrayList<>();
    for (Finding finding : all) {
      List<Entry> covering = entries.stream().filter(entry -> entry.covers(finding)).toList();
      used.addAll(covering);
      if (covering.isEmpty()) {
        kept.add(finding);
      }
    }
    return kept;
  }

  /** What is wrong with the file itself. */
  List<Finding> faults() {
    return List.copyOf(findings);
  }

  /** What is wrong with the entries, those among it that covered nothing so far. */
  List<Finding> findings() {
    Stream<Finding> unused = entries.stream().filter(entry -> !used.contains(entry))
        .map(entry -> Finding.of(BuiltIn.UNUSED_SUPPRESSION,
            "the entry for " + entry.keys().get("rule") + " suppresses nothing", entry.place(), "delete it"));
    return Stream.concat(findings.stream(), unused).toList();
  }

  private void parse(String text, Prefixes prefixes) {
    LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(false).build();
    Optional<org.snakeyaml.engine.v2.nodes.Node> root = new Compose(settings).composeString(text);
    if (root.isPresent() && !(root.get() instanceof SequenceNode)) {
      add(BuiltIn.SUPPRESSION, "the file is not a list of entries", new Place(shown, 1, 1), "write - rule: …");
      return;
    }
    root.ifPresent(list -> ((SequenceNode) list).getValue().forEach(node -> entry(node, prefixes)));
  }

  private void entry(org.snakeyaml.engine.v2.nodes.Node node, Prefixes prefixes) {
    Place place = place(node);
    if (!(node instanceof MappingNode mapping)) {
      add(BuiltIn.SUPPRESSION, "the entry has no keys", place, "write rule, file or focus, and reason");
      return;
    }
    Map<String, String> keys = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = text(tuple.getKeyNode());
      if (!KEYS.contains(key)) {
        add(BuiltIn.SUPPRESSION, "the key \"" + key + "\" is unknown", place(tuple.getKeyNode()),
            Nearest.hint(key, KEYS, "known are " + String.join(", ", KEYS.stream().sorted().toList())));
      }
      keys.put(key, text(tuple.getValueNode()));
    }
    keys.computeIfPresent("focus",
        (key, name) -> prefixes.expand(name).map(Node::getURI).orElse(name.replaceAll("^<|>$", "")));
    needs("rule", keys, place, "say which rule it is about");
    needs("reason", keys, place, "say why the finding is accepted");
    if (!keys.containsKey("file") && !keys.containsKey("focus")) {
      add(BuiltIn.SUPPRESSION, "the entry names neither a file nor a focus", place,
          "name one, so that it hides no more than you looked at");
    }
    if (findings.stream().noneMatch(finding -> finding.place().equals(place))) {
      entries.add(new Entry(keys, place));
    }
  }

  private void needs(String key, Map<String, String> keys, Place place, String hint) {
    if (keys.getOrDefault(key, "").isBlank()) {
      add(BuiltIn.SUPPRESSION, "the entry has no " + key, place, hint);
    }
  }

  private Place place(org.snakeyaml.engine.v2.nodes.Node node) {
    return place(node.getStartMark());
  }

  private Place place(Optional<Mark> found) {
    return found.map(mark -> new Place(shown, mark.getLine() + 1, mark.getColumn() + 1)).orElse(Place.of(shown));
  }

  private void add(BuiltIn rule, String message, Place place, String hint) {
    findings.add(Finding.of(rule, message, place, hint));
  }

  private static String text(org.snakeyaml.engine.v2.nodes.Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
  }
}
