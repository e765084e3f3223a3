package goldenbridge.query;

import java.util.List;

/** What the header of a canned query tells of it. */
public record DescribedQuery(String name, QueryHeader header, List<Parameter> parameters) {

  /**
   * Reads the header of a query file, and of the query no more than the names of its variables.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code query-header}, line and column
   */
  static DescribedQuery parse(String name, String shown, String text) {
    QueryHeader header = QueryHeader.parse(text, shown);
    return new DescribedQuery(name, header, CannedQuery.parameters(header, QueryText.of(text)));
  }
}
