package goldenbridge.query;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.core.Var;

/** What a query gave, complete in memory. */
public sealed interface Answer {

  /** Whether the query had more rows or triples than the limits let through. */
  boolean truncated();

  /** The rows of a SELECT, in order. */
  record Rows(List<Var> columns, List<Binding> rows, boolean truncated) implements Answer {
    public Rows {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /** The verdict of an ASK. */
  record Truth(boolean value) implements Answer {
    @Override
    public boolean truncated() {
      return false;
    }
  }

  /** The triples of a CONSTRUCT or DESCRIBE. */
  record Triples(Graph graph, boolean truncated) implements Answer {}
}
