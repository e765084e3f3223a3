package goldenbridge.http;

import goldenbridge.about.PartDescription;
import goldenbridge.fault.Nearest;
import goldenbridge.fault.Problem;
import goldenbridge.graph.Passage;
import goldenbridge.graph.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** {@code /.well-known/void}: what the dataset says of itself; below it each source and graph by the path of its name. */
final class VoidEndpoint implements Endpoint {
  static final String PATH = "/.well-known/void";
  private static final String HEADING = "Description of the dataset";

  private final Templates templates;

  VoidEndpoint(Templates templates) {
    this.templates = templates;
  }

  @Override
  public Reply answer(Call call) {
    if (!call.path().startsWith(PartDescription.PATH)) {
      return new GraphEndpoint(PATH, HEADING, HomeEndpoint::description, templates).answer(call);
    }
    String rest = call.path().substring(PartDescription.PATH.length());
    String name = of(rest, call).isPresent() ? rest : rest.replaceAll("\\.[a-z]+$", ""); // a dot may belong to the name
    Graph graph = of(name, call).orElseThrow(() -> unknown(name, call.snapshot()).raise());
    return new GraphEndpoint(PartDescription.PATH + name, HEADING, asked -> graph, templates).answer(call);
  }

  private static Optional<Graph> of(String rest, Call call) {
    return PartDescription.of(NodeFactory.createURI(call.snapshot().description().base() + rest), call.snapshot(), call.origin());
  }

  private static Problem unknown(String rest, Snapshot snapshot) {
    String base = snapshot.description().base();
    List<String> names = Stream.concat(snapshot.evidence().passages().stream().map(Passage::source),
        StreamSupport.stream(((Iterable<Node>) snapshot.dataset()::listGraphNodes).spliterator(), false))
        .map(Node::toString).filter(iri -> iri.startsWith(base)).map(iri -> iri.substring(base.length())).distinct().toList();
    return Problem.notFound("unknown-entity", "there is no source or graph \"" + rest + "\"", Nearest.hint(rest, names, PATH + " leads to all"));
  }
}
