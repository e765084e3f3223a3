package goldenbridge.http;

import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets an answer become complete before anything of it is sent, and keeps it for the next one who asks. Trouble of any kind on the
 * way becomes an error in its place, so that a 200 is always a whole answer.
 */
final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);

  private final Endpoint endpoint;
  private final ErrorBody errors;
  private final AnswerBuffer.Budget budget;
  private final ResponseCache cache;
  private final Duration fresh;

  /** A call that may turn out not to be one. */
  @FunctionalInterface
  interface Maker {
    Call call() throws IOException;
  }

  Answers(Endpoint endpoint, ErrorBody errors, AnswerBuffer.Budget budget, ResponseCache cache, Duration fresh) {
    this.endpoint = endpoint;
    this.errors = errors;
    this.budget = budget;
    this.cache = cache;
    this.fresh = fresh;
  }

  /** The whole answer, or an error in its place. */
  Finished of(Maker maker, Coding accepted, Snapshot snapshot, Audience audience) throws IOException {
    try {
      return whole(maker.call(), accepted);
    } catch (ProblemException told) {
      return refused(told.problems(), snapshot, audience);
    } catch (StackOverflowError deep) {
      return refused(List.of(Problem.badInput("query-too-deep", "the query is nested too deeply", "flatten it")), snapshot, audience);
    } catch (OutOfMemoryError | RuntimeException | LinkageError | AssertionError bug) {
      if (MemoryGuard.isFull(bug)) {
        LOG.error("{} out of memory", audience.id());
        return refused(List.of(MemoryGuard.FULL), snapshot, audience);
      }
      if (bug instanceof HttpException refused) {
        return refused(List.of(JettyErrors.problem(refused.getCode())), snapshot, audience);
      }
      LOG.error("{}", audience.id(), bug);
      return made(errors.internal(audience), snapshot, Coding.IDENTITY, Optional.empty(), new SameRequests.Find.Alone());
    }
  }

  private Finished refused(List<Problem> problems, Snapshot snapshot, Audience audience) throws IOException {
    return made(errors.of(problems, audience), snapshot, Coding.IDENTITY, Optional.empty(),
        problems.get(0).code().equals("abandoned") ? new SameRequests.Find.Left() : new SameRequests.Find.Refused(problems));
  }

  private Finished whole(Call call, Coding accepted) throws IOException {
    Reply reply = endpoint.answer(call);
    Optional<EntityTag> tag = EntityTag.of(call, reply, accepted);
    if (reply.content() instanceof Reply.FileContent file && !tag.get().isIn(call.header("If-None-Match"))) {
      return file(file, reply, call, accepted, tag.get());
    }
    if (tag.isEmpty()) {
      return made(reply, call.snapshot(), accepted, tag, new SameRequests.Find.Alone());
    }
    if (tag.get().isIn(call.header("If-None-Match"))) {
      return new Finished(304, HttpFields.build(headers(reply, Map.of(), call.snapshot(), tag)).remove("Content-Type"), Body.of(new byte[0]),
          new SameRequests.Find.Alone());
    }
    Optional<StoredAnswer> known = cache.find(tag.get());
    return known.isPresent() ? stored(known.get()) : kept(made(reply, call.snapshot(), accepted, tag, new SameRequests.Find.Alone()),
        call.snapshot(), tag.get());
  }

  private Finished made(Reply reply, Snapshot snapshot, Coding accepted, Optional<EntityTag> tag, SameRequests.Find find)
      throws IOException {
    AnswerBuffer body = budget.buffer();
    try {
      Map<String, String> late = reply.content().write(body);
      Coding coding = reply.status() == 200 ? accepted.forBody(reply.contentType(), body.size()) : Coding.IDENTITY;
      HttpFields.Mutable headers = headers(reply, late, snapshot, tag);
      if (coding != Coding.IDENTITY) {
        headers.put("Content-Encoding", coding.token());
      }
      return new Finished(reply.status(), headers, coding.encode(body, budget), find);
    } catch (RuntimeException | IOException | Error unfinished) {
      body.close();
      throw unfinished;
    }
  }

  private Finished file(Reply.FileContent file, Reply reply, Call call, Coding accepted, EntityTag tag) throws IOException {
    HttpFields.Mutable headers = headers(reply, Map.of(), call.snapshot(), Optional.of(tag)).put("Accept-Ranges", "bytes");
    Coding coding = accepted.forBody(reply.contentType(), Files.size(file.plain()));
    if (coding != Coding.IDENTITY) {
      headers.put("Content-Encoding", coding.token());
    }
    Path path = coding == Coding.IDENTITY ? file.plain() : file.packed().get();
    long size = Files.size(path);
    try {
      Optional<ByteRange> part = ByteRange.of(tag.stillHolds(call.header("If-Range")) ? call.header("Range") : "", size);
      part.ifPresent(one -> headers.put("Content-Range", one.text()));
      return new Finished(part.isPresent() ? 206 : 200, headers, Body.of(path, part.map(ByteRange::first).orElse(0L),
          part.map(ByteRange::size).orElse(size)), new SameRequests.Find.Alone());
    } catch (ProblemException behind) {
      return made(errors.of(behind.problems(), call.audience()).with("Content-Range", "bytes */" + size), call.snapshot(), Coding.IDENTITY,
          Optional.empty(), new SameRequests.Find.Alone());
    }
  }

  /** The answer as bytes that stay in the cache, if it takes such a one. */
  private Finished kept(Finished made, Snapshot snapshot, EntityTag tag) throws IOException {
    if (!(made.body() instanceof AnswerBuffer) || !cache.takes(made.body().size(), made.headers().get("Vary"))) {
      return made;
    }
    try (Body body = made.body()) {
      StoredAnswer answer = StoredAnswer.of(tag, made.headers(), ((AnswerBuffer) body).bytes());
      cache.keep(snapshot, answer);
      return stored(answer);
    }
  }

  private static Finished stored(StoredAnswer answer) {
    return new Finished(200, answer.headers(), Body.of(answer.body()), new SameRequests.Find.Answered(answer));
  }

  private HttpFields.Mutable headers(Reply reply, Map<String, String> late, Snapshot snapshot, Optional<EntityTag> tag) {
    HttpFields.Mutable headers = HttpFields.build(Headers.COMMON_FIELDS);
    headers.put(Headers.VERSION, snapshot.version());
    headers.put("Cache-Control", Headers.caching(tag.isPresent() ? reply.freshness() : Reply.Freshness.MOMENT, fresh));
    tag.ifPresent(known -> headers.put("ETag", known.text()));
    reply.headers().forEach(headers::put);
    late.forEach(headers::put);
    if (reply.status() == 200) {
      headers.put("Vary", Optional.ofNullable(reply.headers().get("Vary")).map(others -> others + ", ").orElse("") + "Accept-Encoding");
    }
    if (!reply.language().isEmpty()) {
      headers.put("Content-Language", reply.language());
    }
    if (!reply.contentType().isEmpty()) {
      headers.put("Content-Type", reply.contentType());
    }
    return headers;
  }
}
