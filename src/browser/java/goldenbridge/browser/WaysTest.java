package goldenbridge.browser;

import static goldenbridge.browser.Site.find;
import static goldenbridge.browser.Site.see;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import goldenbridge.graph.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;

/** What people do on the pages, in a real browser. */
@EnabledIf(value = "goldenbridge.browser.Site#hasBrowser", disabledReason = "no Chromium: install chromium and chromium-driver")
class WaysTest {
  private static Site site;
  private ChromeDriver browser;

  @BeforeAll
  static void serve() {
    site = new Site();
  }

  @AfterAll
  static void stop() {
    if (site != null) {
      site.close();
    }
  }

  @AfterEach
  void leave() {
    if (browser != null) {
      browser.quit();
    }
  }

  private void open(Site.Scripts scripts, String path) {
    browser = browser == null ? Site.browser(scripts) : browser;
    browser.get(site.address(path));
  }

  private String path() {
    return browser.getCurrentUrl().substring(site.address("").length());
  }

  @ParameterizedTest
  @EnumSource(Site.Scripts.class)
  void aSearchLeadsOverAnEntityAndItsFootnoteToThePassageAndTheSource(Site.Scripts scripts) {
    open(scripts, "");
    String name = find(browser, ".tries a").getText();
    find(browser, ".find.large input").sendKeys(name, Keys.ENTER);
    find(browser, ".found a").click();
    assertEquals(name, find(browser, "h1").getText());
    find(browser, ".statements .marks a").click();
    assertTrue(path().contains("#note-"), path());
    find(browser, ".notes li:target a").click();
    find(browser, ".speaker");
    assertFalse(browser.findElements(By.cssSelector(".subject")).isEmpty(), "a passage says something");
    find(browser, ".speaker a").click();
    assertTrue(browser.findElements(By.cssSelector("article.part")).size() > 3, "a source has passages");
  }

  @ParameterizedTest
  @EnumSource(Site.Scripts.class)
  void aFormAsksWithItsValues(Site.Scripts scripts) {
    open(scripts, "queries/activity-by-year");
    int all = browser.findElements(By.cssSelector("#answer tbody tr")).size();
    find(browser, "input[name=from]").sendKeys("2022", Keys.ENTER);
    find(browser, "input[name=from][value='2022']");
    int some = browser.findElements(By.cssSelector("#answer tbody tr")).size();
    assertTrue(some > 0 && some < all, some + " of " + all);
    if (scripts == Site.Scripts.RUN) {
      see(browser, "figure.view svg rect.mark");
      assertEquals(some, browser.findElements(By.cssSelector("figure.view rect.mark")).size());
    }
  }

  @Test
  void aGraphAndALineAreDrawn() {
    open(Site.Scripts.RUN, "queries/relations-network");
    see(browser, "figure.view svg circle.node");
    open(Site.Scripts.RUN, "queries/figure-series");
    see(browser, "figure.view svg circle.mark");
  }

  @Test
  void aMapIsDrawn(@TempDir Path folder) throws IOException {
    Home home = World.copyTo(folder);
    Files.writeString(folder.resolve("queries/where.rq"), """
        #+ summary: Where are the hives?
        #+ view: Map
        PREFIX id: <https://example.org/bees/id/>
        SELECT ?hive ?place { VALUES (?hive ?place) { (id:oak "Point(71.43 51.13)") (id:elm "Point(126.98 37.57)") } }
        """);
    try (Site bees = new Site(home)) {
      browser = Site.browser(Site.Scripts.RUN);
      browser.get(bees.address("queries/where"));
      see(browser, "figure.view svg circle.node");
      assertEquals(2, browser.findElements(By.cssSelector("figure.view circle.node")).size());
      assertTrue(browser.findElements(By.cssSelector("figure.view path.land")).size() > 100, "the outlines of countries");
      assertEquals("51.13°N 71.43°E", find(browser, "#answer td data").getText());
    }
  }

  @ParameterizedTest
  @EnumSource(Site.Scripts.class)
  void theLanguageThatIsChosenStays(Site.Scripts scripts) {
    open(scripts, "queries/visits?from=2021");
    String english = find(browser, "h1").getText();
    find(browser, ".menu summary").click();
    see(browser, ".choices a[lang=ko]").click();
    assertEquals("ko", find(browser, "html").getDomAttribute("lang"));
    assertEquals("queries/visits?from=2021", path());
    assertFalse(find(browser, "h1").getText().equals(english));
    open(scripts, "");
    assertEquals("ko", find(browser, "html").getDomAttribute("lang"));
  }

  @Test
  void theLookThatIsChosenStays() {
    open(Site.Scripts.RUN, "");
    String light = find(browser, "body").getCssValue("background-color");
    find(browser, ".menu summary").click();
    see(browser, "[data-theme-choice=dark]").click();
    String dark = find(browser, "body").getCssValue("background-color");
    assertFalse(light.equals(dark), dark);
    open(Site.Scripts.RUN, "queries");
    assertEquals(dark, find(browser, "body").getCssValue("background-color"));
  }

  @Test
  void theEditorRunsAQueryAndCallsNoOtherServer() {
    open(Site.Scripts.RUN, "sparql");
    see(browser, "#editor .CodeMirror");
    browser.executeScript("window.yasgui.getTab().getYasqe().setValue('SELECT ?class { ?thing a ?class } GROUP BY ?class ORDER BY ?class LIMIT 7')");
    see(browser, ".yasqe_queryButton").click();
    see(browser, ".yasr_results table tbody tr:nth-child(7)");
    find(browser, "#examples option[value]:not([value=''])");
    assertEquals(List.of(), browser.executeScript(
        "return performance.getEntriesByType('resource').map(entry => new URL(entry.name)).filter(url => url.origin !== location.origin && url.protocol !== 'data:').map(String)"));
  }

  @Test
  void aQuestionOpensInTheEditor() {
    open(Site.Scripts.RUN, "queries/visits");
    find(browser, ".editor-link button").click();
    see(browser, "#editor .CodeMirror");
    assertTrue(browser.executeScript("return window.yasgui.getTab().getYasqe().getValue()").toString().contains("SELECT"));
  }

  @Test
  void aWrongQueryIsToldBesideItsField() {
    open(Site.Scripts.BLOCKED, "sparql");
    find(browser, "#query").sendKeys("SELECT * { ?s ?p }");
    find(browser, ".sparql button").click();
    assertTrue(find(browser, ".problem").getText().contains("line 1"), find(browser, ".problem").getText());
    assertEquals("SELECT * { ?s ?p }", find(browser, "#query").getDomProperty("value"));
  }

  @Test
  void noPageComplains() {
    for (String kind : Site.KINDS) {
      open(Site.Scripts.RUN, kind);
      find(browser, "main");
      List<String> complaints = browser.manage().logs().get("browser").getAll().stream().filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
          .map(LogEntry::getMessage).filter(text -> !text.contains("the server responded with a status of 4")).toList();
      assertEquals(List.of(), complaints, kind);
    }
  }
}
