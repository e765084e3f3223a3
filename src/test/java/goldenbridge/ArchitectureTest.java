package goldenbridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rooms import each other one way, and the Java knows RDF but not what the graph is about. */
class ArchitectureTest {
  private static final Path MAIN = Path.of("src/main/java");

  /** What each room may import of the others. */
  private static final Map<String, Set<String>> MAY_IMPORT = Map.of(
      "fault", Set.of(),
      "rdf", Set.of("fault"),
      "graph", Set.of("fault", "rdf"),
      "query", Set.of("fault", "rdf"),
      "check", Set.of("fault", "rdf", "graph", "query"),
      "export", Set.of("fault", "rdf", "graph"),
      "search", Set.of("fault", "rdf", "graph"),
      "about", Set.of("fault", "rdf", "graph", "query", "export"),
      "http", Set.of("fault", "rdf", "graph", "query", "check", "export", "search", "about"),
      "cli", Set.of("fault", "rdf", "graph", "query", "check", "export", "search", "about", "http"));

  private static final Pattern IMPORT = Pattern.compile("\\bgoldenbridge\\.([a-z]+)\\.[A-Z]");

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  @Test
  void roomsImportOneWay() throws IOException {
    List<String> wrong = new ArrayList<>();
    int seen = 0;
    for (Map.Entry<String, Set<String>> room : MAY_IMPORT.entrySet()) {
      for (Path file : sources(MAIN.resolve("goldenbridge").resolve(room.getKey()))) {
        seen++;
        Matcher imported = IMPORT.matcher(Files.readString(file));
        while (imported.find()) {
          if (!imported.group(1).equals(room.getKey()) && !room.getValue().contains(imported.group(1))) {
            wrong.add(file + " imports " + imported.group());
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
    // All Java stands in a room, but for the program's entry.
    assertEquals(sources(MAIN).size() - 2, seen);
  }

  @Test
  void onlyOneRoomKnowsEachBigLibrary() throws IOException {
    Map<String, String> owners = Map.of("org.apache.jena.fuseki", "http", "org.eclipse.jetty", "http", "jakarta.servlet", "http",
        "org.apache.jena.shacl", "check", "picocli.", "cli", "org.snakeyaml", "query");
    List<String> wrong = new ArrayList<>();
    for (Path file : sources(MAIN)) {
      String text = Files.readString(file);
      owners.forEach((library, room) -> {
        if (text.contains("import " + library) && !file.getParent().endsWith(room) && !(room.equals("query") && file.getParent().endsWith("check"))) {
          wrong.add(file + " imports " + library);
        }
      });
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void onlyServeReachesHttp() throws IOException {
    for (Path file : sources(MAIN.resolve("goldenbridge/cli"))) {
      boolean serves = file.endsWith("ServeCommand.java");
      assertTrue(serves || !Files.readString(file).contains("goldenbridge.http."), file + " reaches the server");
    }
  }

  @Test
  void javaKnowsNoWordOfTheOntology() throws IOException {
    Set<String> terms = new TreeSet<>();
    Matcher term = Pattern.compile("^:([A-Za-z]+) a owl:", Pattern.MULTILINE).matcher(Files.readString(Path.of("ontology/ontology.ttl")));
    while (term.find()) {
      terms.add(term.group(1));
    }
    assertTrue(terms.size() > 60, "terms found: " + terms);
    // Words of English, of RDF or of HTTP that the ontology uses too.
    Set<String> shared = Set.of("Passage", "Place", "kind", "status", "host", "serves", "origin", "language", "within", "about", "value", "bound", "location", "visitor", "Organization", "startDate", "endDate");
    String java = sources(MAIN).stream().map(ArchitectureTest::read).collect(Collectors.joining("\n"));
    for (String name : terms) {
      if (!shared.contains(name)) {
        assertFalse(Pattern.compile("\\b" + name + "\\b").matcher(java).find(), "the Java knows " + name);
      }
    }
    assertFalse(Pattern.compile("korea|kazakh|kzkr|w3id\\.org/(?!golden-bridge)", Pattern.CASE_INSENSITIVE).matcher(java).find(), "the Java names the domain");
  }

  @Test
  void everyPackageSaysItsIdea() throws IOException {
    Set<Path> packages = sources(MAIN).stream().map(Path::getParent).collect(Collectors.toCollection(TreeSet::new));
    for (Path folder : packages) {
      assertTrue(Files.exists(folder.resolve("package-info.java")), folder + " lacks package-info.java");
    }
    assertEquals(MAY_IMPORT.size() + 1, packages.size());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
