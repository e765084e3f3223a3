package goldenbridge.http;

import goldenbridge.fault.Problem;
import goldenbridge.query.Limits;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets a number of queries run at one time, each within limits; one that finds no place within a moment is turned away. */
final class WorkGate {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Semaphore places;
  private final int parallel;
  private final Limits limits;

  WorkGate(int parallel, Limits limits) {
    this.parallel = parallel;
    this.limits = limits;
    this.places = new Semaphore(parallel, true);
  }

  /** A place at work, given back on {@link #close}. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /** How many places are taken. */
  int running() {
    return parallel - places.availablePermits();
  }

  /** @throws goldenbridge.fault.ProblemException with code {@code busy} */
  Place enter() {
    try {
      if (places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return places::release;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    throw Problem.unavailable("busy", parallel + " queries are running already", "try again in a few seconds").raise();
  }

  Limits limits() {
    return limits;
  }

  /**
   * The limits of one request: it may ask for less time by {@code timeout}, in seconds.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code parameter-type}
   */
  Limits limits(Parameters asked) {
    Optional<String> timeout = asked.text("timeout").map(String::strip);
    timeout.filter(text -> !text.matches("\\d{1,6}(\\.\\d{1,3})?") || Double.parseDouble(text) == 0).ifPresent(text -> {
      throw Problem.badInput("parameter-type", "parameter timeout: \"" + text + "\" is not a number of seconds", "write it as 10")
          .about("timeout").raise();
    });
    Duration time = timeout.map(text -> Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000))).orElse(limits.timeout());
    return new Limits(time.compareTo(limits.timeout()) < 0 ? time : limits.timeout(), limits.maxRows());
  }
}
