package goldenbridge.check;

import goldenbridge.fault.Nearest;
import goldenbridge.fault.Place;
import goldenbridge.graph.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.parser.Shape;

/**
 * Runs the examples of a home. Each is checked by the shape or rule after which its folder is named; a shape of style sees the
 * example alone, any other the example with the ontology. Every shape with a target and every rule needs an ok and a bad
 * example, and every constraint a bad one.
 */
final class ExampleCheck {
  private final Home home;
  private final ShapeFiles shapes;
  private final List<RuleFile> rules;
  private final Material material;
  private final Node sourceProperty;
  private final List<Finding> findings = new ArrayList<>();

  /** @param sourceProperty by which an example, like the data, describes a graph as evidence */
  ExampleCheck(Home home, ShapeFiles shapes, List<RuleFile> rules, Material material, Node sourceProperty) {
    this.home = home;
    this.shapes = shapes;
    this.rules = rules;
    this.material = material;
    this.sourceProperty = sourceProperty;
  }

  List<Finding> run() {
    Path folder = home.ontology().resolve("test");
    Map<String, List<Example>> byId = Home.files(folder, ".ttl", ".trig").stream()
        .filter(file -> !file.getParent().equals(folder))
        .map(file -> Example.read(home, file))
        .collect(Collectors.groupingBy(Example::id, TreeMap::new, Collectors.toList()));
    byId.forEach(this::examples);
    missing(byId);
    return findings;
  }

  private void examples(String id, List<Example> examples) {
    ShapeFiles concerned = shapes.only(id);
    boolean style = !concerned.style().targets().isEmpty();
    List<RuleFile> rule = rules.stream().filter(known -> known.id().equals(id)).toList();
    if (rule.isEmpty() && concerned.all().stream().allMatch(file -> file.targets().isEmpty())) {
      add(BuiltIn.EXAMPLE_FORM, "no shape with a target and no rule is called " + id, Place.of(examples.get(0).shown()),
          Nearest.hint(id, ids(), "rename the folder"));
      return;
    }
    examples.forEach(example -> {
      findings.addAll(example.findings());
      if (example.findings().isEmpty()) {
        Material own = example.material(material, sourceProperty, style);
        compare(example, Stream.concat(ShapeCheck.run(concerned, own).stream(), RuleCheck.run(rule, own).stream())
            .distinct().toList());
      }
    });
  }

  private void compare(Example example, List<Finding> found) {
    List<Finding> about = found.stream().filter(finding -> isAbout(finding.rule(), example.id())).toList();
    Set<Example.Expectation> got = about.stream().map(Example.Expectation::of).collect(Collectors.toSet());
    example.expected().stream().filter(expected -> !got.contains(expected)).forEach(expected ->
        add(BuiltIn.EXAMPLE_RESULT, "the expected finding did not come: " + expected, new Place(example.shown(), 1, 1),
            got.isEmpty() ? "nothing was found" : "found was " + String.join(", ", sorted(got))));
    about.stream().filter(finding -> !example.expected().contains(Example.Expectation.of(finding))).forEach(finding ->
        add(BuiltIn.EXAMPLE_RESULT,
            "unexpected " + finding.severity().label() + " " + finding.rule() + ": " + finding.message(),
            finding.place().isKnown() ? finding.place() : Place.of(example.shown()),
            "mend the example, or expect it: #+ expect: " + Example.Expectation.of(finding)));
  }

  /** A constraint's id begins with that of its shape. */
  private static boolean isAbout(String rule, String id) {
    return rule.equals(id) || rule.startsWith(id + "-");
  }

  private static List<String> sorted(Set<Example.Expectation> expectations) {
    return expectations.stream().map(Example.Expectation::toString).sorted().toList();
  }

  private void missing(Map<String, List<Example>> byId) {
    for (String id : ids()) {
      for (Example.Kind kind : Example.Kind.values()) {
        if (byId.getOrDefault(id, List.of()).stream().noneMatch(example -> example.kind() == kind)) {
          add(BuiltIn.EXAMPLE_MISSING, id + " has no " + (kind == Example.Kind.OK ? "ok" : "bad") + " example", defined(id),
              "add one to ontology/test/" + id + "/");
        }
      }
    }
    Set<String> shown = byId.values().stream().flatMap(List::stream).flatMap(example -> example.expected().stream())
        .map(Example.Expectation::rule).collect(Collectors.toSet());
    constraints().filter(id -> !shown.contains(id) && byId.containsKey(folder(id))).forEach(id ->
        add(BuiltIn.EXAMPLE_MISSING, "no bad example expects " + id, defined(id),
            "add one to ontology/test/" + folder(id) + "/"));
  }

  /** All that has a folder of its own. */
  private Set<String> ids() {
    Stream<String> targets = shapes.all().stream().flatMap(file -> file.targets().stream())
        .map(shape -> ShapeFile.id(shape.getShapeNode()));
    return Stream.concat(targets, rules.stream().map(RuleFile::id)).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Every shape that can give a finding of its own; one that only gathers property shapes cannot. */
  private Stream<String> constraints() {
    return shapes.all().stream().flatMap(file -> file.reporting().stream())
        .filter(shape -> !shape.getConstraints().isEmpty())
        .map(Shape::getShapeNode).map(ShapeFile::id).distinct().sorted();
  }

  /** The longest id that the constraint's id begins with. */
  private String folder(String constraint) {
    return ids().stream().filter(id -> isAbout(constraint, id))
        .reduce((one, other) -> one.length() > other.length() ? one : other).orElse(constraint);
  }

  private Place defined(String id) {
    return Stream.concat(shapes.texts(), rules.stream().map(RuleFile::told)).filter(text -> text.id().equals(id))
        .map(RuleText::place).findFirst().orElse(Place.of(home.show(home.ontology())));
  }

  private void add(BuiltIn rule, String message, Place place, String hint) {
    findings.add(Finding.of(rule, message, place, hint));
  }
}
