package goldenbridge.graph;

import java.util.Arrays;

/** Tuples of numbers, each once, numbered in the order in which they came. Only grows. One thread's own. */
final class Tuples {
  private final int width;
  private int[] kept;
  /** The number of a tuple plus one; 0 is an empty slot. */
  private int[] slots = new int[64];
  private int size;

  Tuples(int width) {
    this.width = width;
    this.kept = new int[32 * width];
  }

  int size() {
    return size;
  }

  /** A number of a tuple. */
  int get(int tuple, int column) {
    return kept[tuple * width + column];
  }

  /** The number of a tuple; it is the former {@link #size} when the tuple is new. */
  int put(int[] tuple) {
    int slot = hash(tuple, 0) & (slots.length - 1);
    while (slots[slot] != 0) {
      if (same(slots[slot] - 1, tuple)) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = size + 1;
    if ((size + 1) * width > kept.length) {
      kept = Arrays.copyOf(kept, kept.length * 2);
    }
    System.arraycopy(tuple, 0, kept, size * width, width);
    if (++size * 2 > slots.length) {
      spread();
    }
    return size - 1;
  }

  private boolean same(int number, int[] tuple) {
    int from = number * width;
    for (int column = 0; column < width; column++) {
      if (kept[from + column] != tuple[column]) {
        return false;
      }
    }
    return true;
  }

  private int hash(int[] in, int from) {
    int hash = 0;
    for (int at = from; at < from + width; at++) {
      hash = (hash ^ in[at]) * 0x9E3779B9;
      hash ^= hash >>> 15;
    }
    return hash;
  }

  private void spread() {
    slots = new int[slots.length * 2];
    for (int tuple = 0; tuple < size; tuple++) {
      int slot = hash(kept, tuple * width) & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = tuple + 1;
    }
  }
}
