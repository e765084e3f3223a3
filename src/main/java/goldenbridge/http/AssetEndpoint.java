package goldenbridge.http;

import goldenbridge.fault.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code /web/FILE}: the few files that the pages need. Read at start; no path from a request ever reaches a file system. */
final class AssetEndpoint implements Endpoint {
  static final String PATH = "/web/";

  private static final String SCRIPT = "text/javascript;charset=utf-8";
  private static final String WEBJARS = "META-INF/resources/webjars/";

  /** A file under its name here: where it lies among the program's resources, and what it is. */
  private record Asset(String name, String resource, String type) {}

  private static final List<Asset> ASSETS = List.of(
      new Asset("style.css", "web/style.css", "text/css;charset=utf-8"),
      new Asset("icon.svg", "web/icon.svg", "image/svg+xml"),
      new Asset("theme.js", "web/theme.js", SCRIPT),
      new Asset("page.js", "web/page.js", SCRIPT),
      new Asset("drawing.js", "web/drawing.js", SCRIPT),
      new Asset("chart.js", "web/chart.js", SCRIPT),
      new Asset("network.js", "web/network.js", SCRIPT),
      new Asset("map.js", "web/map.js", SCRIPT),
      new Asset("d3.js", WEBJARS + "d3/7.9.0/dist/d3.min.js", SCRIPT),
      new Asset("topojson-client.js", "web/vendor/topojson-client.js", SCRIPT),
      new Asset("countries.json", "web/vendor/countries-110m.json", "application/json"),
      new Asset("editor.css", "web/editor.css", "text/css;charset=utf-8"),
      new Asset("editor.js", "web/editor.js", SCRIPT),
      new Asset("yasgui.js", WEBJARS + "zazuko__yasgui/4.5.0/build/yasgui.min.js", SCRIPT),
      new Asset("yasgui.css", WEBJARS + "zazuko__yasgui/4.5.0/build/yasgui.min.css", "text/css;charset=utf-8"));

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, String> types = new TreeMap<>();

  AssetEndpoint() {
    ASSETS.forEach(asset -> {
      files.put(asset.name, read(asset.resource));
      types.put(asset.name, asset.type);
    });
  }

  @Override
  public Reply answer(Call call) {
    String name = call.path().substring(PATH.length());
    byte[] file = files.get(name);
    if (file == null) {
      throw Problem.notFound("unknown-route", "there is no file \"" + name + "\"",
          "the files are " + String.join(", ", files.keySet())).raise();
    }
    return Reply.of(types.get(name), "", out -> {
      out.write(file);
      return Map.of();
    });
  }

  private static byte[] read(String name) {
    try (InputStream file = AssetEndpoint.class.getClassLoader().getResourceAsStream(name)) {
      return file.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
