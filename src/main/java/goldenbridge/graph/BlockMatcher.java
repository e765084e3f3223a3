package goldenbridge.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;

/** Finds the rows of a block, one after the other, for one input row after the other. One thread's own. */
final class BlockMatcher {
  private static final int LOOK_EVERY = 1024;

  private final Block block;
  private final ExecutionContext execution;
  private final AtomicBoolean cancelled;
  private final int[] row;
  private final int[] typical;
  private final Numbers numbers;
  private final Columns allColumns;
  private Step[] steps;
  /** The conditions that can be told before the first step, after it, after the second, … */
  private Condition[][] conditions;
  private Columns newColumns;
  private int[] newPlaces;
  private Binding input;
  private Binding live;
  private int depth;
  private int turns;

  BlockMatcher(Block block, ExecutionContext execution) {
    this.block = block;
    this.execution = execution;
    this.cancelled = execution.getCancelSignal();
    this.row = new int[block.variables().length];
    this.typical = new int[row.length];
    this.numbers = new Numbers(block.index());
    this.allColumns = new Columns(block.variables());
  }

  /** Begins with a new input row. */
  void start(Binding from) {
    input = from;
    depth = -1;
    if (!block.possible()) {
      return;
    }
    for (int place = 0; place < row.length; place++) {
      row[place] = ValuedBinding.number(from, block.variables()[place], block.index());
      if (row[place] == NodeTable.NONE) {
        return;
      }
    }
    boolean planned = steps != null && sameBound();
    if (!planned) {
      System.arraycopy(row, 0, typical, 0, row.length);
      newPlaces = free(row);
      newColumns = new Columns(Arrays.stream(newPlaces).mapToObj(place -> block.variables()[place]).toArray(Var[]::new));
    }
    if (!give()) {
      return;
    }
    if (!planned) {
      plan();
    }
    live = block.conditions().isEmpty() ? null : new IdBinding(from, numbers, allColumns, row);
    if (allHold(conditions[0])) {
      depth = 0;
      steps[0].open(row);
    }
  }

  /** Writes the terms that conditions ask for; false when the input has others. */
  private boolean give() {
    for (int i = 0; i < block.given().length; i += 2) {
      int place = block.given()[i];
      int term = block.given()[i + 1];
      if (row[place] >= 0 && row[place] != term) {
        return false;
      }
      row[place] = term;
    }
    return true;
  }

  private boolean sameBound() {
    for (int place = 0; place < row.length; place++) {
      if (row[place] < 0 != typical[place] < 0) {
        return false;
      }
    }
    return true;
  }

  private void plan() {
    steps = JoinOrder.of(block, row);
    conditions = new Condition[steps.length + 1][];
    List<Condition> left = new ArrayList<>(block.conditions());
    int[] bound = row.clone();
    for (int step = 0; step <= steps.length; step++) {
      List<Condition> ready = new ArrayList<>();
      boolean last = step == steps.length;
      left.removeIf(condition -> (last || !condition.wholeRow() && known(condition, bound)) && ready.add(condition));
      conditions[step] = ready.toArray(Condition[]::new);
      if (!last) {
        bind(steps[step], bound);
      }
    }
  }

  private static int[] free(int[] row) {
    int[] places = new int[row.length];
    int count = 0;
    for (int place = 0; place < row.length; place++) {
      if (row[place] < 0) {
        places[count++] = place;
      }
    }
    return Arrays.copyOf(places, count);
  }

  private static boolean known(Condition condition, int[] bound) {
    for (int place : condition.places()) {
      if (bound[place] < 0) {
        return false;
      }
    }
    return true;
  }

  private static void bind(Step step, int[] bound) {
    int graph = step.graph().isUnion() ? 0 : step.graph().reference();
    for (int reference : new int[] {step.s(), step.p(), step.o(), graph}) {
      if (reference < 0) {
        bound[~reference] = 0;
      }
    }
  }

  /** Goes to the next match, if there is one. */
  boolean next() {
    int last = depth < 0 ? 0 : steps.length - 1;
    while (depth >= 0) {
      if (++turns % LOOK_EVERY == 0 && cancelled != null && cancelled.get()) {
        throw new QueryCancelledException();
      }
      if (!steps[depth].next(row)) {
        depth--;
      } else if (allHold(conditions[depth + 1])) {
        if (depth == last) {
          return true;
        }
        steps[++depth].open(row);
      }
    }
    return false;
  }

  private boolean allHold(Condition[] all) {
    for (Condition condition : all) {
      if (!condition.holds(row, condition.wholeRow() ? match() : live, execution)) {
        return false;
      }
    }
    return true;
  }

  /** The present match by number; it changes with the next one. */
  int[] row() {
    return row;
  }

  /** The present match, which stays as it is. */
  Binding match() {
    int[] values = new int[newPlaces.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = row[newPlaces[i]];
    }
    return new IdBinding(input, numbers, newColumns, values);
  }
}
