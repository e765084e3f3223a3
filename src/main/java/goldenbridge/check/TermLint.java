package goldenbridge.check;

import goldenbridge.fault.Place;
import goldenbridge.query.QueryText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants;
import org.apache.jena.sparql.lang.sparql_11.Token;

/** The names in the text of a query or rule: prefixes that nothing uses, terms that nothing defines, relative IRIs, {@code SELECT *}. */
final class TermLint {
  private static final Pattern ABSOLUTE = Pattern.compile("<[A-Za-z][A-Za-z0-9+.-]*:");

  private final String shown;
  private final List<Token> tokens;
  private final Query query;
  private final List<Finding> findings = new ArrayList<>();

  private TermLint(String shown, QueryText text, Query query) {
    this.shown = shown;
    this.tokens = text.tokens();
    this.query = query;
  }

  /** @param vocabulary empty when the home could not be loaded, so that no term is known */
  static List<Finding> run(String shown, QueryText text, Query query, Optional<Vocabulary> vocabulary) {
    TermLint lint = new TermLint(shown, text, query);
    lint.prefixes();
    lint.star();
    lint.relative();
    vocabulary.ifPresent(lint::terms);
    return lint.findings;
  }

  private void prefixes() {
    Map<String, Token> declared = new LinkedHashMap<>();
    Set<String> used = new HashSet<>();
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (isPrefixedName(token)) {
        String prefix = token.image.substring(0, token.image.indexOf(':'));
        if (isDeclaration(at)) {
          declared.put(prefix, token);
        } else {
          used.add(prefix);
        }
      }
    }
    declared.forEach((prefix, token) -> {
      if (!used.contains(prefix)) {
        findings.add(Finding.of(BuiltIn.UNUSED_PREFIX, "the prefix " + prefix + ": is declared but not used",
            place(token), "delete the PREFIX line"));
      }
    });
  }

  private void star() {
    for (int at = 1; at < tokens.size(); at++) {
      if (tokens.get(at).kind == SPARQLParser11Constants.STAR && startsSelect(at - 1)) {
        findings.add(Finding.of(BuiltIn.SELECT_STAR, "SELECT * does not say which columns it gives",
            place(tokens.get(at)), "name the columns"));
      }
    }
  }

  /** A relative name means something else on every machine. */
  private void relative() {
    if (tokens.stream().anyMatch(token -> token.kind == SPARQLParser11Constants.BASE)) {
      return;
    }
    tokens.stream().filter(token -> token.kind == SPARQLParser11Constants.IRIref && !ABSOLUTE.matcher(token.image).lookingAt())
        .forEach(token -> findings.add(Finding.of(BuiltIn.IRI, "the IRI " + token.image + " is relative",
            place(token), "write it whole, or with a prefix")));
  }

  private boolean startsSelect(int at) {
    int kind = tokens.get(at).kind;
    boolean modifier = kind == SPARQLParser11Constants.DISTINCT || kind == SPARQLParser11Constants.REDUCED;
    return kind == SPARQLParser11Constants.SELECT || modifier && startsSelect(at - 1);
  }

  private void terms(Vocabulary vocabulary) {
    Set<String> told = new HashSet<>();
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      iri(at).filter(told::add).flatMap(iri -> vocabulary.judge(iri, place(token))).ifPresent(findings::add);
    }
  }

  /** The IRI that a word stands for; none for those of PREFIX lines, which begin names. */
  private Optional<String> iri(int at) {
    Token token = tokens.get(at);
    if (isDeclaration(at) || at > 0 && isDeclaration(at - 1)) {
      return Optional.empty();
    }
    if (token.kind == SPARQLParser11Constants.IRIref) {
      return Optional.of(token.image.substring(1, token.image.length() - 1));
    }
    return isPrefixedName(token)
        ? Optional.ofNullable(query.getPrefixMapping().expandPrefix(token.image.replace("\\", ""))) : Optional.empty();
  }

  private boolean isDeclaration(int at) {
    return at > 0 && tokens.get(at - 1).kind == SPARQLParser11Constants.PREFIX;
  }

  private static boolean isPrefixedName(Token token) {
    return token.kind == SPARQLParser11Constants.PNAME_LN || token.kind == SPARQLParser11Constants.PNAME_NS;
  }

  private Place place(Token token) {
    return new Place(shown, token.beginLine, token.beginColumn);
  }
}
