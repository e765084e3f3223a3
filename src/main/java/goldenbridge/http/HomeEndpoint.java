package goldenbridge.http;

import goldenbridge.about.DcatDescription;
import goldenbridge.export.Dumps;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;

/** {@code /}: the home page, and for a reader of RDF the dataset's description of itself. */
final class HomeEndpoint implements Endpoint {
  private static final List<Offer> OFFERS = Stream.concat(Stream.of(Offer.HTML), Offer.TRIPLES.stream()).toList();

  private final HomePage page;

  HomeEndpoint(HomePage page) {
    this.page = page;
  }

  @Override
  public Reply answer(Call call) {
    Offer.Choice choice = Conneg.choose(OFFERS, call.query().text("format"), call.header("Accept"));
    if (choice.isHtml()) {
      return page.of(call, choice);
    }
    return GraphEndpoint.data(choice, HomeEndpoint::description, call);
  }

  /** The dataset with counts, files and service. */
  static Graph description(Call call) {
    return DcatDescription.of(call.snapshot(), Dumps.of(call.snapshot()).files(), call.origin());
  }
}
