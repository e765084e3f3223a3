package goldenbridge.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.World;
import goldenbridge.graph.QueryFiles;
import java.util.function.Function;
import org.apache.jena.irix.IRIs;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.junit.jupiter.api.Test;

class StrictParserTest {
  private static final String BASE = "http://e/";

  private static String jenas(String text) {
    return told(text, query -> QueryFactory.parse(query, text, BASE, Syntax.syntaxSPARQL_11));
  }

  private static String ours(String text) {
    return told(text, query -> new StrictParser().parse(query, text));
  }

  /** The query as its parser has understood it, or what is wrong and where. */
  private static String told(String text, Function<Query, Query> parser) {
    Query query = new Query();
    query.setBase(IRIs.resolveIRI(BASE));
    try {
      return parser.apply(query).serialize();
    } catch (QueryParseException wrong) {
      return wrong.getMessage() + " " + wrong.getLine() + ":" + wrong.getColumn();
    } catch (QueryException wrong) {
      return wrong.getMessage();
    }
  }

  @Test
  void readsEveryBeginningOfEveryQueryAsJenaDoes() {
    QueryFiles files = World.snapshot().queries();
    assertFalse(files.names().isEmpty());
    files.names().stream().map(name -> files.text(name).orElseThrow()).forEach(text -> {
      for (int end = 0; end <= text.length(); end += 5) {
        assertEquals(jenas(text.substring(0, end)), ours(text.substring(0, end)));
      }
      assertEquals(jenas(text), ours(text));
    });
  }

  @Test
  void readsTextsLongerThanItsBuffer() {
    String label = "\u0436".repeat(9_000);
    String text = "SELECT * { ?thing <p> \"" + label + "\"@ru , \"\\u0436\uD83D\uDE00\" }" + " # the end".repeat(900);
    assertTrue(ours(text).contains(label));
    assertEquals(jenas(text), ours(text));
    assertEquals(jenas(text + "\n }"), ours(text + "\n }"));
  }

  @Test
  void tellsThatATextIsNestedTooDeeply() {
    String deep = "SELECT * { FILTER (" + "(".repeat(200_000) + " 1 ";
    assertInstanceOf(StackOverflowError.class, assertThrows(QueryParseException.class, () -> new StrictParser().parse(new Query(), deep)).getCause());
  }
}
