package goldenbridge.http;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import goldenbridge.fault.Problem;
import goldenbridge.query.Running;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the greediest query while the heap is nearly full of what cannot be collected. Otherwise the JVM would fail in whichever
 * thread asks for memory next, and that may be one that answers something small.
 */
final class MemoryGuard {
  static final Problem FULL = Problem.unavailable("busy", "the memory is full", "try again in a few seconds, with less");
  private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);
  private static final long EVERY_MILLIS = 50;
  private static final double FULL_FROM = 0.85;

  private final Scheduler scheduler;
  private final MemoryPoolMXBean old;
  private final List<GarbageCollectorMXBean> collectors;
  private long collections;

  private MemoryGuard(Scheduler scheduler, MemoryPoolMXBean old) {
    this.scheduler = scheduler;
    this.old = old;
    this.collectors = ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
        .filter(collector -> List.of(collector.getMemoryPoolNames()).contains(old.getName())).toList();
  }

  /** Looks from now on until the scheduler stops; not with a collector that does not tell what it has left. */
  static void start(Scheduler scheduler) {
    Running.count();
    oldGeneration().ifPresent(old -> new MemoryGuard(scheduler, old).next());
  }

  /** Whether that is, or comes from, a lack of memory. */
  static boolean isFull(Throwable broken) {
    return Stream.iterate(broken, cause -> cause != null, Throwable::getCause).limit(100).anyMatch(OutOfMemoryError.class::isInstance);
  }

  /** Where objects stay that outlive collections. */
  private static Optional<MemoryPoolMXBean> oldGeneration() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
        .filter(pool -> pool.getUsage().getMax() > Runtime.getRuntime().maxMemory() / 2).findFirst();
  }

  private void next() {
    scheduler.schedule(() -> {
      look();
      next();
    }, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** One query for each collection that leaves too much: only the next one shows whether that was enough. */
  private void look() {
    long done = collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
    if (done != collections) {
      collections = done;
      left().filter(left -> left.getUsed() > FULL_FROM * left.getMax())
          .ifPresent(left -> Running.greediest().ifPresent(query -> end(query, left)));
    }
  }

  /** What the last collection of the old generation has left there, garbage that it did not look at included. */
  private Optional<MemoryUsage> left() {
    return collectors.stream().map(GarbageCollectorMXBean::getLastGcInfo).filter(Objects::nonNull)
        .max(Comparator.comparingLong(GcInfo::getEndTime)).map(info -> info.getMemoryUsageAfterGc().get(old.getName()));
  }

  private static void end(Running query, MemoryUsage left) {
    query.end(FULL);
    LOG.warn("the memory is full, {} of {} MB after a collection: the query that took most was ended", left.getUsed() >> 20, left.getMax() >> 20);
  }
}
