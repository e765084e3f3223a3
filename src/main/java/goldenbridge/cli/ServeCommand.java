package goldenbridge.cli;

import goldenbridge.check.Checker;
import goldenbridge.check.Report;
import goldenbridge.check.ReportWriter;
import goldenbridge.check.Severity;
import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import goldenbridge.graph.LiveSnapshot;
import goldenbridge.graph.Snapshot;
import goldenbridge.http.HttpOptions;
import goldenbridge.http.HttpService;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code serve}: checks the graph, then serves it until it is told to stop. */
@Command(name = "serve", description = "Check the graph and serve it over HTTP until CTRL-C or SIGTERM.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @ParentCommand
  private Cli cli;

  @Mixin
  private HomeOption home;

  @Mixin
  private LimitOption limits;

  @Option(names = "--port", paramLabel = "N", defaultValue = "3030", description = "The port to listen on; 0 takes any free one and prints it (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", description = "The address to listen on; the default keeps the service on this machine (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(names = "--base-url", paramLabel = "URL", defaultValue = "", description = "The address by which others reach the service.")
  private String baseUrl;

  @Override
  public Integer call() throws InterruptedException {
    HttpOptions options = options();
    Report report = Checker.gate(home.home());
    if (report.failed(Severity.VIOLATION)) {
      cli.streams().err().print(ReportWriter.text(report, ReportWriter.Form.TEXT));
      cli.complain(Problem.badData("not-conforming", "the graph is not served: it has violations",
          Place.of(report.home().root().toString()), "mend them; the command validate shows them all"));
      return ExitCode.FINDINGS.number();
    }
    serve(report.snapshot().orElseThrow(), options);
    return ExitCode.DONE.number();
  }

  private void serve(Snapshot snapshot, HttpOptions options) throws InterruptedException {
    HttpService service = HttpService.start(new LiveSnapshot(snapshot), options);
    CountDownLatch stopped = new CountDownLatch(1);
    Thread drain = new Thread(() -> {
      service.stop();
      stopped.countDown();
    }, "drain");
    Runtime.getRuntime().addShutdownHook(drain);
    cli.streams().out().println(snapshot.description().title("en") + ": " + service.address() + " and " + service.address() + "sparql");
    cli.say("golden-bridge: " + snapshot.dataset().triples() + " triples checked and served; CTRL-C stops");
    stopped.await();
  }

  private HttpOptions options() {
    if (port < 0 || port > 65_535) {
      throw Problem.badInput("usage", "--port " + port + " is no port", "give a number from 0 to 65535").raise();
    }
    return HttpOptions.DEFAULT.withHost(host).withPort(port).withBaseUrl(baseUrl).withLimits(limits.limits());
  }
}
