package goldenbridge.ontology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/** What the files of the project say, whatever graph it stands in. */
final class Triples {
  private Triples() {}

  /** @param paths of files, or of folders with all that is in them, from the project's root */
  static Graph of(String... paths) {
    Graph union = GraphFactory.createDefaultGraph();
    for (Path file : files(paths)) {
      DatasetGraph read = DatasetGraphFactory.create();
      RDFDataMgr.read(read, file.toUri().toString());
      read.find().forEachRemaining(quad -> union.add(quad.asTriple()));
    }
    return union;
  }

  static List<Path> files(String... paths) {
    return Stream.of(paths).map(Path::of).filter(Files::exists).flatMap(Triples::inside).filter(Files::isRegularFile)
        .filter(file -> !file.toString().endsWith(".ftl")).sorted().toList();
  }

  private static Stream<Path> inside(Path path) {
    try (Stream<Path> found = Files.walk(path)) {
      return found.toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
