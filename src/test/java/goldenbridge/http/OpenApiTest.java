package goldenbridge.http;

import static goldenbridge.http.Served.encode;
import static goldenbridge.http.Served.header;
import static goldenbridge.http.Served.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SpecVersion;
import goldenbridge.World;
import goldenbridge.graph.Home;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document is valid, and what it shows as an example runs. */
class OpenApiTest {
  private static void isValid(String document) throws Exception {
    try (InputStream schema = OpenApiTest.class.getResourceAsStream("/schema/openapi-3.1.json")) {
      JsonSchema openApi = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
      assertEquals(Set.of(), openApi.validate(document, InputFormat.JSON));
    }
  }

  /** Asks every operation with the examples of what it needs, then with each other example too. */
  private static List<String> failures(Served served, JsonObject document) {
    List<String> failures = new ArrayList<>();
    document.getAsJsonObject("paths").entrySet().forEach(path -> {
      if (!path.getKey().contains("{")) {
        JsonArray parameters = path.getValue().getAsJsonObject().getAsJsonObject("get").getAsJsonArray("parameters");
        List<String> needed = new ArrayList<>();
        List<String> others = new ArrayList<>(List.of(""));
        if (parameters != null) {
          for (JsonElement given : parameters) {
            JsonObject parameter = given.getAsJsonObject();
            if (parameter.has("example")) {
              (parameter.get("required") != null && parameter.get("required").getAsBoolean() ? needed : others).add(pair(parameter));
            } else if (parameter.has("required") && parameter.get("required").getAsBoolean()) {
              failures.add(path.getKey() + " has no example of " + parameter.get("name"));
            }
          }
        }
        others.forEach(other -> {
          List<String> all = new ArrayList<>(needed);
          all.add(other);
          HttpResponse<String> response = served.get(path.getKey() + "?" + String.join("&", all));
          if (response.statusCode() != 200) {
            failures.add(response.uri() + " " + response.body());
          }
        });
      }
    });
    return failures;
  }

  private static String pair(JsonObject parameter) {
    JsonElement example = parameter.get("example");
    JsonElement value = example.isJsonArray() ? example.getAsJsonArray().get(0) : example;
    return encode(parameter.get("name").getAsString()) + "=" + encode(value.getAsString());
  }

  @Test
  void isValidAndItsExamplesRun() throws Exception {
    try (Served served = Served.world()) {
      HttpResponse<String> response = served.get("/openapi.json");
      assertEquals("application/json", header(response, "Content-Type"));
      isValid(response.body());
      JsonObject document = json(response);
      assertEquals(List.of(), failures(served, document));
      assertEquals("A world of bees", document.getAsJsonObject("info").get("title").getAsString());
      assertEquals("http://127.0.0.1:" + served.service.port(), document.getAsJsonArray("servers").get(0).getAsJsonObject().get("url").getAsString());
      JsonObject honey = document.getAsJsonObject("paths").getAsJsonObject("/queries/honey").getAsJsonObject("get");
      assertEquals("number", honey.getAsJsonArray("parameters").get(1).getAsJsonObject().getAsJsonObject("schema").get("type").getAsString());
      assertEquals(5, honey.getAsJsonArray("x-codeSamples").size());
      assertTrue(json(served.get("/openapi.json?lang=ko")).toString().contains("꿀은 얼마나 되고"));
    }
  }

  @Test
  void isValidForTheRealGraphAndItsExamplesRun() throws Exception {
    Served served = Served.real();
    HttpResponse<String> response = served.get("/openapi.json?lang=ko");
    isValid(response.body());
    assertEquals(List.of(), failures(served, json(response)));
    long queries = Home.files(Path.of("queries"), ".rq").size();
    assertEquals(queries, json(response).getAsJsonObject("paths").keySet().stream().filter(path -> path.startsWith("/queries/")).count());
  }

  @Test
  void namesTheChoicesThatAQueryGives(@TempDir Path folder) throws Exception {
    Home home = World.copyTo(folder);
    World.edit(home, "queries/hives.rq", "#+     type: entity\n", "#+     type: entity\n#+     enumQuery: SELECT ?k { ?k a bee:Keeper } ORDER BY ?k\n");
    try (Served served = Served.of(home, options -> options)) {
      HttpResponse<String> response = served.get("/openapi.json");
      isValid(response.body());
      JsonObject keeper = json(response).getAsJsonObject("paths").getAsJsonObject("/queries/hives").getAsJsonObject("get")
          .getAsJsonArray("parameters").get(0).getAsJsonObject();
      JsonObject first = keeper.getAsJsonObject("schema").getAsJsonObject("items").getAsJsonArray("anyOf").get(0).getAsJsonObject();
      assertEquals(Served.BASE + "id/ada", first.get("const").getAsString());
      assertEquals("Ada Comb", first.get("title").getAsString());
      assertEquals(200, served.get("/queries/hives?keeper=id:ada").statusCode());
      assertEquals("parameter-value", Served.code(served.get("/queries/hives?keeper=id:oak")));
    }
  }

  @Test
  void everyPathIsARoute() {
    try (Served served = Served.world()) {
      json(served.get("/openapi.json")).getAsJsonObject("paths").keySet().forEach(path ->
          assertEquals(204, served.send("OPTIONS", path.replace("{path}", "id/oak").replaceAll("\\{.*}", "x"),
              java.net.http.HttpRequest.BodyPublishers.noBody()).statusCode(), path));
    }
  }
}
