package goldenbridge.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.fault.Problem;
import goldenbridge.fault.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RdfReaderTest {
  private static final Node GRAPH = NodeFactory.createURI("urn:g");

  @TempDir
  private Path folder;

  private final List<Quad> quads = new ArrayList<>();
  private final List<String> places = new ArrayList<>();

  private List<Problem> read(String name, String text) throws IOException {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Problem> read(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    return RdfReader.of(file, name).read(GRAPH, (quad, line, column) -> {
      quads.add(quad);
      places.add(line + ":" + column);
    });
  }

  @Test
  void putsTheTriplesOfATurtleFileIntoTheGivenGraph() throws IOException {
    assertEquals(List.of(), read("a.ttl", "@prefix : <http://example.org/> .\n:a :b :c ;\n  :d \"қазақ 한국\"@kk .\n"));
    assertEquals(2, quads.size());
    assertTrue(quads.stream().allMatch(quad -> quad.getGraph().equals(GRAPH)));
    assertEquals("қазақ 한국", quads.get(1).getObject().getLiteralLexicalForm());
  }

  @Test
  void tellsTheLineOfEachStatement() throws IOException {
    read("a.trig", "@prefix : <http://example.org/> .\n:g1 {\n  :a :b :c ;\n    :d :e,\n      :f .\n}\n:g2 { :a :b :c }\n");
    assertEquals(List.of("3", "4", "5", "7"), places.stream().map(place -> place.replaceAll(":.*", "")).toList());
    assertEquals("http://example.org/g2", quads.get(3).getGraph().getURI());
  }

  @Test
  void reportsAnUndeclaredPrefixWithLineAndColumn() throws IOException {
    Problem problem = read("a.ttl", "<http://e/a> <http://e/b> <http://e/c> .\n<http://e/a> x:b <http://e/c> .\n").get(0);
    assertEquals("a.ttl:2:14: Undefined prefix: x", problem.toString());
    assertEquals("syntax", problem.code());
  }

  @Test
  void reportsAnImpossibleLiteralAndReadsOn() throws IOException {
    List<Problem> problems = read("a.ttl", """
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <http://e/a> <http://e/b> "20x9"^^xsd:date .
        <http://e/a> <http://e/b> "x"^^xsd:integer .
        """);
    assertEquals(List.of("literal", "literal"), problems.stream().map(Problem::code).toList());
    assertTrue(problems.get(0).toString().startsWith("a.ttl:2:27: Lexical form '20x9' not valid"), problems.toString());
    assertEquals(2, quads.size());
  }

  @Test
  void reportsRelativeIris() throws IOException {
    assertTrue(read("a.ttl", "<a> <http://e/b> <http://e/c> .").get(0).message().startsWith("Relative IRI"));
  }

  @Test
  void reportsAFaultyIriEveryTimeItStands() throws IOException {
    List<Problem> problems = read("a.ttl", "<http://e/a b> <http://e/b> <http://e/c> .\n<http://e/a> <http://e/b> <http://e/a b> .\n");
    assertEquals(List.of(1, 2), problems.stream().map(problem -> problem.place().line()).distinct().toList());
  }

  @Test
  void resolvesTheSameTextAnewUnderAnotherBase() throws IOException {
    read("a.ttl", "@base <http://a/> .\n<x> <p> <x> .\n@base <http://b/> .\n<x> <p> <x> .\n");
    assertEquals(List.of("http://a/x", "http://b/x"), quads.stream().map(quad -> quad.getSubject().getURI()).toList());
  }

  @Test
  void reportsTextThatIsNotUtf8() throws IOException {
    byte[] latin1 = "<http://e/a> <http://e/b> \"c\" .\n<http://e/a> <http://e/b> \"caf\u00e9\" .\n".getBytes(StandardCharsets.ISO_8859_1);
    List<Problem> problems = read("a.ttl", latin1);
    assertEquals("[a.ttl:2: the file is not UTF-8]", problems.toString());
  }

  @Test
  void reportsAFileThatCannotBeRead() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("d.ttl"));
    Problem problem = RdfReader.of(directory, "d.ttl").read(GRAPH, (quad, line, column) -> { }).get(0);
    assertEquals("unreadable", problem.code());
  }

  @Test
  void refusesFilesOfAnotherKind() {
    ProblemException refused = assertThrows(ProblemException.class, () -> RdfReader.of(folder.resolve("a.docx"), "a.docx"));
    assertEquals("file-kind", refused.problem().code());
  }
}
