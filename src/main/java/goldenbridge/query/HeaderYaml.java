package goldenbridge.query;

import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** A YAML mapping in the leading {@code #+ } lines of a file, in which every key knows its line. */
public final class HeaderYaml {
  private static final String MARK = "#+";

  private final String shown;
  private final Place place;
  private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
  private final List<Problem> problems;

  private HeaderYaml(String shown, Place place, Optional<MappingNode> mapping, List<Problem> problems) {
    this.shown = shown;
    this.place = place;
    this.problems = problems;
    mapping.ifPresent(node -> node.getValue().forEach(tuple -> entries.put(scalar(tuple.getKeyNode()).orElse("?"), tuple)));
  }

  /**
   * Parses the header; a file without one gives an empty mapping.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code query-header} for broken YAML
   */
  public static HeaderYaml parse(String text, String shown) {
    String yaml = text.lines().takeWhile(line -> line.startsWith(MARK))
        .map(line -> line.substring(MARK.length())).map(line -> line.startsWith(" ") ? line.substring(1) : line)
        .collect(Collectors.joining("\n"));
    List<Problem> problems = new ArrayList<>();
    Place start = new Place(shown, 1, 1);
    try {
      Optional<Node> root = new Compose(LoadSettings.builder().setAllowDuplicateKeys(false).setSchema(new FailsafeSchema()).build()).composeString(yaml);
      if (root.isPresent() && !(root.get() instanceof MappingNode)) {
        throw Problem.badData("query-header", "the header is not a YAML mapping", start, "write #+ key: value").raise();
      }
      return new HeaderYaml(shown, start, root.map(MappingNode.class::cast), problems);
    } catch (MarkedYamlEngineException broken) {
      Place where = broken.getProblemMark().map(mark -> new Place(shown, mark.getLine() + 1, mark.getColumn() + 1 + MARK.length() + 1)).orElse(start);
      throw Problem.badData("query-header", "broken YAML: " + broken.getProblem(), where,
          "check indentation, and quote values that hold a colon").raise();
    } catch (YamlEngineException broken) {
      throw Problem.badData("query-header", "broken YAML: " + broken.getMessage(), start, "check the header").raise();
    }
  }

  public Set<String> keys() {
    return entries.keySet();
  }

  /** Where this mapping begins. */
  public Place place() {
    return place;
  }

  /** Where a key stands. */
  public Place place(String key) {
    NodeTuple tuple = entries.get(key);
    return tuple == null ? place : placeOf(tuple.getKeyNode());
  }

  /** The text of a scalar; a problem is noted when the key holds something else. */
  public Optional<String> text(String key) {
    return value(key).flatMap(node -> {
      if (!(node instanceof ScalarNode)) {
        wrong(key, "one value");
      }
      return scalar(node);
    }).map(String::strip);
  }

  /** The texts of a list of scalars; a single scalar counts as a list of one. */
  public List<String> texts(String key) {
    return value(key).map(node -> {
      if (node instanceof SequenceNode list) {
        return list.getValue().stream().flatMap(item -> scalar(item).stream()).toList();
      }
      if (!(node instanceof ScalarNode)) {
        wrong(key, "a list");
      }
      return scalar(node).stream().toList();
    }).orElse(List.of());
  }

  public Optional<HeaderYaml> mapping(String key) {
    return value(key).flatMap(node -> {
      if (node instanceof MappingNode mapping) {
        return Optional.of(new HeaderYaml(shown, placeOf(mapping), Optional.of(mapping), problems));
      }
      if (!scalar(node).orElse("?").isEmpty()) {
        wrong(key, "a mapping");
      }
      return Optional.empty();
    });
  }

  HeaderYaml empty(String key) {
    return new HeaderYaml(shown, place(key), Optional.empty(), problems);
  }

  /** All entries that hold a scalar. */
  public Map<String, String> textByKey() {
    Map<String, String> texts = new LinkedHashMap<>();
    keys().forEach(key -> text(key).ifPresent(text -> texts.put(key, text)));
    return texts;
  }

  /** Entries of the wrong kind met so far, in this mapping and those inside it. */
  public List<Problem> problems() {
    return problems;
  }

  private void wrong(String key, String wanted) {
    problems.add(Problem.badData("query-header", "key \"" + key + "\" must hold " + wanted, place(key), "mend the header"));
  }

  private Optional<Node> value(String key) {
    return Optional.ofNullable(entries.get(key)).map(NodeTuple::getValueNode);
  }

  private Place placeOf(Node node) {
    return node.getStartMark().map(mark -> new Place(shown, mark.getLine() + 1, mark.getColumn() + 1 + MARK.length() + 1)).orElse(place);
  }

  private static Optional<String> scalar(Node node) {
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }
}
