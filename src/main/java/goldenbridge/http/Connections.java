package goldenbridge.http;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/**
 * Knows on which connections an answer is under way, so that a server that stops need not wait for the others, which browsers and
 * clients keep open for later. Safe for any number of threads.
 */
final class Connections {
  private final Set<EndPoint> busy = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  /** Counts the request's connection as busy until its callback is called. */
  Callback busy(Request request, Callback callback) {
    EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
    busy.add(connection);
    return Callback.from(callback, () -> {
      busy.remove(connection);
      if (stopping) {
        connection.close();
      }
    });
  }

  /** Closes all on which nothing is under way, and from now on each when its answer is out. */
  void closeIdle(Server server) {
    stopping = true;
    Stream.of(server.getConnectors()).map(Connector::getConnectedEndPoints).flatMap(Collection::stream)
        .filter(connection -> !busy.contains(connection)).forEach(EndPoint::close);
  }
}
