package goldenbridge.http;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import goldenbridge.graph.Snapshot;
import java.util.Optional;

/** {@code /health}: whether the service answers, and with which data. */
final class HealthEndpoint implements Endpoint {
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
    return Reply.now(200, "application/json", new GsonBuilder().setPrettyPrinting().create().toJson(health) + "\n");
  }
}
