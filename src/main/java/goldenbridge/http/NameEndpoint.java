package goldenbridge.http;

/**
 * {@code /id/PATH}: a thing is no document, so its name leads on to the page about it
 * (<a href="https://www.w3.org/TR/cooluris/#r303gendocument">Cool URIs for the Semantic Web, 4.2</a>).
 */
final class NameEndpoint implements Endpoint {
  static final String PATH = "/id/";

  @Override
  public Reply answer(Call call) {
    String search = call.query().values().isEmpty() ? "" : "?" + call.query().encoded();
    return Reply.empty(303)
        .with("Location", call.root() + EntityEndpoint.PATH.substring(1) + EntityLink.path(call.path().substring(PATH.length())) + search);
  }
}
