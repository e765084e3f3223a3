package goldenbridge.graph;

/** A set of numbers from 0 that only grows. One thread's own. */
final class LongSet {
  /** Each number plus one; 0 is an empty slot. */
  private long[] slots = new long[64];
  private int size;

  /** Whether the number is new. */
  boolean add(long number) {
    int slot = slot(slots, number + 1);
    if (slots[slot] != 0) {
      return false;
    }
    slots[slot] = number + 1;
    if (++size * 2 > slots.length) {
      long[] larger = new long[slots.length * 2];
      for (long kept : slots) {
        if (kept != 0) {
          larger[slot(larger, kept)] = kept;
        }
      }
      slots = larger;
    }
    return true;
  }

  private static int slot(long[] slots, long entry) {
    long hash = entry * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 32) & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != entry) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}
