package goldenbridge.export;

import goldenbridge.graph.Snapshot;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One file of an export.
 *
 * @param title what it is, for people
 * @param content writes it
 */
record ExportFile(String name, String mediaType, String title, Consumer<OutputStream> content) {

  /** Every file but the list of them. */
  static List<ExportFile> all(Snapshot snapshot) {
    Quads quads = new Quads(snapshot);
    Flat flat = new Flat(snapshot);
    List<ExportFile> files = new ArrayList<>(List.of(
        new ExportFile("all.nq", "application/n-quads", "All quads, sorted", quads::nQuads),
        new ExportFile("all.trig", "application/trig", "All graphs", quads::triG),
        new ExportFile("flat.nt", "application/n-triples", "All triples without graph names, each entity with its passages", flat::nTriples),
        new ExportFile("flat.ttl", "text/turtle", "The same in Turtle", flat::turtle),
        new ExportFile("flat.jsonld", "application/ld+json", "The same in JSON-LD", flat::jsonLd),
        new ExportFile("ontology.ttl", "text/turtle", "The terms", quads::ontology),
        new ExportFile("graph.graphml", "application/graphml+xml", "Entities and the links between them, for graph viewers", new GraphMl(snapshot)::write),
        new ExportFile("void.ttl", "text/turtle", "Description of the dataset with counts", out -> VoidDescription.write(snapshot, out))));
    files.addAll(new ClassTables(snapshot).files());
    return files;
  }
}
