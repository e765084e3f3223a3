package goldenbridge.graph;

import goldenbridge.rdf.RdfReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that a snapshot's quads come from, in the order of loading. */
record HomeFiles(List<Entry> ontology, List<Entry> data) {
  /** Of larger homes the parser, once warm, takes most of the time, and keeping them would take much room. */
  private static final long MOST = 64L << 20;

  /**
   * @param shown the file's name below the home
   * @param bytes what the file holds when it was read already; null when it is still to be opened
   */
  record Entry(Path file, String shown, byte[] bytes) {
    RdfReader reader() {
      return bytes == null ? RdfReader.of(file, shown) : RdfReader.of(file, shown, bytes);
    }
  }

  /** Which files there are; they are opened one by one later. */
  static HomeFiles of(Home home) {
    return new HomeFiles(entries(home, home.ontologyFiles().stream().filter(Files::exists).toList()), entries(home, home.dataFiles()));
  }

  private static List<Entry> entries(Home home, List<Path> files) {
    return files.stream().map(file -> new Entry(file, home.show(file), null)).toList();
  }

  List<Entry> all() {
    return Stream.concat(ontology.stream(), data.stream()).toList();
  }

  /** The same with the bytes of all files as they stand now; empty when one cannot be read, or when there is too much. */
  Optional<HomeFiles> read() {
    try {
      long size = 0;
      for (Entry entry : all()) {
        size += Files.size(entry.file);
      }
      return size > MOST ? Optional.empty() : Optional.of(new HomeFiles(read(ontology), read(data)));
    } catch (IOException told) {
      return Optional.empty(); // the loader tells it with its place
    }
  }

  private static List<Entry> read(List<Entry> entries) throws IOException {
    List<Entry> read = new ArrayList<>();
    for (Entry entry : entries) {
      read.add(new Entry(entry.file, entry.shown, Files.readAllBytes(entry.file)));
    }
    return read;
  }
}
