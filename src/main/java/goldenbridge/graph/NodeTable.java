package goldenbridge.graph;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.jena.graph.Node;

/**
 * Every term once, with a number from 0. It grows while one thread loads; after that it is only read.
 *
 * <p>Of a table that was kept, a term becomes an object when it is first asked for: a question needs few of them. Two threads
 * that ask at once may make it twice, which nobody can tell: terms are compared by their text, and Jena's keep it in final fields.
 */
final class NodeTable {
  /** The number of a term that is not here. */
  static final int NONE = -2;

  private Node[] nodes = new Node[1024];
  private int[] slots = new int[4096];
  private int size;
  private TermBytes kept;

  NodeTable() {
    Arrays.fill(slots, -1);
  }

  int size() {
    return size;
  }

  Node node(int id) {
    Node node = nodes[id];
    return node != null ? node : made(id);
  }

  private Node made(int id) {
    Node node = kept.term(id);
    nodes[id] = node;
    return node;
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
    while (slots[slot] >= 0 && !same(node(slots[slot]), node)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private static boolean same(Node one, Node other) {
    return one == other || one.equals(other);
  }

  private int home(Node node) {
    int hash = hash(node) * 0x9E3779B9;
    return (hash ^ (hash >>> 15)) & (slots.length - 1);
  }

  /** The hash of a text, since it is the same in every run of Java: a kept table is laid out by it. */
  private static int hash(Node node) {
    if (node.isURI()) {
      return node.getURI().hashCode();
    }
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm().hashCode() + 1;
    }
    return node.isBlank() ? node.getBlankNodeLabel().hashCode() + 2 : node.hashCode();
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

  /** Writes the table; false when a term is of a kind that has no form there, such as a triple. */
  boolean write(GrowingBytes out) {
    if (!TermBytes.write(this, out)) {
      return false;
    }
    out.putInts(slots);
    return true;
  }

  /** Takes in, instead of what is here, the table that {@link #write} has written. */
  void read(ByteBuffer in) {
    kept = TermBytes.read(in);
    size = kept.size();
    nodes = new Node[size];
    slots = GrowingBytes.ints(in);
  }
}
