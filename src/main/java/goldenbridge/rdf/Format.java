package goldenbridge.rdf;

import goldenbridge.fault.Nearest;
import goldenbridge.fault.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;

/** An output format: its name on the command line, file extension, media type and Jena language. */
public enum Format {
  TABLE("table", "txt", "text/plain", null, Shape.ANY),
  JSON("json", "json", "application/json", null, Shape.ANY),
  CSV("csv", "csv", "text/csv", null, Shape.ROWS),
  TSV("tsv", "tsv", "text/tab-separated-values", ResultSetLang.RS_TSV, Shape.ROWS),
  SRJ("srj", "srj", "application/sparql-results+json", ResultSetLang.RS_JSON, Shape.ROWS),
  SRX("srx", "srx", "application/sparql-results+xml", ResultSetLang.RS_XML, Shape.ROWS),
  TURTLE("ttl", "ttl", "text/turtle", Lang.TURTLE, Shape.TRIPLES),
  NTRIPLES("nt", "nt", "application/n-triples", Lang.NTRIPLES, Shape.TRIPLES),
  JSONLD("jsonld", "jsonld", "application/ld+json", Lang.JSONLD, Shape.TRIPLES),
  RDFXML("rdf", "rdf", "application/rdf+xml", Lang.RDFXML, Shape.TRIPLES),
  TRIG("trig", "trig", "application/trig", Lang.TRIG, Shape.QUADS),
  NQUADS("nq", "nq", "application/n-quads", Lang.NQUADS, Shape.QUADS);

  /** What a format can carry. */
  public enum Shape { ROWS, TRIPLES, QUADS, ANY }

  private final String label;
  private final String extension;
  private final String mediaType;
  private final Lang lang;
  private final Shape shape;

  Format(String label, String extension, String mediaType, Lang lang, Shape shape) {
    this.label = label;
    this.extension = extension;
    this.mediaType = mediaType;
    this.lang = lang;
    this.shape = shape;
  }

  public String label() {
    return label;
  }

  public String extension() {
    return extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Jena's name of the format; absent for those that only this program writes. */
  public Optional<Lang> lang() {
    return Optional.ofNullable(lang);
  }

  public boolean carries(Shape wanted) {
    return shape == wanted || shape == Shape.ANY;
  }

  /**
   * The format of a name such as {@code csv}, {@code turtle} or {@code xml}.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code unknown-format}
   */
  public static Format named(String name) {
    String wanted = switch (name.toLowerCase(Locale.ROOT)) {
      case "turtle" -> "ttl";
      case "xml" -> "srx";
      case "rdfxml" -> "rdf";
      case "ntriples" -> "nt";
      case "nquads" -> "nq";
      case "json-ld" -> "jsonld";
      default -> name.toLowerCase(Locale.ROOT);
    };
    return Arrays.stream(values()).filter(format -> format.label.equals(wanted)).findFirst()
        .orElseThrow(() -> Problem.badInput("unknown-format", "format \"" + name + "\" is unknown",
            Nearest.hint(name, names(), "choose one of " + String.join(", ", names()))).raise());
  }

  public static List<String> names() {
    return Arrays.stream(values()).map(Format::label).toList();
  }
}
