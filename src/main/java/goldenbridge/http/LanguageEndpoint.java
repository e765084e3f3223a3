package goldenbridge.http;

import goldenbridge.fault.Problem;
import java.util.List;
import java.util.stream.Stream;

/** {@code /language?is=TAG&to=PAGE}: keeps the language that a reader chooses in a cookie and goes back to the page. */
final class LanguageEndpoint implements Endpoint {
  static final String PATH = "/language";

  private static final String COOKIE = "language";
  private static final int A_YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

  @Override
  public Reply answer(Call call) {
    List<String> known = call.snapshot().description().languages();
    String language = call.query().text("is").map(String::strip).orElse("");
    if (!known.contains(language)) {
      throw Problem.badInput("parameter-value", "parameter is: \"" + language + "\" is not a language of this graph",
          "choose one of " + String.join(", ", known)).about("is").raise();
    }
    return Reply.empty(303).with("Location", here(call.query().text("to").orElse("")))
        .with("Set-Cookie", COOKIE + "=" + language + "; Max-Age=" + A_YEAR_IN_SECONDS + "; SameSite=Lax; HttpOnly");
  }

  /** A page of this server and no other: what a stranger writes into a link must not lead away. */
  private static String here(String page) {
    return "./" + (page.matches("[A-Za-z0-9._~%/-]*(\\?[A-Za-z0-9._~%/+&=:;,@!$'()*?-]*)?") && !page.contains("//") && !page.contains("..")
        && !page.startsWith("/") ? page : "");
  }

  /** The language that the reader has chosen before, by the header {@code Cookie}; {@code ""} for none. */
  static String kept(String cookies) {
    return cookies.isEmpty() ? "" : Stream.of(cookies.split(";")).map(String::strip).filter(cookie -> cookie.matches(COOKIE + "=[a-z]{2,8}"))
        .map(cookie -> cookie.substring(COOKIE.length() + 1)).findFirst().orElse("");
  }

  /** Languages by which an answer is chosen: the one kept stands before those of the browser. */
  static String languages(String kept, String browser) {
    return kept.isEmpty() || browser.isEmpty() ? kept + browser : kept + "," + browser;
  }
}
