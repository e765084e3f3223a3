package goldenbridge.http;

import goldenbridge.fault.Problem;
import goldenbridge.graph.LiveSnapshot;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.query.ARQ;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a snapshot over HTTP: the Jetty of an embedded Fuseki without data services, modules or administration carries our own handlers.
 * Safe to stop from any thread, also more than once.
 */
public final class HttpService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);
  private static final int HEADER_BYTES = 64 * 1024;
  /** Fuseki's own 5 MB for each response makes a small answer many times slower. */
  private static final int OUTPUT_BYTES = 32 * 1024;
  private static final int CONNECTIONS = 1_000;
  private static final int THREADS = 64;

  private final FusekiServer server;
  private final HttpOptions options;
  private final Warmer warmer;
  private final Connections connections;

  private HttpService(FusekiServer server, HttpOptions options, Warmer warmer, Connections connections) {
    this.server = server;
    this.options = options;
    this.warmer = warmer;
    this.connections = connections;
  }

  /**
   * Starts to serve and returns when requests are answered.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code port-in-use} or {@code cannot-bind}
   */
  public static HttpService start(LiveSnapshot live, HttpOptions options) {
    ARQ.init();
    ARQ.globalServiceAllowed = false;
    ARQ.getContext().setFalse(ARQ.httpServiceAllowed);
    live.current().version(); // made now, so that no request waits for it
    Templates templates = new Templates();
    ErrorBody errors = new ErrorBody(templates, live);
    Meters meters = new Meters(live);
    return serve(live, options, Site.of(live, options, meters, templates, errors), errors, meters);
  }

  /** Starts to serve what a site answers. */
  static HttpService serve(LiveSnapshot live, HttpOptions options, Site site, ErrorBody errors, Meters meters) {
    ResponseCache cache = new ResponseCache(live, options.cacheBytes());
    Answers answers = new Answers(site.endpoint(), errors, budget(options), cache, options.fresh());
    Presence presence = new Presence();
    FusekiServer server = FusekiServer.create()
        .port(options.port())
        .fusekiModules(FusekiModules.empty())
        .numServerThreads(4, THREADS)
        .build();
    meters.watch(cache);
    Door door = new Door(live, answers, cache, presence, meters);
    Workers workers = workers(server.getJettyServer());
    Connections connections = new Connections();
    meters.watch(workers);
    prepare(server.getJettyServer(), options, new JettyErrors(errors), new FrontHandler(door, workers, cache, new PublicAddress(options.baseUrl()), connections, meters), meters);
    try {
      server.start();
    } catch (FusekiException refused) {
      stop(server, connections);
      throw cannotBind(refused, options);
    }
    presence.start(server.getJettyServer().getScheduler());
    MemoryGuard.start(server.getJettyServer().getScheduler());
    Warmer warmer = new Warmer(live, answers, site.popular(), origin(server, options));
    cache.onRenewal(warmer::warm);
    warmer.warm(live.current());
    return new HttpService(server, options, warmer, connections);
  }

  private static String origin(FusekiServer server, HttpOptions options) {
    return options.baseUrl().isEmpty() ? address(server, options).toString().replaceAll("/$", "") : options.baseUrl();
  }

  private static Workers workers(Server jetty) {
    return new Workers(jetty.getThreadPool(), jetty.getScheduler(), Math.max(2, Runtime.getRuntime().availableProcessors()));
  }

  /** A third of the heap for answers under way, at least room for one. */
  private static AnswerBuffer.Budget budget(HttpOptions options) {
    return new AnswerBuffer.Budget(options.maxAnswerBytes(), Math.max(options.maxAnswerBytes() * 2, Runtime.getRuntime().maxMemory() / 3));
  }

  /** Takes the place of Fuseki's own handlers, which would answer nothing here, but pass each request through the layers of a servlet. */
  private static void prepare(Server jetty, HttpOptions options, JettyErrors errors, FrontHandler front, Meters meters) {
    meters.watch(jetty.getThreadPool());
    for (Connector connector : jetty.getConnectors()) {
      ServerConnector listening = (ServerConnector) connector;
      listening.setHost(options.host());
      listening.setIdleTimeout(options.idleTime().toMillis());
      listening.getConnectionFactories().stream().filter(HttpConfiguration.ConnectionFactory.class::isInstance)
          .map(factory -> ((HttpConfiguration.ConnectionFactory) factory).getHttpConfiguration()).forEach(HttpService::limit);
    }
    jetty.setErrorHandler(errors);
    jetty.setHandler(new GracefulHandler(front));
    jetty.setStopTimeout(options.stopTime().toMillis());
    jetty.addBean(new NetworkConnectionLimit(CONNECTIONS, jetty));
  }

  private static void limit(HttpConfiguration configuration) {
    configuration.setOutputBufferSize(OUTPUT_BYTES);
    configuration.setRequestHeaderSize(HEADER_BYTES);
    configuration.setResponseHeaderSize(HEADER_BYTES);
    configuration.setSendServerVersion(false);
    configuration.setSendXPoweredBy(false);
  }

  private static RuntimeException cannotBind(FusekiException refused, HttpOptions options) {
    List<Throwable> causes = Stream.iterate((Throwable) refused, cause -> cause != null, Throwable::getCause).toList();
    if (causes.stream().anyMatch(cause -> cause instanceof BindException && !isForeign(cause))) {
      return Problem.unavailable("port-in-use", "port " + options.port() + " on " + options.host() + " is in use",
          "stop the other program, or choose another port by --port; --port 0 takes any free one").raise();
    }
    if (causes.stream().anyMatch(cause -> cause instanceof IOException || cause instanceof UnresolvedAddressException)) {
      return Problem.unavailable("cannot-bind", "cannot listen on " + options.host() + ":" + options.port(),
          "give an address of this machine, such as 127.0.0.1 or 0.0.0.0").raise();
    }
    return refused;
  }

  /** Java tells an address of another machine and a port in use by the same exception. */
  private static boolean isForeign(Throwable cause) {
    return String.valueOf(cause.getMessage()).contains("assign requested address");
  }

  public int port() {
    return server.getHttpPort();
  }

  /** The memory that an answer under way takes of the network's side. */
  int outputBytes() {
    return server.getJettyServer().getConnectors()[0].getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration().getOutputBufferSize();
  }

  /** Where a browser on this machine finds the home page; ends with a slash. */
  public URI address() {
    return address(server, options);
  }

  private static URI address(FusekiServer server, HttpOptions options) {
    String host = List.of("0.0.0.0", "::").contains(options.host()) ? "127.0.0.1" : options.host();
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.getHttpPort() + "/");
  }

  /** Takes no new requests, waits for those under way as long as the options say, cuts what is left, and returns when all is down. */
  public void stop() {
    warmer.close();
    stop(server, connections);
  }

  @Override
  public void close() {
    stop();
  }

  private static void stop(FusekiServer server, Connections connections) {
    try {
      connections.closeIdle(server.getJettyServer());
      server.getJettyServer().stop();
    } catch (TimeoutException cut) {
      LOG.warn("stopped before all requests had come to their end");
    } catch (Exception alreadyDown) {
      LOG.warn("stopping", alreadyDown);
    }
  }
}
