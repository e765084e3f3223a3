package goldenbridge.http;

import goldenbridge.fault.Nearest;
import goldenbridge.fault.Problem;
import goldenbridge.rdf.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Chooses the form of an answer: a name given in the address goes before the header {@code Accept}, whose q-values are
 * honoured in full (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, 12.5.1</a>). Between equals the
 * range that says more wins, then the order of the offers.
 */
final class Conneg {
  private Conneg() {}

  /** One element of {@code Accept} or {@code Accept-Language}. */
  private record Range(String name, double q) {

    static List<Range> parse(String header) {
      List<Range> ranges = new ArrayList<>();
      for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
        String[] pieces = part.split(";");
        String name = pieces[0].strip();
        if (!name.isEmpty()) {
          ranges.add(new Range(name.equals("*") ? "*/*" : name, q(pieces)));
        }
      }
      return ranges;
    }

    private static double q(String[] pieces) {
      return Arrays.stream(pieces).skip(1).map(piece -> piece.replaceAll("\\s", "")).filter(piece -> piece.startsWith("q="))
          .map(piece -> piece.substring(2)).findFirst()
          .map(text -> text.matches("\\d?\\.?\\d{0,6}") && text.matches(".*\\d.*") ? Math.min(1, Double.parseDouble(text)) : 0).orElse(1.0);
    }

    /** 0 when the range does not take the type, else higher for a range that says more. */
    int fit(String mediaType) {
      if (name.equals(mediaType)) {
        return 3;
      }
      if (name.endsWith("/*") && mediaType.startsWith(name.substring(0, name.length() - 1))) {
        return 2;
      }
      return name.equals("*/*") ? 1 : 0;
    }
  }

  private record Rated(Offer.Choice choice, double q, int fit) {}

  /**
   * The best of the offers.
   *
   * @param named a suffix or the value of {@code format=}
   * @param accept {@code ""} takes the first
   * @throws goldenbridge.fault.ProblemException with code {@code unknown-format} or {@code not-acceptable}, listing the offers
   */
  static Offer.Choice choose(List<Offer> offers, Optional<String> named, String accept) {
    return named.isPresent()
        ? named(offers, named.get().strip().toLowerCase(Locale.ROOT))
        : accepted(offers, accept).orElseThrow(() -> notAcceptable("\"" + accept + "\" asks", offers).raise());
  }

  private static Offer.Choice named(List<Offer> offers, String name) {
    return offers.stream().filter(offer -> offer.isNamed(name)).findFirst()
        .map(offer -> new Offer.Choice(offer, name.contains("/") ? name : offer.mediaType()))
        .orElseThrow(() -> (isFormat(name) ? notAcceptable("format " + name + " asks", offers)
            : Problem.badInput("unknown-format", "format \"" + name + "\" is unknown",
                Nearest.hint(name, names(offers), "choose one of " + String.join(", ", names(offers))))).raise());
  }

  /** The best offer that the header takes at all. */
  static Optional<Offer.Choice> accepted(List<Offer> offers, String accept) {
    for (Offer offer : offers) {
      if (offer.mediaTypes().contains(accept)) { // as programs ask, and no more to weigh
        return Optional.of(new Offer.Choice(offer, accept));
      }
    }
    List<Range> ranges = Range.parse(accept.isBlank() ? "*/*" : accept);
    List<Rated> rated = new ArrayList<>();
    for (Offer offer : offers) {
      for (String mediaType : offer.mediaTypes()) {
        ranges.stream().max(Comparator.comparingInt(range -> range.fit(mediaType))).filter(range -> range.fit(mediaType) > 0 && range.q > 0)
            .ifPresent(range -> rated.add(new Rated(new Offer.Choice(offer, mediaType), range.q, range.fit(mediaType))));
      }
    }
    // max keeps the last of equals, and the first offer is to win
    return rated.stream().reduce((best, next) ->
        Comparator.comparingDouble(Rated::q).thenComparingInt(Rated::fit).compare(next, best) > 0 ? next : best).map(Rated::choice);
  }

  /** The language among those supported that the reader likes best: {@code lang=}, else {@code Accept-Language}, else the first. */
  static String language(Call call, List<String> supported) {
    Optional<String> asked = call.query().text("lang").map(String::strip);
    asked.filter(tag -> !tag.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")).ifPresent(tag -> {
      throw Problem.badInput("parameter-value", "parameter lang: \"" + tag + "\" is no language tag",
          "choose one of " + String.join(", ", supported)).about("lang").raise();
    });
    return asked.map(Conneg::primary).orElseGet(() -> spoken(call.header("Accept-Language"), supported));
  }

  /** The supported language that a header {@code Accept-Language} likes best, else the first. */
  static String spoken(String header, List<String> supported) {
    return Range.parse(header).stream()
        .filter(range -> range.q > 0 && (supported.contains(primary(range.name)) || range.name.equals("*/*")))
        .sorted(Comparator.comparingDouble((Range range) -> range.q).reversed()).findFirst()
        .map(range -> range.name.equals("*/*") ? supported.get(0) : primary(range.name)).orElse(supported.get(0));
  }

  private static String primary(String tag) {
    return tag.toLowerCase(Locale.ROOT).replaceAll("-.*", "");
  }

  private static boolean isFormat(String name) {
    return Arrays.stream(Format.values()).anyMatch(format -> format.label().equals(name) || format.mediaType().equals(name))
        || Offer.TRIPLES.stream().anyMatch(offer -> offer.isNamed(name)) || Offer.HTML.isNamed(name) || Offer.PROTOCOL_XML.isNamed(name);
  }

  private static Problem notAcceptable(String who, List<Offer> offers) {
    return Problem.badInput("not-acceptable", who + " for a form that this answer does not have",
        "ask for one of " + String.join(", ", offers.stream().map(Offer::mediaType).toList()));
  }

  private static List<String> names(List<Offer> offers) {
    return offers.stream().flatMap(offer -> offer.names().stream()).distinct().toList();
  }
}
