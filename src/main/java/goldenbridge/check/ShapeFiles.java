package goldenbridge.check;

import goldenbridge.graph.Home;
import java.util.List;
import java.util.stream.Stream;

/**
 * The shapes of a home.
 *
 * @param style for the ontology itself
 * @param data for ontology and data together
 * @param passage for one piece of evidence at a time
 */
record ShapeFiles(ShapeFile style, ShapeFile data, ShapeFile passage) {

  static ShapeFiles read(Home home) {
    return new ShapeFiles(ShapeFile.read(home, "style.ttl"), ShapeFile.read(home, "shapes.ttl"),
        ShapeFile.read(home, "passage-shapes.ttl"));
  }

  List<ShapeFile> all() {
    return List.of(style, data, passage);
  }

  /** Only the shapes with that id. */
  ShapeFiles only(String id) {
    return new ShapeFiles(style.only(id), data.only(id), passage.only(id));
  }

  Stream<RuleText> texts() {
    return all().stream().flatMap(file -> file.texts().stream());
  }
}
