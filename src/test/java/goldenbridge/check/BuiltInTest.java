package goldenbridge.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BuiltInTest {
  private static final Path SOURCES = Path.of("src/main/java/goldenbridge");

  @ParameterizedTest
  @EnumSource
  void saysWhatItIsAndHowToMend(BuiltIn rule) {
    RuleText text = rule.text();
    assertTrue(text.id().matches("[a-z]+(-[a-z0-9]+)*"), text.id());
    assertTrue(text.summary().matches("\\p{Lu}.*[^.]"), text.summary());
    assertTrue(text.help().endsWith("."), text.help());
    assertEquals(rule, BuiltIn.find(text.id()).orElseThrow());
  }

  /** Problems that loading or reading can raise become findings, and every finding is explained. */
  @Test
  void explainsEveryProblemOfBadData() throws IOException {
    Set<String> known = Arrays.stream(BuiltIn.values()).map(BuiltIn::id).collect(Collectors.toSet());
    Set<String> raised = new TreeSet<>();
    try (Stream<Path> files = Stream.of("rdf", "graph", "query").flatMap(room -> list(SOURCES.resolve(room)))) {
      for (Path file : files.toList()) {
        Matcher codes = Pattern.compile("Problem\\.badData\\(\"([a-z-]+)\"").matcher(Files.readString(file));
        while (codes.find()) {
          raised.add(codes.group(1));
        }
      }
    }
    assertTrue(raised.contains("query-header") && raised.size() > 5, raised::toString);
    raised.removeAll(known);
    assertEquals(Set.of(), raised);
  }

  /** A rule that no code can report would be an empty promise. */
  @Test
  void everyRuleIsUsed() throws IOException {
    StringBuilder code = new StringBuilder();
    for (Path file : list(SOURCES).filter(file -> !file.endsWith("BuiltIn.java")).toList()) {
      code.append(Files.readString(file));
    }
    assertEquals(Set.of(), Arrays.stream(BuiltIn.values())
        .filter(rule -> code.indexOf("BuiltIn." + rule.name()) < 0 && code.indexOf("\"" + rule.id() + "\"") < 0)
        .collect(Collectors.toSet()));
  }

  private static Stream<Path> list(Path folder) {
    try {
      return Files.walk(folder).filter(file -> file.toString().endsWith(".java"));
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }
}
