package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import goldenbridge.fault.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnswerBufferTest {
  private static final int CHUNK = 64 * 1024;

  @Test
  void givesBackWhatWasWritten() throws IOException {
    byte[] bytes = new byte[300_000];
    new Random(7).nextBytes(bytes);
    try (AnswerBuffer buffer = new AnswerBuffer.Budget(1 << 20, 1 << 20).buffer()) {
      buffer.write(bytes[0]);
      buffer.write(bytes, 1, 99_999);
      buffer.write(bytes, 100_000, 200_000);
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      buffer.sendTo((part, length) -> read.write(part, 0, length));
      assertEquals(bytes.length, buffer.size());
      assertArrayEquals(bytes, read.toByteArray());
    }
  }

  @Test
  void stopsAtTheLimitOfOne() {
    AnswerBuffer buffer = new AnswerBuffer.Budget(1000, 1 << 20).buffer();
    buffer.write(new byte[1000], 0, 1000);
    assertEquals("answer-too-large", assertThrows(ProblemException.class, () -> buffer.write(1)).problem().code());
  }

  @Test
  void stopsWhenAllTogetherFillTheMemoryAndGoesOnWhenOneIsSent() {
    AnswerBuffer.Budget budget = new AnswerBuffer.Budget(1 << 30, 4 * CHUNK);
    AnswerBuffer first = budget.buffer();
    AnswerBuffer second = budget.buffer();
    first.write(new byte[3 * CHUNK], 0, 3 * CHUNK);
    assertEquals("busy", assertThrows(ProblemException.class, () -> second.write(new byte[3 * CHUNK], 0, 3 * CHUNK)).problem().code());
    second.close();
    first.close();
    try (AnswerBuffer third = budget.buffer()) {
      third.write(new byte[4 * CHUNK], 0, 4 * CHUNK);
      assertEquals(4 * CHUNK, third.size());
    }
  }
}
