package goldenbridge.query;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * A solution and what it matched. A quad of the default graph stands for a triple of the union; any other names the graph in
 * which the query asked for it.
 */
record Traced(Binding row, Set<Quad> matched) {

  static Traced of(Binding row) {
    return new Traced(row, Set.of());
  }

  Traced with(Binding other) {
    return new Traced(other, matched);
  }

  Traced and(Collection<Quad> more) {
    return more.isEmpty() ? this : new Traced(row, union(matched, more));
  }

  static Set<Quad> union(Collection<Quad> some, Collection<Quad> more) {
    Set<Quad> all = new LinkedHashSet<>(some);
    all.addAll(more);
    return all;
  }
}
