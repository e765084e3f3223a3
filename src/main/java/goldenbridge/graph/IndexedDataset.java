package goldenbridge.graph;

import java.util.BitSet;

/** A dataset whose graphs are all in one index. */
interface IndexedDataset {
  QuadIndex index();

  /** The named graphs that may be seen; null for all. */
  BitSet visible();
}
