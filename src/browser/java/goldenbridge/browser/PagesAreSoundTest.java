package goldenbridge.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.graph.Snapshot;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nu.validator.validation.SimpleDocumentValidator;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** All pages of this repository's graph hang together and are light, and each kind is valid HTML. Needs no browser. */
class PagesAreSoundTest {
  private static final int LONGEST_PAGE_BYTES = 200_000;
  private static final List<String> LANGUAGES = List.of("en", "kk", "ko", "ru");
  /** Pages out of all that were read whose HTML is checked, too. */
  private static final int CHECKED = 60;
  /** Another choice each time; {@code -Dseed=} repeats one. */
  private static final long SEED = Long.getLong("seed", new Random().nextLong());

  private static Site site;
  private static Map<String, Crawl.Page> pages;

  @BeforeAll
  static void crawl() {
    site = new Site();
    long began = System.nanoTime();
    pages = Crawl.of(site.address(""), SEED);
    System.out.printf("%d addresses read in %d s, -Dseed=%d%n", pages.size(), (System.nanoTime() - began) / 1_000_000_000, SEED);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @Test
  void noLinkOfTheWholeSiteIsBroken() {
    Set<String> broken = new TreeSet<>();
    pages.values().forEach(page -> page.links().forEach(to -> {
      Crawl.Page there = pages.get(Crawl.bare(to));
      if (there != null && there.status() >= 400) {
        broken.add(page.address() + " leads to " + to + ": " + there.status());
      } else if (there != null && to.contains("#") && !there.ids().contains(URI.create(to).getFragment())) {
        broken.add(page.address() + " leads to " + to + ": no such place in the page");
      }
    }));
    assertEquals(Set.of(), broken);
    assertTrue(pages.size() > 5_000, pages.size() + " pages");
  }

  /** With all that the page names to be loaded; what its scripts load, another test sees in a browser. */
  @Test
  void everyPageIsLight() {
    Set<String> heavy = new TreeSet<>();
    pages.values().stream().filter(page -> !page.address().startsWith(site.address("sparql"))).forEach(page -> {
      int bytes = page.bytes() + page.parts().stream().map(pages::get).filter(Objects::nonNull).mapToInt(Crawl.Page::bytes).sum();
      if (!page.parts().isEmpty() && bytes > LONGEST_PAGE_BYTES) {
        heavy.add(page.address() + " weighs " + bytes);
      }
    });
    assertEquals(Set.of(), heavy);
  }

  /** Each kind of page, one thing of each class, and some of all the pages, in one language each. */
  @Test
  void noPageIsInvalidHtml() throws Exception {
    Check check = new Check();
    int turn = 0;
    Set<String> chosen = chosen();
    for (String page : chosen) {
      check.html(page, LANGUAGES.get(turn++ % LANGUAGES.size()));
    }
    assertEquals(List.of(), check.wrong);
    assertTrue(chosen.size() > CHECKED, chosen.toString());
  }

  private static Set<String> chosen() {
    String root = site.address("");
    List<String> html = pages.values().stream().filter(page -> !page.parts().isEmpty()).map(page -> page.address().substring(root.length())).toList();
    Set<String> chosen = new LinkedHashSet<>(Site.KINDS);
    chosen.addAll(ofEachClass());
    new Random(SEED).ints(CHECKED, 0, html.size()).mapToObj(html::get).forEach(chosen::add);
    return chosen;
  }

  private static List<String> ofEachClass() {
    Snapshot snapshot = site.live.current();
    String base = snapshot.description().base();
    Map<String, String> byClass = new TreeMap<>();
    snapshot.dataset().getDefaultGraph().find(Node.ANY, RDF.type.asNode(), Node.ANY).forEach(triple -> {
      if (triple.getSubject().isURI() && triple.getSubject().getURI().startsWith(base)) {
        byClass.merge(triple.getObject().toString(), "doc/" + triple.getSubject().getURI().substring(base.length()).replace("#", "%23"),
            (one, two) -> one.compareTo(two) < 0 ? one : two);
      }
    });
    return List.copyOf(byClass.values());
  }

  /** The <a href="https://validator.github.io/validator/">Nu Html Checker</a>; warnings are advice. */
  private static final class Check implements ErrorHandler {
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> wrong = new ArrayList<>();
    private final SimpleDocumentValidator validator = new SimpleDocumentValidator(false, false, false); // no guess at the language of a text
    private String page = "";

    Check() throws Exception {
      validator.setUpMainSchema("http://s.validator.nu/html5-all.rnc", this);
      validator.setUpValidatorAndParsers(this, true, false);
    }

    void html(String address, String language) throws Exception {
      page = address + (address.contains("?") ? "&" : "?") + "lang=" + language;
      String text = client.send(HttpRequest.newBuilder(URI.create(site.address(page))).header("Accept", "text/html").build(),
          HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
      validator.checkHtmlInputSource(new InputSource(new StringReader(text)));
    }

    @Override
    public void warning(SAXParseException advice) {}

    @Override
    public void error(SAXParseException error) throws SAXException {
      if (wrong.size() < 30) {
        wrong.add(page + " line " + error.getLineNumber() + ": " + error.getMessage());
      }
    }

    @Override
    public void fatalError(SAXParseException error) throws SAXException {
      error(error);
    }
  }
}
