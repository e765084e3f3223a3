package goldenbridge.http;

/** {@code /metrics}: counts and times in the <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">text format of Prometheus</a>. */
final class MetricsEndpoint implements Endpoint {
  static final String PATH = "/metrics";

  private final Meters meters;

  MetricsEndpoint(Meters meters) {
    this.meters = meters;
  }

  @Override
  public Reply answer(Call call) {
    return Reply.now(200, "text/plain;version=0.0.4;charset=utf-8", meters.text());
  }
}
