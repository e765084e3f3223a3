package goldenbridge.http;

import goldenbridge.rdf.Format;
import java.util.List;
import java.util.Optional;

/**
 * One form in which an answer can be had.
 *
 * @param names what {@code format=} and a suffix may call it
 * @param mediaTypes the first is its own; an answer is labelled with the one that was asked for
 * @param format empty for what only this room writes
 */
record Offer(List<String> names, List<String> mediaTypes, Optional<Format> format) {
  static final Offer HTML = new Offer(List.of("html"), List.of("text/html"), Optional.empty());
  static final Offer QUERY_TEXT = new Offer(List.of("rq"), List.of("application/sparql-query"), Optional.empty());
  static final Offer BIBTEX = new Offer(List.of("bib"), List.of("application/x-bibtex"), Optional.empty());
  static final Offer CSL = new Offer(List.of("csl"), List.of("application/vnd.citationstyles.csl+json"), Optional.empty());
  static final Offer OWN_JSON = new Offer(List.of("json"), List.of("application/json"), Optional.of(Format.JSON));
  static final Offer CSV = of(Format.CSV, "csv");
  static final Offer TSV = of(Format.TSV, "tsv");
  static final Offer SRJ = of(Format.SRJ, "srj");
  static final Offer SRX = of(Format.SRX, "srx", "xml");

  static final Offer TURTLE = of(Format.TURTLE, "ttl", "turtle");
  private static final Offer NTRIPLES = of(Format.NTRIPLES, "nt", "ntriples", "n-triples");

  /** What the SPARQL protocol gives for rows and truth values: {@code json} and {@code xml} mean the W3C forms here. */
  static final Offer PROTOCOL_JSON =
      new Offer(List.of("json", "srj"), List.of(Format.SRJ.mediaType(), "application/json"), Optional.of(Format.SRJ));
  static final Offer PROTOCOL_XML =
      new Offer(List.of("xml", "srx"), List.of(Format.SRX.mediaType(), "application/xml", "text/xml"), Optional.of(Format.SRX));

  static final List<Offer> TRIPLES = List.of(
      TURTLE,
      NTRIPLES,
      new Offer(List.of("jsonld", "json-ld", "json"), List.of(Format.JSONLD.mediaType(), "application/json"), Optional.of(Format.JSONLD)),
      new Offer(List.of("rdf", "rdfxml", "xml"), List.of(Format.RDFXML.mediaType(), "application/xml"), Optional.of(Format.RDFXML)));

  static final List<Offer> QUADS = List.of(of(Format.TRIG, "trig"), of(Format.NQUADS, "nq", "nquads", "n-quads"));

  private static Offer of(Format format, String... names) {
    return new Offer(List.of(names), List.of(format.mediaType()), Optional.of(format));
  }

  String mediaType() {
    return mediaTypes.get(0);
  }

  boolean isNamed(String name) {
    return names.contains(name) || mediaTypes.contains(name);
  }

  /** An offer and the media type under which it goes out. */
  record Choice(Offer offer, String mediaType) {

    boolean isHtml() {
      return offer == HTML;
    }

    /** Says the charset where a reader would otherwise guess it. */
    String contentType() {
      return mediaType.startsWith("text/") || offer == QUERY_TEXT ? mediaType + ";charset=utf-8" : mediaType;
    }
  }
}
