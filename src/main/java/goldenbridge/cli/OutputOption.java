package goldenbridge.cli;

import goldenbridge.rdf.Format;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** In which format and language an answer is written, and where. */
final class OutputOption {
  @Option(names = {"-f", "--format"}, paramLabel = "FORMAT",
      description = "table, json, csv, tsv, srj, srx (xml), ttl, nt, jsonld, rdf or trig (default: table, or Turtle for triples).")
  private String format;

  @Option(names = "--lang", paramLabel = "TAG", defaultValue = "en", description = "Language of labels, such as en, kk, ko or ru (default: ${DEFAULT-VALUE}).")
  private String language;

  @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write to a file instead of stdout; it appears whole or not at all.")
  private Path file;

  /** The format asked for, by name or else by the ending of the output file. */
  Optional<Format> format() {
    if (format != null) {
      return Optional.of(Format.named(format));
    }
    return Optional.ofNullable(file).map(path -> path.getFileName().toString())
        .filter(name -> name.contains(".")).map(name -> Format.named(name.substring(name.lastIndexOf('.') + 1)));
  }

  String language() {
    return language;
  }

  /** Whether the answer goes to a person's terminal. */
  boolean toTerminal() {
    return file == null && Terminal.isInteractive();
  }

  /** Hands a stream to the writer; a named file appears whole or not at all. */
  void write(Streams streams, Consumer<OutputStream> writer) {
    WholeFile.write(streams, file, writer);
  }
}
