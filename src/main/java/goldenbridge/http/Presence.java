package goldenbridge.http;

import goldenbridge.fault.Problem;
import goldenbridge.query.Running;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/** Looks every second whether the clients of long queries are still there, and ends the queries of those who have left. */
final class Presence {
  private static final long EVERY_MILLIS = 1_000;
  private static final Problem ABANDONED =
      Problem.unavailable("abandoned", "the query was ended since nobody waits for its answer", "ask again");

  private final Set<Client> clients = ConcurrentHashMap.newKeySet();

  /** One who waits for an answer. */
  static final class Client {
    private final EndPoint connection;
    private final Object leader;
    private final Thread worker = Thread.currentThread();
    private boolean sentMore;
    private boolean answered;

    private Client(EndPoint connection, Object leader) {
      this.connection = connection;
      this.leader = leader;
    }

    /** Looks at the connection; only while a query runs, since the request has been read to its end by then. */
    private synchronized void look() {
      if (!answered && !sentMore) {
        Running.in(worker).filter(query -> hasLeft() && !isAwaited()).ifPresent(query -> query.end(ABANDONED));
      }
    }

    private boolean isAwaited() {
      return leader instanceof SameRequests<?>.Leader one && one.isAwaited();
    }

    private boolean hasLeft() {
      ByteBuffer letter = BufferUtil.allocate(1);
      try {
        int read = connection.fill(letter);
        sentMore = read > 0; // the start of its next request, which is lost now
        return read < 0;
      } catch (IOException broken) {
        return true;
      }
    }

    private synchronized void answered() {
      answered = true;
    }

    /** Whether a part of its next request was read here, so that the connection must be closed after the answer. */
    synchronized boolean hasSentMore() {
      return sentMore;
    }
  }

  /** Begins to look every second, until the scheduler stops. */
  void start(Scheduler scheduler) {
    scheduler.schedule(() -> {
      clients.forEach(Client::look);
      start(scheduler);
    }, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** The client of a request that this thread begins to work on. */
  Client watch(Request request) {
    Client client = new Client(request.getConnectionMetaData().getConnection().getEndPoint(), request.getAttribute(FrontHandler.LEADER));
    clients.add(client);
    return client;
  }

  void forget(Client client) {
    client.answered();
    clients.remove(client);
  }
}
