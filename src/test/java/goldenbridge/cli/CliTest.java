package goldenbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CliTest {
  @Test
  void printsItsVersion() {
    Run run = Run.of("--version");
    assertEquals(0, run.code());
    assertTrue(run.out().startsWith("golden-bridge "), run.out());
  }

  @Test
  void listsItsCommandsAndExitCodes() {
    Run run = Run.of("--help");
    assertEquals(0, run.code());
    for (String word : new String[] {"serve", "query", "queries", "sparql", "describe", "validate", "info", "Exit codes", "70"}) {
      assertTrue(run.out().contains(word), word);
    }
  }

  @Test
  void suggestsTheCommandThatWasMeant() {
    Run run = Run.of("qery");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("did you mean query"), run.err());
    assertEquals("", run.out());
  }

  @Test
  void refusesUnknownOptionsInOneLine() {
    Run run = Run.of("info", "--hoem", "x");
    assertEquals(2, run.code());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("--hoem"), run.err());
  }

  @Test
  void asksForACommand() {
    Run run = Run.of();
    assertEquals(2, run.code());
    assertTrue(run.err().contains("Missing required subcommand") || run.err().contains("--help"), run.err());
  }

  @Test
  void tellsTheVersionAfterACommandToo() {
    Run run = Run.of("query", "--version");
    assertEquals(0, run.code());
    assertTrue(run.out().startsWith("golden-bridge "), run.out());
  }

  @Test
  void printsACompletionScript() {
    Run run = Run.of("generate-completion");
    assertEquals(0, run.code());
    assertTrue(run.out().contains("complete -F"), "no completion script");
  }
}
