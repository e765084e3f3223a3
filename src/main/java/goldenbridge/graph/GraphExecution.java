package goldenbridge.graph;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterConvert;
import org.apache.jena.sparql.engine.iterator.QueryIterFilterExpr;
import org.apache.jena.sparql.engine.iterator.QueryIterProcessBinding;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;

/**
 * Answers what is one {@link Block} from the index: basic patterns, {@code GRAPH} with a variable or a name, filters and
 * optional parts on them. What else stands under {@code GRAPH ?g} is put into quad form as far as it means the same; only such
 * a part of a query: in a whole query Jena (5.6.0) fails on a graph variable that EXISTS substitutes.
 *
 * <p>It is registered on the dataset's own context; on a query's context it would come too late.
 */
final class GraphExecution extends OpExecutor {
  private GraphExecution(ExecutionContext execution) {
    super(execution);
  }

  static void register(Context context) {
    QueryEngineRegistry engines = new QueryEngineRegistry();
    engines.add(new Factory());
    QueryEngineRegistry.set(context, engines);
    QC.setFactory(context, GraphExecution::new);
    // Jena (5.6.0) turns equalities into assignments also where a variable may be unbound: UNION under GRAPH. A block does so when it may.
    context.set(ARQ.optFilterEquality, false);
    context.set(ARQ.optFilterImplicitJoin, false);
    context.set(ARQ.optImplicitLeftJoin, false);
  }

  @Override
  protected QueryIterator execute(OpBGP basic, QueryIterator input) {
    return block(basic).map(found -> rows(found, input)).orElseGet(() -> super.execute(basic, input));
  }

  @Override
  protected QueryIterator execute(OpFilter filter, QueryIterator input) {
    return block(filter).map(found -> rows(found, input)).orElseGet(() -> {
      QueryIterator rows = exec(filter.getSubOp(), input);
      for (Expr condition : filter.getExprs()) {
        rows = new QueryIterFilterExpr(rows, Values.within(condition), execCxt);
      }
      return rows;
    });
  }

  @Override
  protected QueryIterator execute(OpQuadPattern quads, QueryIterator input) {
    return block(quads).map(found -> rows(found, input)).orElseGet(() -> super.execute(quads, input));
  }

  @Override
  protected QueryIterator execute(OpGraph pattern, QueryIterator input) {
    Optional<Block> whole = block(pattern);
    if (whole.isPresent()) {
      return rows(whole.get(), input);
    }
    return Var.isVar(pattern.getNode()) && QuadForm.fits(pattern)
        ? exec(Algebra.toQuadForm(pattern), input)
        : super.execute(pattern, input);
  }

  /** Neighbours that make one block together are ordered together. */
  @Override
  protected QueryIterator execute(OpSequence sequence, QueryIterator input) {
    Deque<Op> left = new ArrayDeque<>(sequence.getElements());
    QueryIterator rows = input;
    while (!left.isEmpty()) {
      Op first = left.poll();
      Optional<Block> longest = block(first);
      if (longest.isEmpty()) {
        rows = exec(first, rows);
        continue;
      }
      OpSequence run = OpSequence.create();
      run.add(first);
      while (!left.isEmpty()) {
        run.add(left.peek());
        Optional<Block> longer = block(run);
        if (longer.isEmpty()) {
          break;
        }
        longest = longer;
        left.poll();
      }
      rows = rows(longest.get(), rows);
    }
    return rows;
  }

  @Override
  protected QueryIterator execute(OpConditional optional, QueryIterator input) {
    return OptionalPart.read(optional.getRight(), this::block, execCxt)
        .map(part -> BlockIterator.of(part, exec(optional.getLeft(), input), execCxt))
        .orElseGet(() -> super.execute(optional, input));
  }

  @Override
  protected QueryIterator execute(OpGroup group, QueryIterator input) {
    if (!Grouping.fits(group) || index().isEmpty()) {
      return super.execute(group, input);
    }
    Grouping grouping = new Grouping(group, index().get(), execCxt);
    Optional<Block> block = input.isJoinIdentity() ? block(group.getSubOp()) : Optional.empty();
    QueryIterator rows = block.isPresent() ? input : exec(group.getSubOp(), input);
    return new CollectedRows(rows, execCxt, () -> grouping.of(block.isPresent() ? new BlockRows(block.get(), grouping.columns(), execCxt)
        : new InputRows(rows, grouping.columns(), grouping.numbers())));
  }

  @Override
  protected QueryIterator execute(OpOrder order, QueryIterator input) {
    QueryIterator rows = exec(order.getSubOp(), input);
    return new CollectedRows(rows, execCxt, () -> new Ordering(order.getConditions(), execCxt).all(rows));
  }

  @Override
  protected QueryIterator execute(OpTopN top, QueryIterator input) {
    QueryIterator rows = exec(top.getSubOp(), input);
    return new CollectedRows(rows, execCxt, () -> new Ordering(top.getConditions(), execCxt).first(top.getLimit(), rows));
  }

  @Override
  protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
    return input instanceof QueryIterRoot && index().isPresent() && distinct.getSubOp() instanceof OpProject project
        && project.getVars().stream().allMatch(variable -> variable.isNamedVar())
        ? new DistinctRows(exec(project.getSubOp(), input), project.getVars(), index().get(), execCxt)
        : super.execute(distinct, input);
  }

  /** Jena's condition: below another operator its rows must be merged with those of the input. */
  @Override
  protected QueryIterator execute(OpProject project, QueryIterator input) {
    if (!(input instanceof QueryIterRoot)) {
      return super.execute(project, input);
    }
    Columns seen = Columns.of(project.getVars());
    return new QueryIterConvert(exec(project.getSubOp(), input), row -> new ProjectedBinding(row, seen), execCxt);
  }

  @Override
  protected QueryIterator execute(OpExtend extend, QueryIterator input) {
    Extension extension = new Extension(extend.getVarExprList(), execCxt);
    return new QueryIterProcessBinding(exec(extend.getSubOp(), input), execCxt) {
      @Override
      public Binding accept(Binding row) {
        return extension.of(row);
      }
    };
  }

  private Optional<QuadIndex> index() {
    return execCxt.getDataset() instanceof IndexedDataset dataset ? Optional.of(dataset.index()) : Optional.empty();
  }

  private QueryIterator rows(Block block, QueryIterator input) {
    return BlockIterator.of(block, input, execCxt);
  }

  private Optional<Block> block(Op op) {
    return execCxt.getDataset() instanceof IndexedDataset dataset && execCxt.getActiveGraph() instanceof IndexedGraph active
        ? BlockReader.read(op, dataset, active.term())
        : Optional.empty();
  }

  @Override
  protected QueryIterator execute(OpJoin join, QueryIterator input) {
    QueryIterator left = exec(join.getLeft(), input);
    QueryIterator right = exec(join.getRight(), root());
    return new DeferredJoin(left, right, execCxt, () -> Join.join(left, right, execCxt));
  }

  @Override
  protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
    QueryIterator left = exec(join.getLeft(), input);
    QueryIterator right = exec(join.getRight(), root());
    return new DeferredJoin(left, right, execCxt, () -> Join.leftJoin(left, right, join.getExprs(), execCxt));
  }

  private static final class Engine extends QueryEngineMain {
    Engine(Query query, DatasetGraph dataset, Binding input, Context context) {
      super(query, dataset, input, context);
    }

    Engine(Op op, DatasetGraph dataset, Binding input, Context context) {
      super(op, dataset, input, context);
    }

    /** A lookup needs no optimizer, which would cost more than the lookup. */
    @Override
    protected Op modifyOp(Op op) {
      return isLookup(op) ? op : super.modifyOp(op);
    }

    private static boolean isLookup(Op op) {
      if (op instanceof OpProject project) {
        return isLookup(project.getSubOp());
      }
      return op instanceof OpBGP basic && basic.getPattern().getList().stream().map(Triple::getPredicate)
          .noneMatch(predicate -> predicate.isURI() && PropertyFunctionRegistry.get().manages(predicate.getURI()));
    }

    /** Jena's own view of chosen graphs would be searched graph after graph. */
    @Override
    protected DatasetGraph dynamicDataset(DatasetDescription chosen, DatasetGraph dataset, boolean union) {
      return dataset instanceof UnionDatasetGraph all
          ? new SelectedGraphs(all, names(chosen.getDefaultGraphURIs()), names(chosen.getNamedGraphURIs()))
          : super.dynamicDataset(chosen, dataset, union);
    }

    private static Set<Node> names(Collection<String> iris) {
      return iris.stream().map(NodeFactory::createURI).collect(Collectors.toSet());
    }
  }

  private static final class Factory implements QueryEngineFactory {
    @Override
    public boolean accept(Query query, DatasetGraph dataset, Context context) {
      return true;
    }

    @Override
    public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
      return new Engine(query, dataset, input, context).getPlan();
    }

    @Override
    public boolean accept(Op op, DatasetGraph dataset, Context context) {
      return true;
    }

    @Override
    public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
      return new Engine(op, dataset, input, context).getPlan();
    }
  }
}
