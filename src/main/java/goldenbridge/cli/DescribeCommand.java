package goldenbridge.cli;

import goldenbridge.fault.Problem;
import goldenbridge.graph.Describe;
import goldenbridge.graph.DescribeJson;
import goldenbridge.graph.Snapshot;
import goldenbridge.rdf.Format;
import goldenbridge.rdf.RdfOutput;
import java.io.OutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/** {@code describe ENTITY}: every statement about one entity, with the passages that make it. */
final class DescribeCommand extends Command {
  private final HomeOption home = new HomeOption(spec);

  private final OutputOption output = new OutputOption(spec);

  private final Given<String> entity = Given.word(spec, "ENTITY", "An IRI, a prefixed name, or a label in any language.");

  DescribeCommand(Cli cli) {
    super(cli, "describe", "Show all that is said of an entity, and which passage says so.");
  }

  @Override
  public Integer call() {
    Format format = output.format().orElse(Format.TABLE);
    Snapshot snapshot = HomeOption.load(home.home());
    Describe description = Describe.of(snapshot.entities().resolve(entity.known()), snapshot);
    output.write(cli.streams(), out -> write(description, format, snapshot, out));
    return ExitCode.DONE.number();
  }

  private void write(Describe description, Format format, Snapshot snapshot, OutputStream out) {
    if (format == Format.TABLE) {
      WholeFile.print(out, new DescriptionText(snapshot, output.language()).text(description));
    } else if (format == Format.JSON) {
      WholeFile.print(out, new DescribeJson(snapshot, output.language()).text(description));
    } else if (format.carries(Format.Shape.QUADS)) {
      DatasetGraph quads = DatasetGraphFactory.create();
      quads.prefixes().putAll(snapshot.prefixes().mapping());
      description.quads().forEach(quads::add);
      RDFWriter.source(quads).lang(format.lang().orElseThrow()).output(out);
    } else if (format.carries(Format.Shape.TRIPLES)) {
      Graph triples = GraphFactory.createDefaultGraph();
      triples.getPrefixMapping().setNsPrefixes(snapshot.prefixes().mapping());
      description.quads().forEach(quad -> triples.add(quad.asTriple()));
      RdfOutput.write(RDFWriter.source(triples).lang(format.lang().orElseThrow()), out);
    } else {
      throw Problem.badInput("format-mismatch", "format " + format.label() + " cannot carry a description",
          "choose table, json, ttl, nt, jsonld, rdf, trig or nq").raise();
    }
  }
}
