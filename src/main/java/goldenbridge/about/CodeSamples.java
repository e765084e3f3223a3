package goldenbridge.about;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How to ask one question from a shell, Python, R, JavaScript and Java, with nothing but what comes with the language. Values are
 * quoted by the rules of each language, so that a sample asks for exactly what was given.
 */
public final class CodeSamples {
  private static final Gson QUOTING = new GsonBuilder().disableHtmlEscaping().create();

  private final String address;
  private final Table table;
  private final List<Map.Entry<String, String>> pairs;

  /** Whether the answer is a table, which a program reads as CSV, or something else. */
  public enum Table { YES, NO }

  private CodeSamples(String address, Table table, List<Map.Entry<String, String>> pairs) {
    this.address = address;
    this.table = table;
    this.pairs = pairs;
  }

  /**
   * The samples of a question.
   *
   * @param address without a suffix
   * @param arguments values by name
   */
  public static List<CodeSample> of(String address, Table table, Map<String, List<String>> arguments) {
    CodeSamples samples = new CodeSamples(address, table, arguments.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(value -> Map.entry(entry.getKey(), value))).toList());
    return List.of(new CodeSample("Shell", "curl", samples.curl()), new CodeSample("Python", "Python", samples.python()),
        new CodeSample("R", "R", samples.r()), new CodeSample("JavaScript", "JavaScript", samples.javaScript()),
        new CodeSample("Java", "Java", samples.java()));
  }

  private String ending() {
    return table == Table.YES ? ".csv" : "";
  }

  private String curl() {
    String given = pairs.stream().map(pair -> " \\\n  --data-urlencode " + shell(pair.getKey() + "=" + pair.getValue())).collect(Collectors.joining());
    return "curl -fsSG " + shell(address + ending()) + given + "\n";
  }

  private String python() {
    String open = "urlopen(" + quoted(address + "?") + " + urlencode(" + tuples("(", ")") + "))";
    return "import json\nfrom urllib.parse import urlencode\nfrom urllib.request import urlopen\n\n" + (table == Table.YES
        ? "with " + open.replace("?\"", ".json?\"") + " as response:\n    answer = json.load(response)\nfor row in answer[\"rows\"]:\n    print(row)\n"
        : "with " + open + " as response:\n    print(response.read().decode(\"utf-8\"))\n");
  }

  private String r() {
    String given = pairs.stream().map(pair -> "  " + quoted(pair.getKey() + "=") + ", URLencode(" + quoted(pair.getValue()) + ", reserved = TRUE)")
        .collect(Collectors.joining(", \"&\",\n"));
    String url = "url <- paste0(" + quoted(address + ending() + "?") + (given.isEmpty() ? "" : ",\n" + given) + ")\n";
    return url + (table == Table.YES ? "rows <- read.csv(url, encoding = \"UTF-8\", check.names = FALSE)\nprint(rows)\n"
        : "cat(readLines(url, encoding = \"UTF-8\"), sep = \"\\n\")\n");
  }

  private String javaScript() {
    String from = table == Table.YES ? ".json?" : "?";
    String given = "const search = new URLSearchParams(" + tuples("[", "]") + ");\n"
        + "const response = await fetch(" + quoted(address + from) + " + search);\n"
        + "if (!response.ok) throw new Error((await response.json()).detail);\n";
    return given + (table == Table.YES ? "const { rows } = await response.json();\nconsole.table(rows);\n" : "console.log(await response.text());\n");
  }

  private String java() {
    String search = pairs.stream().map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue())).collect(Collectors.joining("&"));
    String url = address + ending() + (search.isEmpty() ? "" : "?" + search);
    return """
        import java.net.URI;
        import java.net.http.HttpClient;
        import java.net.http.HttpRequest;
        import java.net.http.HttpResponse.BodyHandlers;

        public class Ask {
          public static void main(String[] arguments) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(URI.create(%s)).build();
            System.out.println(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
          }
        }
        """.formatted(quoted(url));
  }

  private String tuples(String open, String close) {
    return pairs.stream().map(pair -> open + quoted(pair.getKey()) + ", " + quoted(pair.getValue()) + close)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** The quoting of JSON is understood by Python, R, JavaScript and Java. */
  private static String quoted(String text) {
    return QUOTING.toJson(text);
  }

  private static String shell(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
