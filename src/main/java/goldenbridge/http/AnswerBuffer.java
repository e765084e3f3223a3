package goldenbridge.http;

import goldenbridge.fault.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * A body while it is being written: bounded, so that an answer is either whole or an error. All buffers share a budget of
 * memory, so that many large answers for slow readers cannot fill the heap. Used by one thread.
 */
final class AnswerBuffer extends OutputStream implements Body {
  private static final int FIRST = 8 * 1024;
  private static final int CHUNK = 64 * 1024;

  /** The memory that all buffers may hold together. */
  static final class Budget {
    private final long limit;
    private final Semaphore chunks;

    Budget(long limitOfOne, long limitOfAll) {
      this.limit = limitOfOne;
      this.chunks = new Semaphore((int) Math.max(limitOfAll / CHUNK, 1));
    }

    AnswerBuffer buffer() {
      return new AnswerBuffer(this);
    }
  }

  private final Budget budget;
  private final List<byte[]> full = new ArrayList<>();
  private byte[] last = new byte[FIRST];
  private int used;
  private long before;

  private AnswerBuffer(Budget budget) {
    this.budget = budget;
  }

  @Override
  public long size() {
    return before + used;
  }

  @Override
  public void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  /** @throws goldenbridge.fault.ProblemException with code {@code answer-too-large} or {@code busy} */
  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (size() + length > budget.limit) {
      throw Problem.tooMuch("answer-too-large", "the answer is larger than " + budget.limit + " bytes",
          "add LIMIT, or ask for less").raise();
    }
    for (int done = 0; done < length; ) {
      if (used == last.length) {
        grow();
      }
      int count = Math.min(length - done, last.length - used);
      System.arraycopy(bytes, offset + done, last, used, count);
      used += count;
      done += count;
    }
  }

  private void grow() {
    if (!budget.chunks.tryAcquire()) {
      throw Problem.unavailable("busy", "the answers under way fill the memory", "try again in a few seconds").raise();
    }
    full.add(last);
    before += used;
    last = new byte[CHUNK];
    used = 0;
  }

  @Override
  public void sendTo(Sink sink) throws IOException {
    for (byte[] chunk : full) {
      sink.take(chunk, chunk.length);
    }
    sink.take(last, used);
  }

  /** A copy of the whole body. */
  byte[] bytes() throws IOException {
    ByteBuffer copy = ByteBuffer.allocate((int) size());
    sendTo((bytes, length) -> copy.put(bytes, 0, length));
    return copy.array();
  }

  @Override
  public void close() {
    budget.chunks.release(full.size());
    full.clear();
  }
}
