package goldenbridge.graph;

import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterProcessBinding;

/** Rows of some variables, those left out that have come before: compared by the numbers of their terms. */
final class DistinctRows extends QueryIterProcessBinding {
  private final Columns columns;
  private final Numbers numbers;
  private final Tuples seen;
  private final int[] tuple;

  DistinctRows(QueryIterator input, List<Var> variables, QuadIndex index, ExecutionContext execution) {
    super(input, execution);
    columns = Columns.of(variables);
    numbers = new Numbers(index);
    seen = new Tuples(variables.size());
    tuple = new int[variables.size()];
  }

  @Override
  public Binding accept(Binding row) {
    for (int place = 0; place < tuple.length; place++) {
      tuple[place] = numbers.of(row, columns.variable(place));
    }
    int before = seen.size();
    return seen.put(tuple) == before ? new IdBinding(null, numbers, columns, tuple.clone()) : null;
  }
}
