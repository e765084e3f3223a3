package goldenbridge.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nu.validator.validation.SimpleDocumentValidator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** All pages of this repository's graph hang together, and each kind is valid HTML. */
class PagesAreSoundTest {
  private static final Pattern LINK = Pattern.compile("\\s(?:href|src|action)=\"([^\"]*)\"");
  private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
  /** Entities are alike: the other forms of this many are enough. */
  private static final int FORMS = 300;
  /** So many pages of entities, sources and passages, first come, are read for their links; {@code -Dcrawl=100000} reads all. */
  private static final int ENTITIES = Integer.getInteger("crawl", 1_500);

  private static Site site;
  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void serve() {
    site = new Site();
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private HttpResponse<String> get(String address) {
    try {
      return client.send(HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html,*/*;q=0.1").build(),
          HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(address, broken);
    }
  }

  @Test
  void noLinkOfTheWholeSiteIsBroken() {
    String root = site.address("");
    Map<String, Set<String>> ids = new HashMap<>();
    Set<String> broken = new TreeSet<>();
    Map<String, String> fragments = new HashMap<>();
    Set<String> seen = new HashSet<>(Set.of(root));
    Deque<String> open = new ArrayDeque<>(seen);
    int forms = 0;
    int entities = 0;
    while (!open.isEmpty()) {
      String page = open.poll();
      HttpResponse<String> response = get(page);
      if (response.statusCode() >= 400) {
        broken.add(page + " " + response.statusCode());
      }
      if (!response.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        continue;
      }
      Set<String> here = new HashSet<>();
      ID.matcher(response.body()).results().forEach(found -> here.add(found.group(1)));
      ids.put(page, here);
      Matcher link = LINK.matcher(response.body());
      while (link.find()) {
        String written = link.group(1).replace("&amp;", "&").replace("&#39;", "'");
        String to = URI.create(page).resolve(written.isEmpty() || written.startsWith("?") ? page.replaceAll("\\?.*", "") + written : written).toString();
        String bare = to.replaceAll("#.*", "");
        if (!to.startsWith(root) || to.startsWith(root + "language") || bare.matches(".*[?&](format=html|query=|edit=).*")) {
          continue;
        }
        if (to.contains("#")) {
          fragments.put(to, page);
        }
        boolean entity = bare.startsWith(root + "doc/");
        boolean form = entity && bare.contains("?");
        if (!seen.contains(bare) && !(form && forms++ > FORMS) && !(entity && !form && entities++ > ENTITIES)) {
          seen.add(bare);
          open.add(bare);
        }
      }
    }
    fragments.forEach((to, from) -> {
      Set<String> there = ids.get(to.replaceAll("#.*", ""));
      if (there != null && !there.contains(URI.create(to).getFragment())) {
        broken.add(from + " leads to " + to);
      }
    });
    assertEquals(Set.of(), broken);
    assertTrue(seen.size() > 500, seen.size() + " pages");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "kk", "ko", "ru"})
  void eachKindOfPageIsValidHtml(String language) throws Exception {
    List<String> wrong = new ArrayList<>();
    List<String> pages = new ArrayList<>(Site.KINDS);
    Matcher entity = Pattern.compile("href=\"\\./(doc/(?:id|source)/[^\"]*)\"").matcher(get(site.address("")).body());
    for (int count = 0; count < 12 && entity.find(); count++) {
      pages.add(entity.group(1));
    }
    for (String page : pages) {
      SimpleDocumentValidator validator = new SimpleDocumentValidator(false, false, false); // no guess at the language of a text
      Errors errors = new Errors(page, wrong);
      validator.setUpMainSchema("http://s.validator.nu/html5-all.rnc", errors);
      validator.setUpValidatorAndParsers(errors, true, false);
      validator.checkHtmlInputSource(new InputSource(new StringReader(get(site.address(page + (page.contains("?") ? "&" : "?") + "lang=" + language)).body())));
    }
    assertEquals(List.of(), wrong);
  }

  /** Notes errors; warnings are advice. */
  private record Errors(String page, List<String> wrong) implements ErrorHandler {
    @Override
    public void warning(SAXParseException advice) {}

    @Override
    public void error(SAXParseException error) {
      if (wrong.size() < 30) {
        wrong.add(page + " line " + error.getLineNumber() + ": " + error.getMessage());
      }
    }

    @Override
    public void fatalError(SAXParseException error) {
      error(error);
    }
  }
}
