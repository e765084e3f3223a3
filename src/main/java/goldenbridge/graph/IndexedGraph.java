package goldenbridge.graph;

import java.util.BitSet;
import java.util.NoSuchElementException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NiceIterator;
import org.apache.jena.util.iterator.NullIterator;

/** One named graph, or the union of all or some of them, seen in the index. Immutable; finds in time proportional to what it finds. */
final class IndexedGraph extends GraphBase {
  private static final int UNION = -1;

  private final QuadIndex index;
  private final int name;
  private final BitSet among;

  private IndexedGraph(QuadIndex index, int name, BitSet among) {
    this.index = index;
    this.name = name;
    this.among = among;
  }

  static IndexedGraph union(QuadIndex index) {
    return new IndexedGraph(index, UNION, null);
  }

  /** The merge of some graphs; {@code null} stands for all. */
  static IndexedGraph merge(QuadIndex index, BitSet among) {
    return new IndexedGraph(index, UNION, among);
  }

  static IndexedGraph named(QuadIndex index, int name) {
    return new IndexedGraph(index, name, null);
  }

  /** What a pattern of this graph must keep to. */
  GraphTerm term() {
    return name == UNION ? GraphTerm.union(among) : GraphTerm.fixed(name);
  }

  QuadIndex index() {
    return index;
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    int s = number(pattern.getSubject());
    int p = number(pattern.getPredicate());
    int o = number(pattern.getObject());
    return s == NodeTable.NONE || p == NodeTable.NONE || o == NodeTable.NONE ? NullIterator.instance() : new Found(s, p, o);
  }

  private int number(Node node) {
    return node.isConcrete() ? index.nodes.id(node) : Step.UNBOUND;
  }

  @Override
  protected int graphBaseSize() {
    if (name != UNION) {
      return index.graphStarts[name + 1] - index.graphStarts[name];
    }
    if (among == null) {
      return index.triples();
    }
    Found all = new Found(Step.UNBOUND, Step.UNBOUND, Step.UNBOUND);
    int size = 0;
    while (all.hasNext()) {
      all.triple = -1;
      size++;
    }
    return size;
  }

  private final class Found extends NiceIterator<Triple> {
    private final int[] row;
    private final Step step;
    private int triple = -1;

    Found(int s, int p, int o) {
      row = new int[] {s, p, o};
      step = new Step(index, term(), ~0, ~1, ~2);
      step.open(row);
    }

    @Override
    public boolean hasNext() {
      if (triple < 0 && step.next(row)) {
        triple = step.triple();
      }
      return triple >= 0;
    }

    @Override
    public Triple next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Triple found = Triple.create(index.nodes.node(index.subjects[triple]), index.nodes.node(index.predicates[triple]),
          index.nodes.node(index.objects[triple]));
      triple = -1;
      return found;
    }
  }
}
