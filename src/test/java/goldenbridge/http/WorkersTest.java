package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private static final int QUICK = 2;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ScheduledExecutorScheduler scheduler = new ScheduledExecutorScheduler();
  private final Workers workers = new Workers(threads, scheduler, QUICK);

  @BeforeEach
  void start() throws Exception {
    scheduler.start();
  }

  @AfterEach
  void stop() throws Exception {
    threads.shutdownNow();
    scheduler.stop();
  }

  private static void await(CountDownLatch done) throws InterruptedException {
    assertTrue(done.await(60, TimeUnit.SECONDS), () -> done.getCount() + " were never done");
  }

  @Test
  void beginsInTheOrderOfComing() throws Exception {
    Workers one = new Workers(threads, scheduler, 1);
    List<Integer> begun = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(1_000);
    for (int i = 0; i < 1_000; i++) {
      int number = i;
      one.execute(() -> {
        synchronized (begun) {
          begun.add(number);
        }
        done.countDown();
      });
    }
    await(done);
    assertEquals(begun.stream().sorted().toList(), begun);
    assertEquals(0, one.waiting());
  }

  @Test
  void aTaskThatWaitsMakesWayForAnother() throws Exception {
    CyclicBarrier all = new CyclicBarrier(20); // none goes on before all have begun
    CountDownLatch done = new CountDownLatch(20);
    for (int i = 0; i < 20; i++) {
      workers.execute(() -> {
        try {
          all.await(60, TimeUnit.SECONDS);
          done.countDown();
        } catch (Exception never) {
          throw new IllegalStateException(never);
        }
      });
    }
    await(done);
  }

  @Test
  void allIsDoneAlsoWhenSomeTakeLong() throws Exception {
    Random random = new Random(7);
    AtomicInteger atWork = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(2_000);
    for (int i = 0; i < 2_000; i++) {
      int millis = i % 100 == 0 ? 30 : 0;
      workers.execute(() -> {
        atWork.incrementAndGet();
        try {
          Thread.sleep(millis);
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
        }
        atWork.decrementAndGet();
        done.countDown();
      });
      if (random.nextInt(50) == 0) {
        Thread.sleep(1);
      }
    }
    await(done);
    assertEquals(0, workers.waiting());
    assertEquals(0, atWork.get());
  }

  /** None of these takes long, so that no further thread is called in whatever the machine does: they wait until there are as many as may be. */
  @Test
  void fewThreadsDoManyTasks() throws Exception {
    AtomicInteger called = new AtomicInteger();
    CountDownLatch begin = new CountDownLatch(1);
    Workers counted = new Workers(shift -> {
      called.incrementAndGet();
      threads.execute(() -> {
        try {
          begin.await();
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
        }
        shift.run();
      });
    }, scheduler, QUICK);
    CountDownLatch done = new CountDownLatch(500);
    for (int i = 0; i < 500; i++) {
      counted.execute(done::countDown);
    }
    assertEquals(QUICK, called.get());
    begin.countDown();
    await(done);
  }

  @Test
  void tellsWhenItsThreadsAreGone() {
    threads.shutdown();
    assertThrows(RejectedExecutionException.class, () -> workers.execute(() -> { }));
    assertEquals(0, workers.waiting());
  }

  @Test
  void aTaskThatThrowsTakesNobodysPlace() throws Exception {
    ExecutorService quiet = Executors.newCachedThreadPool(work -> {
      Thread thread = new Thread(work);
      thread.setUncaughtExceptionHandler((broken, why) -> { });
      return thread;
    });
    Workers broken = new Workers(quiet, scheduler, QUICK);
    CountDownLatch done = new CountDownLatch(10);
    for (int i = 0; i < 10; i++) {
      broken.execute(() -> {
        done.countDown();
        throw new IllegalStateException("a bug");
      });
    }
    await(done);
    quiet.shutdownNow();
  }
}
