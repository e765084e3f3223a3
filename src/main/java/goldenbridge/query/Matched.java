package goldenbridge.query;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.core.Quad;

/**
 * What a solution matched, put together from parts that it shares with the solutions it was made from: most solutions are
 * dropped or merged on the way, so a set is made only of those that are kept. Immutable.
 */
final class Matched {
  static final Matched NOTHING = new Matched(List.of(), List.of());

  private final List<Quad> own;
  private final List<Matched> parts;

  private Matched(List<Quad> own, List<Matched> parts) {
    this.own = own;
    this.parts = parts;
  }

  static Matched of(Collection<Quad> quads) {
    return quads.isEmpty() ? NOTHING : new Matched(List.copyOf(quads), List.of());
  }

  static Matched all(List<Matched> parts) {
    return parts.size() == 1 ? parts.get(0) : new Matched(List.of(), List.copyOf(parts));
  }

  Matched and(Matched more) {
    if (this == NOTHING || more == NOTHING) {
      return this == NOTHING ? more : this;
    }
    return new Matched(List.of(), List.of(this, more));
  }

  /** All quads, each once, in the order in which they were matched. */
  Set<Quad> quads() {
    Set<Quad> quads = new LinkedHashSet<>();
    Set<Matched> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Matched> open = new ArrayDeque<>(List.of(this));
    while (!open.isEmpty()) {
      Matched next = open.pop();
      if (seen.add(next)) {
        quads.addAll(next.own);
        for (int i = next.parts.size() - 1; i >= 0; i--) {
          open.push(next.parts.get(i));
        }
      }
    }
    return quads;
  }
}
