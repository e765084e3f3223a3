package goldenbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import goldenbridge.graph.Home;
import goldenbridge.graph.PreparedHome;
import goldenbridge.query.QueryCatalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands as processes of their own, with the libraries that the smaller jar has: what they load before they answer. */
class StartTest {
  @TempDir
  private Path temp;
  private Path home;

  private record Outcome(int exit, String words, Set<String> classes) {
    boolean loaded(String prefix) {
      return classes.stream().anyMatch(name -> name.startsWith(prefix));
    }
  }

  @BeforeEach
  void copyTheWorld() throws IOException {
    home = temp.resolve("home");
    World.copyTo(home);
    Files.writeString(home.resolve("data/new-source.ftl"), "# a frame");
  }

  @ParameterizedTest
  @ValueSource(strings = {"query hives", "queries -f json", "info", "describe oak -f jsonld", "export -o OUT", "--help", "--version",
      "query hives -f srx --evidence", "generate-completion", "rehearse", "new-source x --title X --url http://x.org/ --date 2024-01-01"})
  void answersWithoutTheLibrariesOfServerAndShapes(String words) throws Exception {
    Outcome outcome = run(words.replace("OUT", temp.resolve("out").toString()).split(" "));
    assertEquals(0, outcome.exit, outcome.words);
    for (String part : List.of("org.apache.jena.fuseki", "org.eclipse.jetty", "org.apache.jena.shacl", "org.apache.jena.tdb")) {
      assertFalse(outcome.loaded(part), part);
    }
  }

  @Test
  void listsQueriesWithoutTheData() throws Exception {
    Files.writeString(home.resolve("data/dataset.ttl"), "broken");
    Outcome outcome = run("queries");
    assertEquals(0, outcome.exit, outcome.words);
    assertFalse(outcome.loaded("goldenbridge.graph.SnapshotLoader"));
    assertFalse(outcome.loaded("goldenbridge.rdf.RdfReader"));
  }

  @Test
  void parsesNoDataThatWasParsedBefore() throws Exception {
    Outcome first = run("query", "hives");
    assertTrue(first.loaded("goldenbridge.rdf.RdfReader$Profile"));
    Outcome second = run("query", "hives");
    assertEquals(first.words, second.words);
    assertFalse(second.loaded("goldenbridge.rdf.RdfReader$Profile"));
  }

  @Test
  void makesNoOtherCommandReadyThanTheOneNamed() throws Exception {
    assertFalse(run("query", "hives").loaded("goldenbridge.cli.ServeCommand"));
  }

  @Test
  void rehearsesWhatTheOtherCommandsLoad() throws Exception {
    Outcome rehearsal = run("rehearse");
    assertEquals("", rehearsal.words);
    for (String command : List.of("Query", "Queries", "Describe", "Info")) {
      assertTrue(rehearsal.loaded("goldenbridge.cli." + command + "Command"), command);
    }
    for (String kind : List.of("goldenbridge.query.TracedAnswer", "goldenbridge.query.AnswerWriter", "goldenbridge.cli.TableWriter")) {
      assertTrue(rehearsal.loaded(kind), kind);
    }
  }

  @Test
  void beginsAQueryWithoutAnyClassOfJenaThatBeginsOfItself() throws Exception {
    run("query", "hives");
    Path log = temp.resolve("begun");
    Process process = new ProcessBuilder(java(), "-Xlog:class+init=info:file=" + log, "-cp", classPath(), Beginning.class.getName(),
        home.toString(), temp.resolve("kept").toString(), "hives").redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    List<String> begun = Files.readAllLines(log);
    assertTrue(begun.stream().anyMatch(line -> line.contains("'goldenbridge/graph/QuadIndex'")), "what was kept is not taken");
    // A class without code of its own for its beginning is marked as such.
    assertEquals(List.of(), begun.stream().filter(line -> line.contains("Initializing 'org/apache/jena/") && !line.contains("(no method)")).toList());
  }

  /** What a query does while Jena is made ready, and nothing else. */
  static final class Beginning {
    public static void main(String[] args) {
      Home home = Home.of(Path.of(args[0]));
      PreparedHome.of(home, Optional.of(Path.of(args[1])));
      QueryCatalog.of(home.queries()).open(args[2]);
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin/java").toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"query hives", "--version"})
  void readsTheLineWithoutAnnotations(String words) throws Exception {
    Outcome outcome = run(words.split(" "));
    assertEquals(0, outcome.exit, outcome.words);
    assertFalse(outcome.loaded("picocli.CommandLine$Model$TypedMember"), "annotations were looked for");
    assertFalse(outcome.loaded("java.sql."), "types of databases were looked up");
  }

  private Outcome run(String... words) throws Exception {
    Path log = temp.resolve("classes");
    Files.createDirectories(temp.resolve("kept"));
    List<String> command = new ArrayList<>(List.of(java(), "-Xlog:class+load:file=" + log,
        "-XX:TieredStopAtLevel=1", "-D" + HomeOption.KEPT + "=" + temp.resolve("kept"), "-cp", classPath(), "goldenbridge.Main"));
    command.addAll(List.of(words));
    if (!words[0].startsWith("-") && !words[0].equals("generate-completion")) {
      command.addAll(List.of("--home", home.toString()));
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    try (Stream<String> lines = Files.lines(log)) {
      return new Outcome(exit, said, lines.map(line -> line.replaceFirst("^(\\[[^]]*])+ ", "").replaceFirst(" .*", "")).collect(Collectors.toSet()));
    }
  }

  /** The class path of this test without what pom.xml leaves out of that jar. */
  private static String classPath() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String execution = pom.substring(pom.indexOf("<artifactSet>"), pom.indexOf("</artifactSet>"));
    Matcher left = Pattern.compile("<exclude>([^:]+):([^<]+)</exclude>").matcher(execution);
    List<Pattern> patterns = new ArrayList<>();
    while (left.find()) {
      patterns.add(Pattern.compile("/" + left.group(1).replace('.', '/').replace("*", "[^:]*") + "/" + left.group(2).replace("*", "[^/]*") + "/"));
    }
    assertTrue(patterns.size() > 10, "no artifacts are left out");
    return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
        .filter(entry -> patterns.stream().noneMatch(pattern -> pattern.matcher(entry.replace('\\', '/')).find()))
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }
}
