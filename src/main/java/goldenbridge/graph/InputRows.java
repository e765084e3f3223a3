package goldenbridge.graph;

import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;

/** The rows that another operator makes. */
final class InputRows implements Grouping.Rows {
  private final QueryIterator input;
  private final Var[] columns;
  private final Numbers numbers;
  private Binding row;

  InputRows(QueryIterator input, List<Var> columns, Numbers numbers) {
    this.input = input;
    this.columns = columns.toArray(Var[]::new);
    this.numbers = numbers;
  }

  @Override
  public boolean next() {
    row = input.hasNext() ? input.next() : null;
    return row != null;
  }

  @Override
  public int number(int column) {
    return numbers.of(row, columns[column]);
  }

  @Override
  public Binding binding() {
    return row;
  }

  @Override
  public boolean differIn(List<Var> variables) {
    return false;
  }
}
