package goldenbridge.browser;

import goldenbridge.graph.Home;
import goldenbridge.graph.LiveSnapshot;
import goldenbridge.graph.SnapshotLoader;
import goldenbridge.http.HttpOptions;
import goldenbridge.http.HttpService;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The graph of this repository behind a real server, and Chromium in front of it. */
final class Site implements AutoCloseable {
  private static final Path CHROMIUM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
  private static final Path DRIVER = Path.of(System.getProperty("chromedriver", "/usr/bin/chromedriver"));
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** One of each kind of page: what a test of looks, access or validity goes through. */
  static final List<String> KINDS = List.of("", "queries", "queries/visits", "queries/visits?from=x", "queries/timeline", "queries/activity-by-year",
      "queries/figure-series", "queries/relations-network", "queries/visits-map", "queries/disputed-values", "queries/plan-fates", "queries/visits?embed=on", "search?q=a", "ontology",
      "shapes", "data", "no/such/page", "doc/ontology%23Event", "doc/id/kazakhstan", "doc/id/kazakhstan?all=%5Ekzkr:party", "sparql?query=ASK%20%7B%7D");

  final LiveSnapshot live;
  final HttpService service;

  Site() {
    this(Home.of(Path.of(".")));
  }

  Site(Home home) {
    live = new LiveSnapshot(SnapshotLoader.load(home));
    service = HttpService.start(live, HttpOptions.DEFAULT.withPort(0));
  }

  String address(String path) {
    return service.address() + path;
  }

  /** Whether there is a browser to test with. */
  static boolean hasBrowser() {
    return CHROMIUM.toFile().canExecute() && DRIVER.toFile().canExecute();
  }

  /** What a browser does with scripts. */
  enum Scripts { RUN, BLOCKED }

  static ChromeDriver browser(Scripts scripts) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toString());
    options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--window-size=1280,1000", "--lang=en", "--accept-lang=en");
    if (scripts == Scripts.BLOCKED) {
      options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
    }
    options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL"));
    return new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(new File(DRIVER.toString())).build(), options);
  }

  /** The first element that a CSS selector finds, once it is there. */
  static WebElement find(ChromeDriver browser, String selector) {
    return new WebDriverWait(browser, PATIENCE).until(ready -> browser.findElements(By.cssSelector(selector)).stream().findFirst().orElse(null));
  }

  /** The first that also can be seen. */
  static WebElement see(ChromeDriver browser, String selector) {
    return new WebDriverWait(browser, PATIENCE).until(ready -> browser.findElements(By.cssSelector(selector)).stream()
        .filter(WebElement::isDisplayed).findFirst().orElse(null));
  }

  @Override
  public void close() {
    service.close();
  }
}
