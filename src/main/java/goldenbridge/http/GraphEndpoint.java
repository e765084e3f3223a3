package goldenbridge.http;

import goldenbridge.rdf.UrlPath;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;

/** A graph that is made from the snapshot and not a part of its data: in every form of triples, and as a page that shows it. */
final class GraphEndpoint implements Endpoint {
  static final List<Offer> OFFERS = Stream.concat(Offer.TRIPLES.stream(), Stream.of(Offer.HTML)).toList();

  private final String path;
  private final String heading;
  private final Function<Call, Graph> graph;
  private final Templates templates;

  /**
   * @param path to which a suffix may be added
   * @param heading of the page
   */
  GraphEndpoint(String path, String heading, Function<Call, Graph> graph, Templates templates) {
    this.path = path;
    this.heading = heading;
    this.graph = graph;
    this.templates = templates;
  }

  @Override
  public Reply answer(Call call) {
    Offer.Choice choice = Conneg.choose(OFFERS, call.format(path), call.header("Accept"));
    return choice.isHtml() ? page(call) : data(choice, graph, call);
  }

  static Reply data(Offer.Choice choice, Function<Call, Graph> graph, Call call) {
    return Reply.of(choice.contentType(), "", out -> {
      AnswerBody.write(graph.apply(call), choice.offer().format().orElseThrow(), out);
      return Map.of();
    }).with("Vary", "Accept");
  }

  private Reply page(Call call) {
    String language = Conneg.language(call, call.snapshot().description().languages());
    return Reply.of("text/html;charset=utf-8", language, out -> {
      ByteArrayOutputStream turtle = new ByteArrayOutputStream();
      AnswerBody.write(graph.apply(call), Offer.TURTLE.format().orElseThrow(), turtle);
      Map<String, Object> model = new HashMap<>();
      model.put("heading", heading);
      model.put("text", turtle.toString(StandardCharsets.UTF_8));
      model.put("downloads", downloads(path));
      templates.write("graph", Frame.of(call, language), model, out);
      return Map.of();
    }).with("Vary", Headers.BY_LANGUAGE);
  }

  /** The forms of triples beside a page. */
  static List<Map<String, String>> downloads(String path) {
    String last = UrlPath.of(path.substring(path.lastIndexOf('/') + 1));
    return Offer.TRIPLES.stream().map(offer -> offer.names().get(0)).map(name -> Map.of("name", name, "href", last + "." + name)).toList();
  }
}
