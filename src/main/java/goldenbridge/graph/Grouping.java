package goldenbridge.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/**
 * Groups by variables. Keys are compared, and rows and variables counted, by the numbers of terms; any other aggregate is Jena's, which gets
 * the whole row. For one execution.
 */
final class Grouping {
  private static final int ROWS = -1;
  private static final int OTHER = -2;
  private static final int SMALL = 512;

  private final List<ExprAggregator> aggregators;
  private final int keys;
  private final List<Var> columns;
  /** For each aggregate the column that it counts, or that it counts {@link #ROWS}, or that it is an {@link #OTHER}. */
  private final int[] counted;
  private final boolean whole;
  private final Numbers numbers;
  private final ExecutionContext execution;
  /** The numbers of the terms 0, 1, 2, …, each plus one; 0 where it is not known yet. */
  private final int[] small = new int[SMALL];

  private final Tuples groups;
  private final List<Accumulator[]> others = new ArrayList<>();
  private final LongSet[] seen;
  private long[] counts;

  /** What is grouped. A number is that of the present row's value of one of the {@link #columns}, or {@link Step#UNBOUND}. */
  interface Rows {
    boolean next();

    int number(int column);

    Binding binding();

    /** Whether no two rows have the same values of these variables. */
    boolean differIn(List<Var> variables);
  }

  Grouping(OpGroup group, QuadIndex index, ExecutionContext execution) {
    this.aggregators = group.getAggregators().stream().map(Grouping::within).toList();
    this.columns = new ArrayList<>(group.getGroupVars().getVars());
    this.keys = columns.size();
    this.counted = aggregators.stream().map(ExprAggregator::getAggregator).mapToInt(this::counted).toArray();
    this.whole = Arrays.stream(counted).anyMatch(column -> column == OTHER);
    this.numbers = new Numbers(index);
    this.execution = execution;
    this.groups = new Tuples(keys);
    this.seen = new LongSet[counted.length];
    this.counts = new long[Math.max(1, 64 * counted.length)];
  }

  /** Whether it groups by variables only. */
  static boolean fits(OpGroup group) {
    return group.getGroupVars().getExprs().isEmpty();
  }

  private static ExprAggregator within(ExprAggregator aggregator) {
    Aggregator plain = aggregator.getAggregator();
    return plain.getExprList() == null || plain.getExprList().isEmpty() ? aggregator
        : new ExprAggregator(aggregator.getVar(), plain.copy(new ExprList(plain.getExprList().getList().stream().map(Values::within).toList())));
  }

  private int counted(Aggregator aggregator) {
    if (aggregator instanceof AggCount) {
      return ROWS;
    }
    if (!(aggregator instanceof AggCountVar || aggregator instanceof AggCountVarDistinct) || !aggregator.getExprList().get(0).isVariable()) {
      return OTHER;
    }
    columns.add(aggregator.getExprList().get(0).asVar());
    return columns.size() - 1;
  }

  /** The variables whose numbers it asks rows for. */
  List<Var> columns() {
    return columns;
  }

  Numbers numbers() {
    return numbers;
  }

  /** One row for each group. */
  List<Binding> of(Rows rows) {
    prepare(rows);
    int[] key = new int[keys];
    int group = -1;
    while (rows.next()) {
      boolean same = group >= 0; // rows of one group mostly follow each other
      for (int i = 0; i < keys; i++) {
        int number = rows.number(i);
        same &= number == key[i];
        key[i] = number;
      }
      if (!same) {
        group = group(key);
      }
      count(rows, group);
    }
    return groups.size() > 0 ? found() : ofNothing();
  }

  private void prepare(Rows rows) {
    for (int i = 0; i < counted.length; i++) {
      if (aggregators.get(i).getAggregator() instanceof AggCountVarDistinct && counted[i] >= 0) {
        List<Var> told = new ArrayList<>(columns.subList(0, keys));
        told.add(columns.get(counted[i]));
        seen[i] = rows.differIn(told) ? null : new LongSet();
      }
    }
  }

  private int group(int[] key) {
    int group = groups.put(key);
    if (group * counted.length == counts.length) {
      counts = Arrays.copyOf(counts, counts.length * 2);
    }
    if (whole && group == others.size()) {
      others.add(aggregators.stream().map(ExprAggregator::getAggregator).map(Aggregator::createAccumulator).toArray(Accumulator[]::new));
    }
    return group;
  }

  private void count(Rows rows, int group) {
    Binding row = whole ? rows.binding() : null;
    for (int i = 0; i < counted.length; i++) {
      if (counted[i] == OTHER) {
        others.get(group)[i].accumulate(row, execution);
        continue;
      }
      int number = counted[i] == ROWS ? 0 : rows.number(counted[i]);
      if (number >= 0 && (seen[i] == null || seen[i].add((long) group << 32 | number))) {
        counts[group * counted.length + i]++;
      }
    }
  }

  private List<Binding> found() {
    Columns names = names();
    List<Binding> found = new ArrayList<>(groups.size());
    for (int group = 0; group < groups.size(); group++) {
      int[] ids = new int[names.count()];
      for (int i = 0; i < keys; i++) {
        ids[i] = groups.get(group, i);
      }
      for (int i = 0; i < counted.length; i++) {
        ids[keys + i] = counted[i] == OTHER ? number(others.get(group)[i].getValue()) : number(counts[group * counted.length + i]);
      }
      found.add(new IdBinding(null, numbers, names, ids));
    }
    return found;
  }

  /** Without rows there is one group if there are no variables to group by, and none otherwise. */
  private List<Binding> ofNothing() {
    int[] ids = aggregators.stream().map(aggregator -> aggregator.getAggregator().getValueEmpty())
        .mapToInt(value -> value == null ? Step.UNBOUND : numbers.of(value)).toArray();
    return keys > 0 ? List.of() : List.of(new IdBinding(null, numbers, names(), ids));
  }

  private Columns names() {
    return Columns.of(Stream.concat(columns.subList(0, keys).stream(), aggregators.stream().map(ExprAggregator::getVar)).toList());
  }

  private int number(NodeValue value) {
    return value == null ? Step.UNBOUND : numbers.of(value.asNode());
  }

  /** Most counts are small, and many of them the same. */
  private int number(long count) {
    if (count >= SMALL) {
      return number(NodeValue.makeInteger(count));
    }
    int place = (int) count;
    if (small[place] == 0) {
      small[place] = 1 + number(NodeValue.makeInteger(count));
    }
    return small[place] - 1;
  }
}
