package goldenbridge.query;

import org.apache.jena.sparql.engine.binding.Binding;

/**
 * A solution and what it matched. A quad of the default graph stands for a triple of the union; any other names the graph in
 * which the query asked for it.
 */
record Traced(Binding row, Matched matched) {

  static Traced of(Binding row) {
    return new Traced(row, Matched.NOTHING);
  }

  Traced with(Binding other) {
    return new Traced(other, matched);
  }

  Traced and(Matched more) {
    return new Traced(row, matched.and(more));
  }
}
