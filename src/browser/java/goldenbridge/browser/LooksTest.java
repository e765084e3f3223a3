package goldenbridge.browser;

import static goldenbridge.browser.Site.find;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** Whether everybody can use each kind of page: by axe-core, on a phone, and over a slow line. */
@EnabledIf(value = "goldenbridge.browser.Site#hasBrowser", disabledReason = "no Chromium: install chromium and chromium-driver")
class LooksTest {
  private static final int LONGEST_PAGE_BYTES = 200_000;
  private static final List<Integer> WIDTHS = List.of(360, 768, 1280, 1920);

  private static Site site;
  private static ChromeDriver browser;
  private static String axe;

  @BeforeAll
  static void serve() throws IOException {
    site = new Site();
    browser = Site.browser(Site.Scripts.RUN);
    try (InputStream script = LooksTest.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
      axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.quit();
      site.close();
    }
  }

  /** Each kind of page, and one entity, one source and one passage of the graph. */
  private static List<String> pages() {
    List<String> pages = new ArrayList<>(Site.KINDS);
    browser.get(site.address(""));
    String root = site.address("");
    List<String> found = new ArrayList<>();
    found.add(find(browser, ".tries a").getDomProperty("href"));
    browser.get(find(browser, ".plain a").getDomProperty("href"));
    found.add(browser.getCurrentUrl());
    found.add(find(browser, "article.part h3 a").getDomProperty("href"));
    found.forEach(address -> pages.add(address.substring(root.length())));
    return pages;
  }

  @Test
  void axeFindsNothingSerious() {
    List<String> all = new ArrayList<>();
    for (String page : pages()) {
      browser.get(site.address(page));
      browser.executeScript(axe);
      for (String theme : List.of("light", "dark")) {
        browser.executeScript("document.documentElement.dataset.theme = arguments[0]", theme);
        Object found = browser.executeAsyncScript("const done = arguments[arguments.length - 1];"
            + "axe.run(document, {resultTypes: ['violations']}).then(result => done(result.violations"
            + ".filter(one => ['serious', 'critical'].includes(one.impact)).map(one => one.id + ': ' + one.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | '))))");
        ((List<?>) found).forEach(one -> all.add(page + " " + theme + " " + one));
      }
    }
    assertEquals(List.of(), all);
  }

  /** The page itself is never wider than the screen, be it turned or its window drawn wider; a wide table scrolls in its own box. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "kk", "ko", "ru"})
  void noPageIsWiderThanTheScreen(String language) {
    List<String> wide = new ArrayList<>();
    for (String page : pages()) {
      screen(WIDTHS.get(0));
      browser.get(site.address(page + (page.contains("?") ? "&" : "?") + "lang=" + language));
      for (int width : WIDTHS) {
        screen(width);
        // Charts are drawn anew a moment later.
        long over = ((Number) browser.executeAsyncScript("const done = arguments[0], page = document.documentElement;"
            + "setTimeout(() => done(page.scrollWidth - page.clientWidth), document.querySelector('figure.view') ? 300 : 0)")).longValue();
        if (over > 0) {
          wide.add(page + " at " + width + " by " + over);
        }
      }
    }
    browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    assertEquals(List.of(), wide);
  }

  /** A window cannot be as narrow as a phone. */
  private static void screen(int width) {
    browser.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  @Test
  void aPageIsLightAndNeedsNoOtherServer() {
    for (String page : pages()) {
      if (page.startsWith("sparql")) {
        continue; // the editor
      }
      browser.executeCdpCommand("Network.clearBrowserCache", Map.of());
      browser.get(site.address(page));
      find(browser, "main");
      Object bytes = browser.executeScript("return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
          + ".reduce((sum, entry) => sum + entry.encodedBodySize, 0)");
      Object others = browser.executeScript("return performance.getEntriesByType('resource').map(entry => entry.name).filter(name => !name.startsWith(location.origin))");
      assertTrue(((Number) bytes).longValue() < LONGEST_PAGE_BYTES, page + " weighs " + bytes);
      assertEquals(List.of(), others, page);
    }
  }

}
