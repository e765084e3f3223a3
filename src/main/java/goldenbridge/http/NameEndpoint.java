package goldenbridge.http;

import goldenbridge.rdf.UrlPath;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * {@code /id/PATH}: a thing is no document, so its name leads on to the page about it
 * (<a href="https://www.w3.org/TR/cooluris/#r303gendocument">Cool URIs for the Semantic Web, 4.2</a>).
 */
final class NameEndpoint implements Endpoint {
  static final String PATH = "/id/";

  @Override
  public Reply answer(Call call) {
    String name = call.path().substring(mirrored(call) ? 1 : PATH.length());
    return Reply.empty(303).with("Location", call.root() + EntityEndpoint.PATH.substring(1) + UrlPath.of(name) + call.query().search());
  }

  /** Where the graph's own names begin with {@code id/}, as this server's do, the path is theirs: a permanent name may lead here. */
  private static boolean mirrored(Call call) {
    String name = call.snapshot().description().base() + call.path().substring(1);
    return Stream.of(name, name.replaceAll("\\.[a-z]+$", ""))
        .anyMatch(iri -> call.snapshot().dataset().getDefaultGraph().contains(NodeFactory.createURI(iri), Node.ANY, Node.ANY));
  }
}
