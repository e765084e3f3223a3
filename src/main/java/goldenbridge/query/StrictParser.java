package goldenbridge.query;

import java.io.IOException;
import java.io.Reader;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.lang.SPARQLParser;
import org.apache.jena.sparql.lang.sparql_11.JavaCharStream;
import org.apache.jena.sparql.lang.sparql_11.ParseException;
import org.apache.jena.sparql.lang.sparql_11.SPARQLParser11;
import org.apache.jena.sparql.lang.sparql_11.SPARQLParser11TokenManager;
import org.apache.jena.sparql.lang.sparql_11.TokenMgrError;

/**
 * Jena's own parser of SPARQL 1.1, fed in another way: around it Jena (5.6.0) makes 40 kB of empty buffers for each text, however short, and
 * tells the end of a text by exceptions that note down the whole stack. That took a third of the time of a short query's parsing.
 */
final class StrictParser extends SPARQLParser {
  private static final int SHORTEST = 64;
  private static final int LONGEST = 4096;

  /** @throws QueryException the same as around Jena's parser; the cause may be a {@link StackOverflowError} */
  @Override
  protected Query parse$(Query query, String text) {
    int letters = Math.max(SHORTEST, Math.min(text.length() + 1, LONGEST));
    SPARQLParser11 parser = new SPARQLParser11(new SPARQLParser11TokenManager(new JavaCharStream(new Text(text), 1, 1, letters)));
    query.setSyntax(Syntax.syntaxSPARQL_11);
    query.setStrict(true);
    parser.setQuery(query);
    try {
      parser.QueryUnit();
      return query;
    } catch (ParseException wrong) {
      throw new QueryParseException(wrong.getMessage(), wrong.currentToken.beginLine, wrong.currentToken.beginColumn);
    } catch (TokenMgrError wrong) {
      throw new QueryParseException(wrong.getMessage(), parser.token.endLine, parser.token.endColumn);
    } catch (Error deep) {
      throw new QueryParseException(deep.getMessage(), deep, -1, -1);
    } catch (QueryException told) {
      throw told;
    } catch (RuntimeException wrong) {
      throw new QueryException(wrong.getMessage(), wrong);
    }
  }

  /** The end of a text, which is nobody's fault. */
  private static final class End extends IOException {
    private static final End REACHED = new End();

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  private static final class Text extends Reader {
    private final String text;
    private int read;

    Text(String text) {
      this.text = text;
    }

    @Override
    public int read(char[] into, int offset, int most) throws IOException {
      if (read == text.length()) {
        throw End.REACHED;
      }
      int count = Math.min(most, text.length() - read);
      text.getChars(read, read + count, into, offset);
      read += count;
      return count;
    }

    @Override
    public void close() {}
  }
}
