package goldenbridge.query;

import org.apache.jena.query.Query;

/**
 * The file of a canned query, of which the header was read and the query not yet. No class of Jena is used so far, so that a
 * short command can do this while Jena is made ready.
 *
 * @param shown the file's name in messages
 */
public record QueryFile(String name, String shown, String text, QueryHeader header) {

  /**
   * Reads the header of a query file.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code query-header}, line and column
   */
  static QueryFile read(String name, String shown, String text) {
    return new QueryFile(name, shown, text, QueryHeader.parse(text, shown));
  }

  /**
   * The query itself.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code query-header} or {@code sparql-syntax}, line and column
   */
  public CannedQuery parse() {
    Query query = QueryRunner.parse(text, shown);
    return new CannedQuery(name, shown, text, header, query, CannedQuery.parameters(header, QueryText.of(text)));
  }
}
