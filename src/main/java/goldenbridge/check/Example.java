package goldenbridge.check;

import goldenbridge.fault.Place;
import goldenbridge.graph.Home;
import goldenbridge.graph.UnionDatasetGraph;
import goldenbridge.rdf.Places;
import goldenbridge.rdf.RdfReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * A small file that shows when a shape or rule fires, or does not: {@code ontology/test/ID/ok-….ttl} or {@code bad-…}.
 *
 * @param id the shape or rule that it is about, the folder's name
 * @param expected what the leading {@code #+ expect:} lines promise
 * @param findings what is wrong with the file itself
 */
record Example(String id, String shown, Kind kind, List<Expectation> expected, List<Quad> quads, Places places,
    List<Finding> findings) {
  private static final Node UNNAMED = NodeFactory.createURI("urn:x-example:graph");
  private static final Pattern EXPECT = Pattern.compile("#\\+\\s*expect:\\s*(\\S+)\\s+(\\S+)(?:\\s+(\\S+))?\\s*");
  private static final String FORM = "write #+ expect: severity id focus";

  enum Kind { OK, BAD }

  /** One finding that must come, no matter where. */
  record Expectation(Severity severity, String rule, String focus) {
    static Expectation of(Finding finding) {
      return new Expectation(finding.severity(), finding.rule(), finding.focus());
    }

    @Override
    public String toString() {
      return severity.label() + " " + rule + (focus.isEmpty() ? "" : " " + focus);
    }
  }

  static Example read(Home home, Path file) {
    String shown = home.show(file);
    List<Finding> findings = new ArrayList<>();
    String name = file.getFileName().toString();
    if (!name.matches("(ok|bad)-.*")) {
      findings.add(Finding.of(BuiltIn.EXAMPLE_FORM, "the example is neither ok-… nor bad-…", Place.of(shown), "rename it"));
    }
    Kind kind = name.startsWith("bad-") ? Kind.BAD : Kind.OK;
    List<Expectation> expected = expected(file, shown, findings);
    if (kind == Kind.BAD == expected.isEmpty()) {
      findings.add(Finding.of(BuiltIn.EXAMPLE_FORM, kind == Kind.BAD ? "the bad example expects nothing"
          : "the good example expects a finding",
          new Place(shown, 1, 1), FORM));
    }
    List<Quad> quads = new ArrayList<>();
    Places places = new Places();
    RdfReader.of(file, shown).read(UNNAMED, (quad, line, column) -> {
      quads.add(quad);
      places.note(quad, new Place(shown, line, column));
    }).forEach(problem -> findings.add(Finding.of(problem)));
    return new Example(file.getParent().getFileName().toString(), shown, kind, expected, quads, places, findings);
  }

  private static List<Expectation> expected(Path file, String shown, List<Finding> findings) {
    List<Expectation> expected = new ArrayList<>();
    try {
      List<String> lines = Files.readString(file, StandardCharsets.UTF_8).lines()
          .takeWhile(line -> line.startsWith("#")).toList();
      for (int at = 0; at < lines.size(); at++) {
        if (lines.get(at).startsWith("#+")) {
          Place place = new Place(shown, at + 1, 1);
          expectation(lines.get(at)).ifPresentOrElse(expected::add,
              () -> findings.add(Finding.of(BuiltIn.EXAMPLE_FORM, "the line is no expectation", place, FORM)));
        }
      }
    } catch (IOException unreadable) {
      findings.add(Finding.unreadable(unreadable, shown));
    }
    return expected;
  }

  private static Optional<Expectation> expectation(String line) {
    Matcher parts = EXPECT.matcher(line);
    return parts.matches()
        ? Severity.find(parts.group(1)).map(severity -> new Expectation(severity, parts.group(2), focus(parts.group(3))))
        : Optional.empty();
  }

  private static String focus(String iri) {
    return iri == null ? "" : iri.replaceAll("^<|>$", "");
  }

  /** The example together with the terms; or the example alone as the terms, for a shape of style. */
  Material material(Material home, Node sourceProperty, boolean style) {
    UnionDatasetGraph.Builder builder = UnionDatasetGraph.builder();
    if (style) {
      quads.forEach(quad -> builder.add(Quad.create(UNNAMED, quad.asTriple())));
    } else {
      home.ontology().find().forEach(triple -> builder.add(Quad.create(home.ontologyName(), triple)));
      builder.addAll(quads);
    }
    UnionDatasetGraph dataset = builder.build();
    return new Material(dataset, style ? UNNAMED : home.ontologyName(), evidence(sourceProperty),
        new Locator(dataset, places), home.wording());
  }

  /** The graphs that the example describes as evidence, else all that it has. */
  private List<Node> evidence(Node sourceProperty) {
    List<Node> named = quads.stream().map(Quad::getGraph).distinct().toList();
    List<Node> described = quads.stream().filter(quad -> quad.getPredicate().equals(sourceProperty))
        .map(Quad::getSubject).filter(named::contains).distinct().toList();
    return described.isEmpty() ? named : described;
  }
}
