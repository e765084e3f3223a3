package goldenbridge.http;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import goldenbridge.graph.LiveSnapshot;
import goldenbridge.graph.Snapshot;
import java.util.Optional;

/** {@code /health}: whether the service answers, with which data, and whether a newer edit of the files was refused. */
final class HealthEndpoint implements Endpoint {
  /** Of a report; a finding takes up to four. */
  private static final int LINES = 12;
  private static final int COLUMNS = 300;

  private final LiveSnapshot live;

  HealthEndpoint(LiveSnapshot live) {
    this.live = live;
  }

  @Override
  public Reply answer(Call call) {
    Snapshot snapshot = call.snapshot();
    JsonObject health = new JsonObject();
    health.addProperty("status", "ok");
    health.addProperty("program", Optional.ofNullable(HealthEndpoint.class.getPackage().getImplementationVersion()).orElse("development"));
    health.addProperty("version", snapshot.version());
    health.addProperty("loaded", snapshot.loaded().toString());
    health.addProperty("triples", snapshot.dataset().triples());
    health.addProperty("quads", snapshot.dataset().quads());
    health.addProperty("graphs", snapshot.dataset().size());
    live.refusalAfter(snapshot).ifPresent(refusal -> health.add("refused", told(refusal)));
    return Reply.now(200, "application/json", new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(health) + "\n");
  }

  private static JsonObject told(LiveSnapshot.Refusal refusal) {
    JsonArray lines = new JsonArray();
    refusal.report().lines().limit(LINES).map(line -> line.length() > COLUMNS ? line.substring(0, COLUMNS) + "…" : line).forEach(lines::add);
    JsonObject told = new JsonObject();
    told.addProperty("at", refusal.at().toString());
    told.add("report", lines);
    return told;
  }
}
