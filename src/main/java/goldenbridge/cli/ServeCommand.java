package goldenbridge.cli;

import goldenbridge.check.CheckedBefore;
import goldenbridge.check.Checker;
import goldenbridge.check.HomeStamp;
import goldenbridge.check.Report;
import goldenbridge.check.ReportWriter;
import goldenbridge.check.Severity;
import goldenbridge.check.SnapshotWatcher;
import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import goldenbridge.graph.Home;
import goldenbridge.graph.LiveSnapshot;
import goldenbridge.graph.PreparedHome;
import goldenbridge.graph.Snapshot;
import goldenbridge.http.HttpOptions;
import goldenbridge.http.HttpService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Model.OptionSpec;

/** {@code serve}: checks the graph, then serves it until it is told to stop. */
final class ServeCommand extends Command {
  private static final String CHECKED = "checked and served";

  private final HomeOption home = new HomeOption(spec);

  private final LimitOption limits = new LimitOption(spec);

  private final Given<Integer> port = Given.option(spec, Integer.class, OptionSpec.builder("--port").paramLabel("N").defaultValue("3030")
      .description("The port to listen on; 0 takes any free one and prints it (default: ${DEFAULT-VALUE})."));

  private final Given<String> host = Given.option(spec, String.class, OptionSpec.builder("--host").paramLabel("ADDRESS").defaultValue("127.0.0.1")
      .description("The address to listen on; the default keeps the service on this machine (default: ${DEFAULT-VALUE})."));

  private final Given<String> baseUrl = Given.option(spec, String.class, OptionSpec.builder("--base-url").paramLabel("URL").defaultValue("")
      .description("The address by which others reach the service."));

  private final Given<Boolean> watch = Given.flag(spec, OptionSpec.builder("--watch")
      .description("Serve edits of the files as soon as they conform; until then keep what is served."));

  ServeCommand(Cli cli) {
    super(cli, "serve", "Check the graph and serve it over HTTP until CTRL-C or SIGTERM.");
  }

  @Override
  public Integer call() throws InterruptedException {
    HttpOptions options = options();
    Home folder = home.home();
    HomeStamp read = HomeStamp.of(folder);
    Optional<CompletableFuture<Snapshot>> loading = ahead(folder);
    Optional<String> content = HomeOption.kept().flatMap(kept -> CheckedBefore.hashOfServed(folder));
    Optional<String> version = content.filter(hash -> loading.isPresent()).flatMap(hash -> checkedBefore().version(hash));
    cli.awaitJena();
    if (version.isPresent()) {
      Snapshot snapshot = HomeOption.loaded(loading.get());
      if (HomeStamp.of(folder).equals(read)) {
        snapshot.recall(version.get());
        serve(snapshot, read, options, "served; the same content was checked before");
        return ExitCode.DONE.number();
      }
    }
    return gate(folder, read, content, options);
  }

  /** Where something was checked before, it is loaded while its hash is computed, for it is most likely the same. */
  private Optional<CompletableFuture<Snapshot>> ahead(Home folder) {
    return HomeOption.kept().filter(kept -> !checkedBefore().isEmpty()).map(kept -> CompletableFuture.supplyAsync(() -> {
      PreparedHome prepared = HomeOption.prepare(folder);
      cli.awaitJena();
      return prepared.load();
    }));
  }

  private static CheckedBefore checkedBefore() {
    return new CheckedBefore(HomeOption.kept().orElseThrow());
  }

  private int gate(Home folder, HomeStamp read, Optional<String> content, HttpOptions options) throws InterruptedException {
    Report report = Checker.gate(folder);
    if (report.failed(Severity.VIOLATION)) {
      cli.streams().err().print(ReportWriter.text(report, ReportWriter.Form.TEXT));
      cli.complain(Problem.badData("not-conforming", "the graph is not served: it has violations",
          Place.of(report.home().root().toString()), "mend them; the command validate shows them all"));
      return ExitCode.FINDINGS.number();
    }
    Snapshot snapshot = report.snapshot().orElseThrow();
    if (content.isPresent() && !CheckedBefore.mayChange(folder) && HomeStamp.of(folder).equals(read)) {
      checkedBefore().note(content.get(), snapshot.version());
    }
    serve(snapshot, read, options, CHECKED);
    return ExitCode.DONE.number();
  }

  private void serve(Snapshot snapshot, HomeStamp read, HttpOptions options, String how) throws InterruptedException {
    LiveSnapshot live = new LiveSnapshot(snapshot);
    HttpService service = HttpService.start(live, options);
    Runnable unwatch = Given.isSet(watch) ? SnapshotWatcher.start(live, read, new Told(live))::close : () -> {};
    CountDownLatch stopped = new CountDownLatch(1);
    Thread drain = new Thread(() -> {
      unwatch.run();
      service.stop();
      stopped.countDown();
    }, "drain");
    Runtime.getRuntime().addShutdownHook(drain);
    cli.streams().out().println(snapshot.description().title("en") + ": " + service.address() + " and " + service.address() + "sparql");
    cli.say("golden-bridge: " + triples(snapshot) + how + (Given.isSet(watch) ? "; edits are served when they conform" : "") + "; CTRL-C stops");
    stopped.await();
  }

  private static String triples(Snapshot snapshot) {
    return snapshot.dataset().triples() + " triples ";
  }

  /** Tells what came of edits. */
  private final class Told implements SnapshotWatcher.Listener {
    private final LiveSnapshot live;

    Told(LiveSnapshot live) {
      this.live = live;
    }

    @Override
    public void served(Snapshot snapshot) {
      cli.say("golden-bridge: edit read: " + triples(snapshot) + CHECKED);
    }

    @Override
    public void refused(String report) {
      Snapshot kept = live.current();
      cli.streams().err().print(report);
      cli.complain(Problem.badData("not-conforming", "the edit is not served: it has violations; what was loaded at " + kept.loaded() + " is kept",
          Place.of(kept.home().root().toString()), "mend them; the command validate shows all findings"));
    }
  }

  private HttpOptions options() {
    int port = this.port.known();
    if (port < 0 || port > 65_535) {
      throw Problem.badInput("usage", "--port " + port + " is no port", "give a number from 0 to 65535").raise();
    }
    return HttpOptions.DEFAULT.withHost(host.known()).withPort(port).withBaseUrl(baseUrl.known()).withLimits(limits.limits())
        .withFresh(Given.isSet(watch) ? Duration.ZERO : HttpOptions.DEFAULT.fresh());
  }
}
