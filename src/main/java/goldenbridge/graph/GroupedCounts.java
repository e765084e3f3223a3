package goldenbridge.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.iterator.IteratorDelayedInitialization;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingRoot;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/** COUNT, of rows or of a variable, in groups by variables of one block: counted by term number, without making a row. */
final class GroupedCounts {
  private static final int ROWS = -1;
  private static final int SMALL = 512;

  private final Block block;
  private final List<Var> groups;
  private final int[] groupPlaces;
  private final List<ExprAggregator> counts;
  private final int[] countPlaces;
  private final Node[] small = new Node[SMALL];

  private GroupedCounts(OpGroup group, Block block) {
    this.block = block;
    groups = group.getGroupVars().getVars();
    groupPlaces = groups.stream().mapToInt(this::place).toArray();
    counts = group.getAggregators();
    countPlaces = counts.stream().map(ExprAggregator::getAggregator)
        .mapToInt(counted -> counted instanceof AggCount ? ROWS : place(counted.getExprList().get(0).asVar())).toArray();
  }

  private int place(Var variable) {
    return Arrays.asList(block.variables()).indexOf(variable);
  }

  /** The groups, when the operator is of this kind. */
  static Optional<QueryIterator> read(OpGroup group, Block block, ExecutionContext execution) {
    boolean simple = group.getGroupVars().getExprs().isEmpty() && !group.getAggregators().isEmpty()
        && group.getAggregators().stream().map(ExprAggregator::getAggregator).allMatch(counted -> simple(counted, block))
        && Arrays.asList(block.variables()).containsAll(group.getGroupVars().getVars());
    return simple
        ? Optional.of(QueryIterPlainWrapper.create(new GroupedCounts(group, block).rows(execution), execution))
        : Optional.empty();
  }

  private static boolean simple(Aggregator counted, Block block) {
    return counted instanceof AggCount
        || (counted instanceof AggCountVar || counted instanceof AggCountVarDistinct) && counted.getExprList().get(0).isVariable()
            && Arrays.asList(block.variables()).contains(counted.getExprList().get(0).asVar());
  }

  private record Key(int hash, int... terms) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(key.terms, terms);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private static final class Group {
    final int number;
    final long[] counts;

    Group(int number, int aggregators) {
      this.number = number;
      this.counts = new long[aggregators];
    }
  }

  private Iterator<Binding> rows(ExecutionContext execution) {
    return new IteratorDelayedInitialization<>() {
      @Override
      protected Iterator<Binding> initializeIterator() {
        return counted(execution).entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).iterator();
      }
    };
  }

  private Map<Key, Group> counted(ExecutionContext execution) {
    Map<Key, Group> all = new HashMap<>();
    if (groupPlaces.length == 0) {
      all.put(key(new int[0]), new Group(0, counts.size()));
    }
    LongSet[] seen = new LongSet[counts.size()];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = counts.get(i).getAggregator() instanceof AggCountVarDistinct ? new LongSet() : null;
    }
    BlockMatcher matcher = new BlockMatcher(block, execution);
    matcher.start(BindingRoot.create());
    Key last = null;
    Group group = null;
    while (matcher.next()) {
      // Rows of one group mostly follow each other.
      if (last == null || !isOf(last, matcher.row())) {
        last = key(matcher.row());
        group = all.computeIfAbsent(last, key -> new Group(all.size(), seen.length));
      }
      for (int i = 0; i < seen.length; i++) {
        if (seen[i] == null || seen[i].add((long) group.number << 32 | matcher.row()[countPlaces[i]])) {
          group.counts[i]++;
        }
      }
    }
    return all;
  }

  private boolean isOf(Key key, int[] row) {
    for (int i = 0; i < groupPlaces.length; i++) {
      if (key.terms[i] != row[groupPlaces[i]]) {
        return false;
      }
    }
    return true;
  }

  private Key key(int[] row) {
    int[] terms = new int[groupPlaces.length];
    int hash = 1;
    for (int i = 0; i < terms.length; i++) {
      terms[i] = row[groupPlaces[i]];
      hash = hash * 31 + terms[i];
    }
    return new Key(hash, terms);
  }

  private Binding row(Key key, Group group) {
    BindingBuilder row = Binding.builder();
    for (int i = 0; i < groupPlaces.length; i++) {
      row.add(groups.get(i), block.index().nodes.node(key.terms[i]));
    }
    for (int i = 0; i < group.counts.length; i++) {
      row.add(counts.get(i).getVar(), number(group.counts[i]));
    }
    return row.build();
  }

  /** One term for all that count the same: to order groups by it, its text is read once. */
  private Node number(long count) {
    if (count >= SMALL) {
      return NodeValue.makeInteger(count).asNode();
    }
    int place = (int) count;
    if (small[place] == null) {
      small[place] = NodeValue.makeInteger(count).asNode();
    }
    return small[place];
  }
}
