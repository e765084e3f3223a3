package goldenbridge.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import goldenbridge.fault.Place;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A report for code scanners. Only the rules that have a finding are described, so that the file stays small.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
final class SarifReport {
  private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final Report report;
  private final List<String> rules;

  private SarifReport(Report report) {
    this.report = report;
    this.rules = List.copyOf(new TreeSet<>(report.findings().stream().map(Finding::rule).toList()));
  }

  static String text(Report report) {
    return JsonReport.pretty(new SarifReport(report).log());
  }

  private JsonObject log() {
    JsonObject driver = new JsonObject();
    driver.addProperty("name", "golden-bridge");
    driver.add("rules", array(rules.stream().map(this::rule).toList()));
    JsonObject run = new JsonObject();
    run.add("tool", object("driver", driver));
    run.addProperty("columnKind", "utf16CodeUnits");
    run.add("results", array(report.findings().stream().map(this::result).toList()));
    JsonObject log = new JsonObject();
    log.addProperty("$schema", SCHEMA);
    log.addProperty("version", "2.1.0");
    log.add("runs", array(List.of(run)));
    return log;
  }

  private JsonObject rule(String id) {
    JsonObject rule = new JsonObject();
    rule.addProperty("id", id);
    report.rules().find(id).ifPresent(text -> {
      if (!text.summary().isEmpty()) {
        rule.add("shortDescription", message(text.summary()));
      }
      if (!text.help().isEmpty()) {
        // Not helpUri, which must be an address on the web.
        JsonObject help = message(text.help());
        help.addProperty("markdown", text.help() + " [More](" + RulePage.link(id) + ")");
        rule.add("help", help);
      }
      JsonObject configuration = new JsonObject();
      configuration.addProperty("level", level(text.severity()));
      rule.add("defaultConfiguration", configuration);
    });
    return rule;
  }

  private JsonObject result(Finding finding) {
    JsonObject result = new JsonObject();
    result.addProperty("ruleId", finding.rule());
    result.addProperty("ruleIndex", rules.indexOf(finding.rule()));
    result.addProperty("level", level(finding.severity()));
    result.add("message", message(finding.message() + (finding.hint().isEmpty() ? "" : "; " + finding.hint())));
    result.add("locations", array(finding.place().isKnown() ? List.of(at(finding.place())) : List.of()));
    return result;
  }

  private static JsonObject at(Place place) {
    JsonObject artifact = new JsonObject();
    artifact.addProperty("uri", uri(place.file()));
    artifact.addProperty("uriBaseId", "%SRCROOT%");
    JsonObject physical = new JsonObject();
    physical.add("artifactLocation", artifact);
    if (place.line() > 0) {
      JsonObject region = new JsonObject();
      region.addProperty("startLine", place.line());
      if (place.column() > 0) {
        region.addProperty("startColumn", place.column());
      }
      physical.add("region", region);
    }
    return object("physicalLocation", physical);
  }

  private static String uri(String file) {
    try {
      return new URI(null, null, file, null).toASCIIString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case VIOLATION -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  private static JsonObject message(String text) {
    JsonObject message = new JsonObject();
    message.addProperty("text", text);
    return message;
  }

  private static JsonObject object(String key, JsonElement value) {
    JsonObject object = new JsonObject();
    object.add(key, value);
    return object;
  }

  private static JsonArray array(List<? extends JsonElement> elements) {
    JsonArray array = new JsonArray();
    new ArrayList<>(elements).forEach(array::add);
    return array;
  }
}
