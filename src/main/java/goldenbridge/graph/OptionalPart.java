package goldenbridge.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * A block under OPTIONAL, with the optional parts inside it and the values that it computes. For each row its matches, or the row itself. One
 * thread's own.
 */
final class OptionalPart {
  private final BlockMatcher matcher;
  private final List<OptionalPart> inner = new ArrayList<>();
  private final List<Extension> extensions = new ArrayList<>();
  private Binding row;
  private boolean matched;
  /** The inner part that is being read; -1 when it is the block's turn. */
  private int depth;

  private OptionalPart(BlockMatcher matcher) {
    this.matcher = matcher;
  }

  /** The part that an operator is, when it is made of blocks. */
  static Optional<OptionalPart> read(Op op, Function<Op, Optional<Block>> blocks, ExecutionContext execution) {
    if (op instanceof OpExtend extend) {
      Optional<OptionalPart> part = read(extend.getSubOp(), blocks, execution);
      part.ifPresent(found -> found.extensions.add(new Extension(extend.getVarExprList(), execution)));
      return part;
    }
    if (!(op instanceof OpConditional nested)) {
      return blocks.apply(op).map(block -> new OptionalPart(new BlockMatcher(block, execution)));
    }
    Optional<OptionalPart> part = read(nested.getLeft(), blocks, execution);
    Optional<OptionalPart> within = part.flatMap(found -> read(nested.getRight(), blocks, execution));
    within.ifPresent(found -> part.orElseThrow().inner.add(found));
    return within.isPresent() ? part : Optional.empty();
  }

  void start(Binding from) {
    row = from;
    matched = false;
    depth = -1;
    matcher.start(from);
  }

  /** The next row, or null. */
  Binding next() {
    for (Binding found = match(); found != null; found = match()) {
      Binding extended = extended(found);
      if (extended != null) {
        matched = true;
        return extended;
      }
    }
    boolean alone = !matched;
    matched = true;
    return alone ? row : null;
  }

  private Binding extended(Binding found) {
    Binding extended = found;
    for (int i = 0; i < extensions.size() && extended != null; i++) {
      extended = extensions.get(i).of(extended);
    }
    return extended;
  }

  private Binding match() {
    while (true) {
      if (depth >= 0) {
        Binding found = inner.get(depth).next();
        if (found == null) {
          depth--;
        } else if (depth == inner.size() - 1) {
          return found;
        } else {
          inner.get(++depth).start(found);
        }
      } else if (!matcher.next()) {
        return null;
      } else if (inner.isEmpty()) {
        return matcher.match();
      } else {
        depth = 0;
        inner.get(0).start(matcher.match());
      }
    }
  }
}
