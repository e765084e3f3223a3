package goldenbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.graph.Home;
import goldenbridge.rdf.Format;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What the program can do stands in the README, and what the README shows works. */
class DocumentationTest {
  private static final String README = read("README.md");
  private static final CommandLine COMMANDS =
      Cli.line(Streams.of(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), new ByteArrayOutputStream()));

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  /** The lines of the README's shell blocks that call the program and end by themselves. */
  static Stream<String> commands() {
    return Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(README).results().flatMap(block -> block.group(1).lines())
        .map(line -> line.replaceAll("\\s+#.*$", "").strip())
        .filter(line -> line.startsWith("./golden-bridge ") && !line.contains("serve") && !line.contains(">") && !line.contains("|"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void commandsOfTheReadmeWork(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("(?:[^\\s'\"]+|'[^']*'|\"[^\"]*\")+").matcher(command.substring("./golden-bridge ".length()));
    while (word.find()) {
      words.add(word.group().replaceAll("['\"]", ""));
    }
    Run run = Run.of(words.toArray(String[]::new));
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().lines().count() > 2, command + " says nothing: " + run.out());
  }

  @Test
  void theReadmeShowsSeveralCommands() {
    assertTrue(commands().count() >= 6, commands().toList().toString());
  }

  @Test
  void everyCommandStandsInTheReadme() {
    for (String name : COMMANDS.getSubcommands().keySet()) {
      assertTrue(Pattern.compile("\\| `" + name + "\\b").matcher(README).find(), name);
    }
  }

  @Test
  void everyOptionStandsInTheReadme() {
    Set<String> missing = new TreeSet<>();
    Stream.concat(Stream.of(COMMANDS), COMMANDS.getSubcommands().values().stream()).forEach(command -> {
      for (OptionSpec option : command.getCommandSpec().options()) {
        if (!README.contains("`" + option.longestName() + "`") && !README.contains("`" + option.longestName() + " ")) {
          missing.add(command.getCommandName() + " " + option.longestName());
        }
      }
    });
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyExitCodeStandsInTheReadme() {
    for (ExitCode code : ExitCode.values()) {
      assertTrue(README.contains("\n| " + code.number() + " | "), code.toString());
    }
  }

  @Test
  void everyFormatStandsInTheReadme() {
    for (Format format : Format.values()) {
      assertTrue(README.contains("`" + format.label() + "`"), format.label());
    }
  }

  @Test
  void everyKindOfFileStandsInTheReadme() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (String folder : List.of("ontology", "data", "queries")) {
      for (Path file : Home.files(Path.of(folder), "")) {
        String name = file.getFileName().toString();
        boolean told = README.contains("`" + name + "`") || README.contains("*" + name.substring(name.lastIndexOf('.')) + "`");
        if (!told) {
          missing.add(file.toString());
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyDependencyIsExplained() {
    Matcher dependency = Pattern.compile("<dependency>\\s*<groupId>[^<]+</groupId>\\s*<artifactId>([^<]+)</artifactId>").matcher(read("pom.xml"));
    Set<String> missing = new TreeSet<>();
    while (dependency.find()) {
      if (!README.contains("`" + dependency.group(1) + "`")) {
        missing.add(dependency.group(1));
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyProblemCodeStandsInTheReadme() throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher code = Pattern.compile("Problem\\s*\\.(?:badInput|notFound|badData|tooMuch|unavailable)\\(\\s*\"([a-z-]+)\"").matcher(Files.readString(file));
        while (code.find()) {
          codes.add(code.group(1));
        }
      }
    }
    assertTrue(codes.size() > 20, codes.toString());
    assertEquals(Set.of(), codes.stream().filter(code -> !README.contains("`" + code + "`")).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void everyFindingHasAParagraphThatIsUpToDate() {
    assertEquals(read("FINDINGS.md"), Run.of("validate", "--rules").out(), "renew it by ./golden-bridge validate --rules -o FINDINGS.md");
  }

  @Test
  void namesNoMachineAndNoRegistry() throws IOException {
    List<String> files = List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "pom.xml", ".ci/run", "golden-bridge", "src/test/peers/run");
    for (String file : files) {
      String text = read(file);
      for (String host : List.of("repo1" + ".maven", "repo" + ".maven", "registry" + ".npm", "deb" + ".debian", "/home" + "/", "/root" + "/")) {
        assertTrue(!text.contains(host), file + " names " + host);
      }
    }
  }
}
