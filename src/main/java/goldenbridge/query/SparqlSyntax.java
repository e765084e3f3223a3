package goldenbridge.query;

import goldenbridge.fault.Nearest;
import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import goldenbridge.rdf.Prefixes;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.QueryParseException;

/** Turns Jena's report of a syntax error, which lists every token that could have stood there, into one sentence. */
final class SparqlSyntax {
  // Encountered " <KIND> "image "" at line 1, column 43.   or   Encountered: "x" (120), after : "" at line 1, column 5
  private static final Pattern AT = Pattern.compile("at line (\\d+), column (\\d+)");
  private static final Pattern TOKEN = Pattern.compile("Encountered:? \"\\s*(?:<\\w+>|\"[^\"]*\") \"?(.*?)\\s*\"*\"? at line", Pattern.DOTALL);
  // Encountered: '32' (32), after prefix "SELEC"
  private static final Pattern LETTER = Pattern.compile("Encountered: \\S+ \\((\\d+)\\), after(?: prefix)? ?:? ?\"(.*)\"", Pattern.DOTALL);
  private static final Pattern END = Pattern.compile("Encountered:? \"?<EOF>");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");
  private static final Pattern PREFIX = Pattern.compile("Unresolved prefixed name: (\\S+)");

  private static final String ADVICE = "check the query against SPARQL 1.1";

  /** The words of the <a href="https://www.w3.org/TR/sparql11-query/#sparqlGrammar">grammar</a> that people write. */
  private static final Set<String> KEYWORDS = Set.of(("BASE PREFIX SELECT CONSTRUCT DESCRIBE ASK WHERE FROM NAMED DISTINCT REDUCED AS GROUP BY HAVING ORDER ASC DESC "
      + "LIMIT OFFSET VALUES UNDEF OPTIONAL GRAPH UNION MINUS FILTER BIND SERVICE SILENT EXISTS NOT IN COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT "
      + "SEPARATOR STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE ENCODE_FOR_URI CONTAINS "
      + "STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW UUID STRUUID MD5 SHA1 SHA256 SHA384 SHA512 "
      + "COALESCE IF STRLANG STRDT SAMETERM ISIRI ISURI ISBLANK ISLITERAL ISNUMERIC REGEX SUBSTR REPLACE TRUE FALSE").split(" "));

  private SparqlSyntax() {}

  /**
   * @param text of the query
   * @param prefixes that need no declaration
   */
  static Problem problem(QueryParseException wrong, String shown, String text, Prefixes prefixes) {
    if (wrong.getCause() instanceof StackOverflowError) {
      return Problem.badInput("query-too-deep", "the query is nested too deeply", "flatten it");
    }
    String told = ESCAPE.matcher(String.valueOf(wrong.getMessage()))
        .replaceAll(letter -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(letter.group(1), 16))));
    Place place = place(wrong, told, shown);
    Matcher prefix = PREFIX.matcher(told);
    if (prefix.find()) {
      return Problem.badInput("unknown-prefix", "the prefix of " + prefix.group(1) + " is not declared",
          Nearest.hint(prefix.group(1).replaceAll(":.*", ""), prefixes.byPrefix().keySet(), "add a PREFIX line")).at(place);
    }
    return Problem.badInput("sparql-syntax", "malformed SPARQL" + met(told), meant(text, place)).at(place);
  }

  /** The place in the message is that of the token, or behind the letters that begin none; the exception's own may be where the token before it ends. */
  private static Place place(QueryParseException wrong, String told, String shown) {
    Matcher at = AT.matcher(told);
    if (!at.find()) {
      return new Place(shown, Math.max(0, wrong.getLine()), Math.max(0, wrong.getColumn()));
    }
    Matcher letter = LETTER.matcher(told);
    int read = letter.find() ? read(letter).length() : 0;
    return new Place(shown, Integer.parseInt(at.group(1)), Math.max(1, Integer.parseInt(at.group(2)) - read));
  }

  /** The keyword that is nearest to the word at the place, unless it is one itself. */
  private static String meant(String text, Place place) {
    String line = text.lines().skip(Math.max(0, place.line() - 1)).findFirst().orElse("");
    int at = Math.min(Math.max(0, place.column() - 1), line.length());
    int start = at;
    while (start > 0 && isLetter(line.charAt(start - 1))) {
      start--;
    }
    int end = at;
    while (end < line.length() && isLetter(line.charAt(end))) {
      end++;
    }
    String word = line.substring(start, end).toUpperCase(Locale.ROOT);
    boolean misspelt = word.length() > 2 && !KEYWORDS.contains(word) && (start == 0 || "?$:<\"'@".indexOf(line.charAt(start - 1)) < 0);
    return misspelt ? Nearest.hint(word, KEYWORDS, ADVICE) : ADVICE;
  }

  private static boolean isLetter(char letter) {
    return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter == '_';
  }

  private static String met(String told) {
    if (END.matcher(told).find()) {
      return ": the query ends too early";
    }
    Matcher token = TOKEN.matcher(told);
    if (token.find() && !token.group(1).isBlank()) {
      return " at " + token.group(1).replace("\\\"", "\"");
    }
    Matcher letter = LETTER.matcher(told);
    if (letter.find()) {
      return " at " + (read(letter).isBlank() ? Character.toString(Integer.parseInt(letter.group(1))) : read(letter).strip());
    }
    String first = told.lines().findFirst().orElse("").replaceAll("(?i)^line \\d+, column \\d+: ", "").strip();
    return first.isEmpty() ? "" : ": " + first;
  }

  /** The letters that were read before the one that fits nowhere. */
  private static String read(Matcher letter) {
    return letter.group(2).replaceAll("\\\\(.)", "$1");
  }
}
