package goldenbridge.bench;

import goldenbridge.graph.Home;
import goldenbridge.graph.LiveSnapshot;
import goldenbridge.graph.SnapshotLoader;
import goldenbridge.http.HttpOptions;
import goldenbridge.http.HttpService;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.fuseki.main.FusekiServer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONWriter;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;

/**
 * One server under measure, in a process of its own; it says its port on stdout and ends when stdin does. Arguments: the kind
 * ({@code ours}, {@code uncached}, {@code fuseki}, {@code rdf4j} or {@code jetty}), the home, and for {@code jetty} the file with the body.
 */
public final class ServerProcess {
  private ServerProcess() {}

  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[1]);
    int port = switch (arguments[0]) {
      case "ours" -> ours(home, HttpOptions.DEFAULT);
      case "uncached" -> ours(home, HttpOptions.DEFAULT.withCacheBytes(0));
      case "fuseki" -> fuseki(home);
      case "rdf4j" -> jetty(new Rdf4jHandler(((Rdf4jPeer) Rdf4jPeer.load(home)).repository()));
      case "jetty" -> jetty(new Constant(Files.readAllBytes(Path.of(arguments[2]))));
      default -> throw new IllegalArgumentException(arguments[0]);
    };
    System.out.println("port " + port);
    System.in.read();
    System.exit(0);
  }

  private static int ours(Path home, HttpOptions options) {
    return HttpService.start(new LiveSnapshot(SnapshotLoader.load(Home.of(home))), options.withPort(0)).port();
  }

  /** As it comes: the dataset in memory of the command line's {@code --mem}. */
  private static int fuseki(Path home) throws IOException {
    return FusekiServer.create().port(0).loopback(true).add("/sparql", ((JenaPeer) JenaPeer.txnMem(home)).dataset()).build().start().getHttpPort();
  }

  private static int jetty(Handler handler) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(handler);
    server.start();
    return connector.getLocalPort();
  }

  /** The least that a server can do: the same body to everyone, on the thread that reads the network. */
  private static final class Constant extends Handler.Abstract.NonBlocking {
    private final byte[] body;

    Constant(byte[] body) {
      this.body = body;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/sparql-results+json");
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
      response.write(true, ByteBuffer.wrap(body), callback);
      return true;
    }
  }

  /** The thinnest way from a request to the engine and back. */
  private static final class Rdf4jHandler extends Handler.Abstract {
    private final SailRepository repository;

    Rdf4jHandler(SailRepository repository) {
      this.repository = repository;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Fields fields = Request.extractQueryParameters(request, StandardCharsets.UTF_8);
      java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream(8192);
      try (RepositoryConnection connection = repository.getConnection()) {
        connection.prepareTupleQuery(fields.getValue("query")).evaluate(new SPARQLResultsJSONWriter(out));
      }
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/sparql-results+json");
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, out.size());
      response.write(true, ByteBuffer.wrap(out.toByteArray()), callback);
      return true;
    }
  }
}
