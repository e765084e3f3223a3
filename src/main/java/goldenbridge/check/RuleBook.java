package goldenbridge.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All rules by which a home is checked, by id: its shapes, its rule files and the program's own. Immutable. */
public final class RuleBook {
  private final Map<String, RuleText> byId;

  private RuleBook(Map<String, RuleText> byId) {
    this.byId = Collections.unmodifiableMap(new TreeMap<>(byId));
  }

  /** The rules of a home with those of the program; an id that is given twice keeps its first text. */
  static RuleBook of(List<RuleText> ofHome) {
    Map<String, RuleText> all = new TreeMap<>();
    List<RuleText> texts = new ArrayList<>(ofHome);
    Arrays.stream(BuiltIn.values()).map(BuiltIn::text).forEach(texts::add);
    texts.forEach(text -> all.putIfAbsent(text.id(), text));
    return new RuleBook(all);
  }

  public Optional<RuleText> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Sorted by id. */
  public List<RuleText> all() {
    return List.copyOf(byId.values());
  }
}
