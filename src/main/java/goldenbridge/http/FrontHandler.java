package goldenbridge.http;

import goldenbridge.fault.Problem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before everything else, on the thread that reads the network: what was answered before is sent at once, without a
 * hand-over; a request that another one is already at work for waits for it; the rest goes to the workers.
 */
final class FrontHandler extends Handler.Wrapper {
  private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);
  /** Under this name a request carries its {@link SameRequests.Leader}. */
  static final String LEADER = FrontHandler.class.getName() + ".leader";
  /** Under this name a request carries the problems that another one like it has met. */
  static final String REFUSED = FrontHandler.class.getName() + ".refused";

  private final Workers workers;
  private final ResponseCache cache;
  private final PublicAddress address;
  private final Connections connections;
  private final Meters meters;
  private final Patience patience = new Patience();
  private final SameRequests<Arrival> same = new SameRequests<>(this::tell);

  /** A request and the means to answer it. */
  private record Arrival(Request request, Response response, Callback callback) {}

  /** @param door what the workers do */
  FrontHandler(Handler door, Workers workers, ResponseCache cache, PublicAddress address, Connections connections, Meters meters) {
    super(door);
    this.workers = workers;
    this.cache = cache;
    this.address = address;
    this.connections = connections;
    this.meters = meters;
  }

  /** What is done here never waits. */
  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Request local = address.local(request);
    String origin = address.of(local);
    Optional<RequestKey> key = RequestKey.of(local, origin);
    if (key.isPresent()) {
      StoredAnswer known = cache.find(key.get());
      if (known != null) {
        meters.hit();
        send(known, local, response, callback);
        return true;
      }
      local.setAttribute(RequestKey.ATTRIBUTE, key.get());
    }
    local.setAttribute(PublicAddress.ATTRIBUTE, origin);
    lead(key, new Arrival(local, response, connections.busy(local, callback)));
    return true;
  }

  private void lead(Optional<RequestKey> key, Arrival arrival) {
    arrival.request.addIdleTimeoutListener(slow -> false); // while it waits or is worked on, there is nothing to read or write
    if (key.isEmpty()) {
      work(arrival);
      return;
    }
    SameRequests<Arrival>.Leader leader = same.lead(key.get(), arrival);
    if (leader == null) {
      meters.joined();
    } else {
      arrival.request.setAttribute(LEADER, leader);
      work(new Arrival(arrival.request, arrival.response, Callback.from(arrival.callback, () -> leader.found(new SameRequests.Find.Alone()))));
    }
  }

  private void send(StoredAnswer known, Request request, Response response, Callback callback) {
    String id = RequestId.of(request.getHeaders().get(Headers.REQUEST_ID));
    String condition = request.getHeaders().get(HttpHeader.IF_NONE_MATCH);
    if (condition != null && known.tag().isIn(String.join(",", request.getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH)))) {
      meters.unchanged();
      log(id, request, 304, 0);
      known.sendUnchanged(id, response, callback);
    } else {
      log(id, request, 200, known.body().length);
      boolean head = HttpMethod.HEAD.is(request.getMethod());
      known.send(head, id, response, known.isLong() ? patience.over(request, known.body().length, connections.busy(request, callback)) : callback);
    }
  }

  private static void log(String id, Request request, int status, int bytes) {
    if (LOG.isInfoEnabled()) {
      LOG.info("{} {} {} {} {} B known", id, request.getMethod(), request.getHttpURI().getPath(), status, bytes);
    }
  }

  private void tell(Arrival arrival, SameRequests.Find find) {
    if (find instanceof SameRequests.Find.Answered found) {
      send(found.answer(), arrival.request, arrival.response, arrival.callback);
    } else if (find instanceof SameRequests.Find.Left) {
      lead(Optional.of((RequestKey) arrival.request.getAttribute(RequestKey.ATTRIBUTE)), arrival);
    } else {
      if (find instanceof SameRequests.Find.Refused refused) {
        arrival.request.setAttribute(REFUSED, List.copyOf(refused.problems()));
      }
      work(arrival);
    }
  }

  private void work(Arrival arrival) {
    try {
      workers.execute(() -> blocking(arrival));
    } catch (RejectedExecutionException stopping) {
      Response.writeError(arrival.request, arrival.response, arrival.callback, 503);
    }
  }

  private void blocking(Arrival arrival) {
    try {
      if (!super.handle(arrival.request, arrival.response, arrival.callback)) {
        Response.writeError(arrival.request, arrival.response, arrival.callback, 404);
      }
    } catch (Throwable broken) { // as Jetty itself does for a handler that it calls
      Response.writeError(arrival.request, arrival.response, arrival.callback, broken);
    }
  }
}
