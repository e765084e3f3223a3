package goldenbridge.cli;

import goldenbridge.rdf.Format;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** In which format and language an answer is written, and where. */
final class OutputOption {
  private final Given<String> format;
  private final Given<String> language;
  private final Given<Path> file;

  OutputOption(CommandSpec command) {
    format = Given.option(command, String.class, OptionSpec.builder("-f", "--format").paramLabel("FORMAT")
        .description("table, json, csv, tsv, srj, srx (xml), ttl, nt, jsonld, rdf or trig (default: table, or Turtle for triples)."));
    language = Given.option(command, String.class, OptionSpec.builder("--lang").paramLabel("TAG").defaultValue("en")
        .description("Language of labels, such as en, kk, ko or ru (default: ${DEFAULT-VALUE})."));
    file = Given.path(command, OptionSpec.builder("-o", "--output").paramLabel("FILE")
        .description("Write to a file instead of stdout; it appears whole or not at all."));
  }

  /** The format asked for, by name or else by the ending of the output file. */
  Optional<Format> format() {
    return format.value().map(Format::named).or(() -> file.value().map(path -> path.getFileName().toString())
        .filter(name -> name.contains(".")).map(name -> Format.named(name.substring(name.lastIndexOf('.') + 1))));
  }

  String language() {
    return language.known();
  }

  /** Whether the answer goes to a person's terminal. */
  boolean toTerminal() {
    return file.value().isEmpty() && Terminal.isInteractive();
  }

  /** Hands a stream to the writer; a named file appears whole or not at all. */
  void write(Streams streams, Consumer<OutputStream> writer) {
    WholeFile.write(streams, file.value().orElse(null), writer);
  }
}
