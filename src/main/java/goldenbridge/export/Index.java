package goldenbridge.export;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import goldenbridge.graph.Snapshot;
import java.io.OutputStream;
import java.util.List;

/** Lists the files of an export for programs and for {@code sha256sum -c}. */
final class Index {
  static final String LIST = "index.json";
  static final String CHECKSUMS = "SHA256SUMS";
  static final List<String> NAMES = List.of(LIST, CHECKSUMS);

  private final Snapshot snapshot;
  private final List<Exported> files;

  Index(Snapshot snapshot, List<Exported> files) {
    this.snapshot = snapshot;
    this.files = files;
  }

  void json(OutputStream out) {
    JsonObject index = new JsonObject();
    index.addProperty("dataset", snapshot.description().iri().getURI());
    index.addProperty("title", snapshot.description().title("en"));
    index.addProperty("version", snapshot.description().version());
    index.addProperty("content", snapshot.version());
    JsonArray all = new JsonArray();
    files.forEach(file -> {
      JsonObject one = new JsonObject();
      one.addProperty("name", file.name());
      one.addProperty("title", file.title());
      one.addProperty("mediaType", file.mediaType());
      one.addProperty("size", file.size());
      one.addProperty("sha256", file.sha256());
      all.add(one);
    });
    index.add("files", all);
    Export.print(out, new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(index) + "\n");
  }

  void checksums(OutputStream out) {
    files.forEach(file -> Export.print(out, file.sha256() + "  " + file.name() + "\n"));
  }
}
