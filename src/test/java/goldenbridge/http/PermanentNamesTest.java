package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;

/** The redirects that are ready for w3id.org lead every name of the real graph to a page of this server. */
class PermanentNamesTest {
  private static final Path FILE = Path.of("w3id/kzkr/.htaccess");
  private static final Pattern RULE = Pattern.compile("^RewriteRule (\\S+) https://[^/\\s]+(\\S+) \\[R=303,L]$", Pattern.MULTILINE);

  private record Rule(Pattern name, String target) {}

  private static List<Rule> rules() throws Exception {
    List<Rule> rules = new ArrayList<>();
    RULE.matcher(Files.readString(FILE)).results().forEach(found -> rules.add(new Rule(Pattern.compile(found.group(1)), found.group(2))));
    return rules;
  }

  /** As Apache does: the first rule that matches; a fragment never reaches a server. */
  private static String target(String name, List<Rule> rules) {
    for (Rule rule : rules) {
      Matcher fits = rule.name.matcher(name.replaceAll("#.*", ""));
      if (fits.find()) {
        return rule.target.replace("$1", fits.groupCount() > 0 && fits.group(1) != null ? fits.group(1) : "");
      }
    }
    return "no rule";
  }

  @Test
  void leadEveryNameToItsPage() throws Exception {
    List<Rule> rules = rules();
    assertEquals(4, rules.size());
    Served served = Served.real();
    String base = served.live.current().description().base();
    assertTrue(base.endsWith("/" + FILE.getParent().getFileName() + "/"), base);
    Set<String> paths = new TreeSet<>(Set.of("/"));
    served.live.current().dataset().find().forEachRemaining(quad -> Stream.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())
        .filter(Node::isURI).map(Node::getURI).filter(iri -> iri.startsWith(base)).forEach(iri -> paths.add(target(iri.substring(base.length()), rules))));
    assertTrue(paths.size() > 300, paths.size() + " paths");
    List<String> wrong = new ArrayList<>();
    int spread = Math.max(1, paths.size() / 400);
    int number = 0;
    for (String path : paths) {
      if (number++ % spread == 0) {
        HttpResponse<String> data = served.get(path, "Accept", "text/turtle");
        if (data.statusCode() != 200 || data.body().isBlank()) {
          wrong.add(path + " " + data.statusCode());
        }
      }
    }
    assertEquals(List.of(), wrong);
  }
}
