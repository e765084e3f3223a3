package goldenbridge.query;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.lang.sparql_11.JavaCharStream;
import org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants;
import org.apache.jena.sparql.lang.sparql_11.SPARQLParser11TokenManager;
import org.apache.jena.sparql.lang.sparql_11.Token;

/** The words of a query text as Jena's own scanner reads them, for what the syntax tree no longer knows: where they stand. */
public final class QueryText {
  private final Map<Var, Token> first = new LinkedHashMap<>();
  private final List<Token> tokens = new ArrayList<>();

  private QueryText() {}

  /** Scans a text that has been parsed without error. */
  public static QueryText of(String text) {
    QueryText scanned = new QueryText();
    SPARQLParser11TokenManager scanner = new SPARQLParser11TokenManager(new JavaCharStream(new StringReader(text)));
    for (Token token = scanner.getNextToken(); token.kind != SPARQLParser11Constants.EOF; token = scanner.getNextToken()) {
      scanned.tokens.add(token);
      if (token.kind == SPARQLParser11Constants.VAR1 || token.kind == SPARQLParser11Constants.VAR2) {
        scanned.first.putIfAbsent(Var.alloc(token.image.substring(1)), token);
      }
    }
    return scanned;
  }

  /** In the order of first use. */
  public List<Var> variables() {
    return List.copyOf(first.keySet());
  }

  /** Where a variable is used first; the start of the text when it is not used. */
  public Token firstUse(Var variable) {
    return first.getOrDefault(variable, tokens.get(0));
  }

  /** In the order of the text, without comments. */
  public List<Token> tokens() {
    return tokens;
  }
}
