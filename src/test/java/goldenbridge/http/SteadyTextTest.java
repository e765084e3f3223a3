package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteadyTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"SELECT (NOW() AS ?t) {}", "SELECT (rand ( ) AS ?t) {}", "SELECT(bNode\n()AS ?t){}", "SELECT (STRUUID() AS ?t) {}", "ASK { FILTER (1 < year(now())) }"})
  void findsWhatChanges(String query) {
    assertTrue(SteadyText.changes(query));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ASK {}", "SELECT (COUNT(*) AS ?now) {}", "SELECT * { ?rand ?p ?o }", "SELECT (KNOW() AS ?t) {}", "( ( ("})
  void findsNothingElse(String query) {
    assertFalse(SteadyText.changes(query));
  }
}
