package goldenbridge.graph;

import java.util.Arrays;

/** Yes or no by term number, as far as there is room: it forgets rather than grows. One thread's own. */
final class Verdicts {
  static final int UNKNOWN = -1;
  static final int NO = 0;
  static final int YES = 1;
  private static final int MOST = 1 << 16;

  /** Term and verdict in one number: the term doubled, plus the verdict. */
  private int[] slots = new int[16];
  private int noted;

  Verdicts() {
    Arrays.fill(slots, UNKNOWN);
  }

  int of(int term) {
    int entry = slots[place(term)];
    return entry >= 0 && entry >> 1 == term ? entry & 1 : UNKNOWN;
  }

  void note(int term, boolean verdict) {
    if (++noted > slots.length && slots.length < MOST) {
      slots = new int[slots.length * 4];
      Arrays.fill(slots, UNKNOWN);
      noted = 1;
    }
    slots[place(term)] = term << 1 | (verdict ? YES : NO);
  }

  private int place(int term) {
    int hash = term * 0x9E3779B9;
    return (hash ^ (hash >>> 15)) & (slots.length - 1);
  }
}
