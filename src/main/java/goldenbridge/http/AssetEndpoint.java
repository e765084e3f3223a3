package goldenbridge.http;

import goldenbridge.fault.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** {@code /web/FILE}: the few files that the pages need. Read at start; no path from a request ever reaches a file system. */
final class AssetEndpoint implements Endpoint {
  static final String PATH = "/web/";

  private static final Map<String, String> TYPES = Map.of("style.css", "text/css;charset=utf-8", "icon.svg", "image/svg+xml");

  private final Map<String, byte[]> files = new TreeMap<>();

  AssetEndpoint() {
    TYPES.keySet().forEach(name -> files.put(name, read(name)));
  }

  @Override
  public Reply answer(Call call) {
    String name = call.path().substring(PATH.length());
    byte[] file = files.get(name);
    if (file == null) {
      throw Problem.notFound("unknown-route", "there is no file \"" + name + "\"",
          "the files are " + String.join(", ", files.keySet())).raise();
    }
    return Reply.of(TYPES.get(name), "", out -> {
      out.write(file);
      return Map.of();
    });
  }

  private static byte[] read(String name) {
    try (InputStream file = AssetEndpoint.class.getClassLoader().getResourceAsStream("web/" + name)) {
      return file.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
