package goldenbridge.graph;

import java.util.Arrays;
import org.apache.jena.graph.Node;

/** Every term once, with a number from 0. It grows while one thread loads; after that it is only read. */
final class NodeTable {
  /** The number of a term that is not here. */
  static final int NONE = -2;

  private Node[] nodes = new Node[1024];
  private int[] slots = new int[4096];
  private int size;

  NodeTable() {
    Arrays.fill(slots, -1);
  }

  int size() {
    return size;
  }

  Node node(int id) {
    return nodes[id];
  }

  /** The number of a term, or {@link #NONE}. */
  int id(Node node) {
    int found = slots[slot(node)];
    return found < 0 ? NONE : found;
  }

  /** The number of a term, which is put in when it is new. */
  int intern(Node node) {
    int slot = slot(node);
    if (slots[slot] >= 0) {
      return slots[slot];
    }
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, size + (size >> 1));
    }
    nodes[size] = node;
    slots[slot] = size++;
    if (size * 2 > slots.length) {
      spread();
    }
    return size - 1;
  }

  private int slot(Node node) {
    int slot = home(node);
    while (slots[slot] >= 0 && !same(nodes[slots[slot]], node)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private static boolean same(Node one, Node other) {
    return one == other || one.equals(other);
  }

  private int home(Node node) {
    int hash = node.hashCode() * 0x9E3779B9;
    return (hash ^ (hash >>> 15)) & (slots.length - 1);
  }

  private void spread() {
    slots = new int[slots.length * 2];
    Arrays.fill(slots, -1);
    for (int id = 0; id < size; id++) {
      int slot = home(nodes[id]);
      while (slots[slot] >= 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = id;
    }
  }

  /** Gives back the room that was kept for more. */
  void trim() {
    nodes = Arrays.copyOf(nodes, size);
  }
}
