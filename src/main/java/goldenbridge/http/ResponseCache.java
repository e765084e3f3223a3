package goldenbridge.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import goldenbridge.graph.LiveSnapshot;
import goldenbridge.graph.Snapshot;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finished answers of the current snapshot, bounded in bytes, by entity tag, which stands for version, request, type, language and
 * coding; and for requests as they were sent, the tag of their answer, so that a repeated one need not be understood again.
 * When another snapshot is served, all of it is dropped. Safe for any number of threads.
 */
final class ResponseCache {
  /** What a key holds; an answer that varies by anything else is not kept. */
  private static final Set<String> KEPT_APART = Set.of("cookie", "accept", "accept-language", "accept-encoding", "");

  private final LiveSnapshot live;
  private final long bytes;
  private volatile Shelf shelf;
  private volatile Consumer<Snapshot> onRenewal = snapshot -> { };

  private record Shelf(Snapshot snapshot, Cache<RequestKey, EntityTag> tags, Cache<EntityTag, StoredAnswer> answers) {

    static Shelf of(Snapshot snapshot, long bytes) {
      return new Shelf(snapshot,
          bounded(bytes / 8).weigher((RequestKey key, EntityTag tag) -> key.weight()).build(),
          bounded(bytes - bytes / 8).weigher((EntityTag tag, StoredAnswer answer) -> answer.weight()).build());
    }

    /** It tidies up where it is written to: to wake another thread for it would take longer. */
    private static Caffeine<Object, Object> bounded(long weight) {
      return Caffeine.newBuilder().executor(Runnable::run).maximumWeight(weight);
    }
  }

  /** @param bytes the memory that all answers and their keys may take; 0 keeps none */
  ResponseCache(LiveSnapshot live, long bytes) {
    this.live = live;
    this.bytes = bytes;
    this.shelf = Shelf.of(live.current(), bytes);
  }

  /** Calls when the answers of another snapshot begin to be kept; the caller must not take long. */
  void onRenewal(Consumer<Snapshot> listener) {
    onRenewal = listener;
  }

  /** The answer to a request that was answered before, or null: this is asked for every request. */
  StoredAnswer find(RequestKey key) {
    Shelf current = current();
    EntityTag tag = current.tags.getIfPresent(key);
    return tag == null ? null : current.answers.getIfPresent(tag);
  }

  /** The answer that has the tag, which holds for no other snapshot. */
  Optional<StoredAnswer> find(EntityTag tag) {
    return Optional.ofNullable(current().answers.getIfPresent(tag));
  }

  /** Whether an answer of that size, with that header {@code Vary}, may be kept. */
  boolean takes(long size, String vary) {
    return size <= bytes / 8 && Stream.of(vary.toLowerCase(Locale.ROOT).split(",")).map(String::strip).allMatch(KEPT_APART::contains);
  }

  void keep(Snapshot of, StoredAnswer answer) {
    Shelf current = current();
    if (current.snapshot == of) {
      current.answers.put(answer.tag(), answer);
    }
  }

  /** Notes which answer a request gets. */
  void know(Snapshot of, RequestKey key, EntityTag tag) {
    Shelf current = current();
    if (current.snapshot == of) {
      current.tags.put(key, tag);
    }
  }

  /** The bytes that the answers take now, about. */
  long size() {
    return current().answers.policy().eviction().map(eviction -> eviction.weightedSize().orElse(0)).orElse(0L);
  }

  long count() {
    return current().answers.estimatedSize();
  }

  /** Does now what would be done in the background. */
  void settle() {
    current().answers.cleanUp();
  }

  private Shelf current() {
    Shelf known = shelf;
    return known.snapshot == live.current() ? known : renewed();
  }

  private synchronized Shelf renewed() {
    Snapshot now = live.current();
    if (shelf.snapshot != now) {
      shelf = Shelf.of(now, bytes);
      onRenewal.accept(now);
    }
    return shelf;
  }
}
