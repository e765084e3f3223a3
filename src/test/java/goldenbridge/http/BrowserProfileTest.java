package goldenbridge.http;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** Says in every run whether the pages were looked at: their tests need a browser, so they stand apart in {@code src/browser}. */
class BrowserProfileTest {
  @Test
  void thePagesWereTestedInABrowser() {
    assumeTrue(System.getProperty("test", "").startsWith("goldenbridge.browser"),
        "The tests in a browser were skipped: install chromium and chromium-driver, then mvn -Pbrowser test");
  }
}
