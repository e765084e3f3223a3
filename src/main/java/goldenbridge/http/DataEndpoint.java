package goldenbridge.http;

import goldenbridge.about.DcatDescription;
import goldenbridge.export.Dumps;
import goldenbridge.export.Exported;
import goldenbridge.fault.Nearest;
import goldenbridge.fault.Problem;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code /data}: the files of an export with size and checksum; {@code /data/FILE}: one of them. */
final class DataEndpoint implements Endpoint {
  static final String PATH = "/data";

  private static final List<Offer> OFFERS =
      Stream.of(List.of(Offer.OWN_JSON), Offer.TRIPLES, List.of(Offer.HTML)).flatMap(List::stream).toList();

  private final Templates templates;

  DataEndpoint(Templates templates) {
    this.templates = templates;
  }

  @Override
  public Reply answer(Call call) {
    return call.path().startsWith(PATH + "/") ? file(call.path().substring(PATH.length() + 1), call) : list(call);
  }

  private Reply list(Call call) {
    Offer.Choice choice = Conneg.choose(OFFERS, call.format(PATH), call.header("Accept"));
    if (choice.isHtml()) {
      String language = Conneg.language(call, call.snapshot().description().languages());
      return Reply.of(choice.contentType(), language, out -> {
        templates.write("data", Frame.of(call, language), model(call, language), out);
        return Map.of();
      }).with("Vary", Headers.BY_LANGUAGE);
    }
    if (choice.offer() == Offer.OWN_JSON) {
      return Reply.of(choice.contentType(), "", out -> {
        Files.copy(Dumps.of(call.snapshot()).path("index.json").orElseThrow(), out);
        return Map.of();
      }).with("Vary", "Accept");
    }
    return GraphEndpoint.data(choice, asked -> DcatDescription.of(asked.snapshot(), Dumps.of(asked.snapshot()).files(), asked.origin()), call);
  }

  private static Map<String, Object> model(Call call, String language) {
    Map<String, Object> model = new HashMap<>();
    model.put("files", Dumps.of(call.snapshot()).files().stream().map(file -> Map.of("name", file.name(), "title", file.title(),
        "mediaType", file.mediaType(), "size", Words.in(language).number(BigDecimal.valueOf(file.size())), "sha256", file.sha256())).toList());
    model.put("downloads", GraphEndpoint.downloads(PATH));
    return model;
  }

  /** Only names from the list lead to a file; what a request says never becomes a path. */
  private static Reply file(String name, Call call) {
    Dumps dumps = Dumps.of(call.snapshot());
    Path path = dumps.path(name).orElseThrow(() -> Problem.notFound("unknown-route", "there is no file \"" + name + "\" to download",
        Nearest.hint(name, dumps.files().stream().map(Exported::name).toList(), "/data lists them all")).raise());
    String mediaType = dumps.files().stream().filter(file -> file.name().equals(name)).map(Exported::mediaType).findFirst()
        .orElse(name.endsWith(".json") ? "application/json" : "text/plain");
    return Reply.of(mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType, "",
        new Reply.FileContent(path, () -> dumps.packed(name)));
  }
}
