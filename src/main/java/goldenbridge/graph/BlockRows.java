package goldenbridge.graph;

import java.util.Arrays;
import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingRoot;

/** The rows of one block, read without making any. */
final class BlockRows implements Grouping.Rows {
  private final List<Var> variables;
  private final BlockMatcher matcher;
  private final int[] places;

  /** @param columns variables of the block or not */
  BlockRows(Block block, List<Var> columns, ExecutionContext execution) {
    variables = Arrays.asList(block.variables());
    places = columns.stream().mapToInt(variables::indexOf).toArray();
    matcher = new BlockMatcher(block, execution);
    matcher.start(BindingRoot.create());
  }

  @Override
  public boolean next() {
    return matcher.next();
  }

  @Override
  public int number(int column) {
    return places[column] < 0 ? Step.UNBOUND : matcher.row()[places[column]];
  }

  @Override
  public Binding binding() {
    return matcher.match();
  }

  /** A graph holds each triple once, so no two rows of all variables are the same. */
  @Override
  public boolean differIn(List<Var> told) {
    return told.containsAll(variables);
  }
}
