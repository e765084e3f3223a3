package goldenbridge.check;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** A report for programs: {@code counts}, and {@code findings} in order; what is not known is left out. */
final class JsonReport {
  private JsonReport() {}

  static String text(Report report) {
    JsonObject object = new JsonObject();
    JsonObject counts = new JsonObject();
    List.of(Severity.VIOLATION, Severity.WARNING, Severity.INFO)
        .forEach(severity -> counts.addProperty(severity.label(), report.count(severity)));
    object.add("counts", counts);
    JsonArray findings = new JsonArray();
    report.findings().forEach(finding -> findings.add(finding(finding)));
    object.add("findings", findings);
    return pretty(object);
  }

  static String pretty(JsonElement json) {
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n";
  }

  private static JsonObject finding(Finding finding) {
    JsonObject object = new JsonObject();
    object.addProperty("severity", finding.severity().label());
    object.addProperty("rule", finding.rule());
    object.addProperty("help", RulePage.link(finding.rule()));
    object.addProperty("message", finding.message());
    if (finding.place().isKnown()) {
      object.addProperty("file", finding.place().file());
    }
    if (finding.place().line() > 0) {
      object.addProperty("line", finding.place().line());
    }
    if (finding.place().column() > 0) {
      object.addProperty("column", finding.place().column());
    }
    if (!finding.focus().isEmpty()) {
      object.addProperty("focus", finding.focus());
    }
    if (!finding.hint().isEmpty()) {
      object.addProperty("hint", finding.hint());
    }
    return object;
  }
}
