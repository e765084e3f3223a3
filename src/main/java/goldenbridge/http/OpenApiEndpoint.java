package goldenbridge.http;

import com.google.gson.GsonBuilder;
import goldenbridge.about.Form;
import goldenbridge.about.OpenApi;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.CannedQuery;
import java.util.List;
import java.util.Optional;

/** {@code /openapi.json}: the service as a document that clients, forms and tests can be made from. */
final class OpenApiEndpoint implements Endpoint {
  static final String PATH = "/openapi.json";

  private static final List<Offer> OFFERS =
      List.of(new Offer(List.of("json"), List.of("application/json", "application/vnd.oai.openapi+json"), Optional.empty()));

  private final ServedQueries queries;

  OpenApiEndpoint(ServedQueries queries) {
    this.queries = queries;
  }

  @Override
  public Reply answer(Call call) {
    call.query().only("lang", "format");
    Offer.Choice choice = Conneg.choose(OFFERS, call.query().text("format"), call.header("Accept"));
    Snapshot snapshot = call.snapshot();
    String language = Conneg.language(call, snapshot.description().languages());
    return Reply.of(choice.contentType(), language, out -> {
      String text = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(OpenApi.of(snapshot,
          queries.of(snapshot).all(), Ask.choices(snapshot), OpenApiEndpoint::forms, language, call.origin())) + "\n";
      return Reply.text(text).write(out);
    }).with("Vary", Headers.BY_LANGUAGE);
  }

  private static List<Form> forms(CannedQuery canned) {
    return QueryEndpoint.data(canned.query(), Ask.Evidence.LEFT_OUT).stream()
        .map(offer -> new Form(offer.names().get(0), offer.mediaType())).toList();
  }
}
