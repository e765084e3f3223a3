package goldenbridge.http;

import goldenbridge.fault.Problem;
import goldenbridge.query.Answer;
import goldenbridge.query.CannedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.aggregate.AggregatorFactory;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;

/**
 * The part of an answer that is asked for.
 *
 * @param page counts from 1
 * @param size rows of a page
 */
record Paging(int page, int size) {
  static final String PAGE = "page";
  static final String SIZE = "page_size";

  private static final int USUAL_SIZE = 100;
  static final int MOST = 10_000;
  private static final int LAST = 1_000_000;

  /**
   * The page that a request asks for; empty when it wants the answer in one piece.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code parameter-type} or, for a query without rows,
   *     {@code unknown-parameter}
   */
  static Optional<Paging> of(Parameters parameters, CannedQuery canned) {
    Optional<Integer> page = number(PAGE, parameters, LAST);
    Optional<Integer> size = number(SIZE, parameters, MOST);
    Optional<Integer> usual = canned.header().pageSize();
    if (!canned.query().isSelectType()) {
      page.or(() -> size).ifPresent(given -> {
        throw Problem.badInput("unknown-parameter", "query " + canned.name() + " gives no rows, so it has no pages", "leave the page out")
            .about(PAGE).raise();
      });
      return Optional.empty();
    }
    return page.isEmpty() && size.isEmpty() && usual.isEmpty()
        ? Optional.empty()
        : Optional.of(new Paging(page.orElse(1), size.or(() -> usual).orElse(USUAL_SIZE)));
  }

  /**
   * As {@link #of(Parameters, CannedQuery)}, where an answer always comes in pages.
   *
   * @param usual rows of a page when the request does not say
   */
  static Paging of(Parameters parameters, int usual) {
    return new Paging(number(PAGE, parameters, LAST).orElse(1), number(SIZE, parameters, MOST).orElse(usual));
  }

  /** The rows of all pages, as far as this one shows it: once it is the last and has rows, or is the only one. */
  OptionalLong total(Answer answer) {
    return answer instanceof Answer.Rows rows && !rows.truncated() && (page == 1 || !rows.rows().isEmpty())
        ? OptionalLong.of((page - 1L) * size + rows.rows().size()) : OptionalLong.empty();
  }

  /** The part of a list that this page shows. */
  <T> List<T> of(List<T> all) {
    int from = (int) Math.min(all.size(), (page - 1L) * size);
    return all.subList(from, (int) Math.min(all.size(), from + (long) size));
  }

  private static Optional<Integer> number(String name, Parameters parameters, int most) {
    return parameters.text(name).map(String::strip).map(text -> {
      if (!text.matches("0*[1-9]\\d{0,6}") || Integer.parseInt(text) > most) {
        throw Problem.badInput("parameter-type", "parameter " + name + ": \"" + text + "\" is not a whole number from 1 to " + most,
            "write it as 1").about(name).raise();
      }
      return Integer.valueOf(text);
    });
  }

  /** A query for the number of rows of all pages, in the column {@code n}: it need not keep or sort them. */
  static Query count(Query query) {
    Query rows = query.cloneQuery();
    if (rows.hasOrderBy() && !rows.hasLimit() && !rows.hasOffset()) {
      rows.getOrderBy().clear();
    }
    Query count = new Query();
    count.setQuerySelectType();
    rows.getGraphURIs().forEach(count::addGraphURI);
    rows.getNamedGraphURIs().forEach(count::addNamedGraphURI);
    rows.getGraphURIs().clear();
    rows.getNamedGraphURIs().clear();
    ElementGroup pattern = new ElementGroup();
    pattern.addElement(new ElementSubQuery(rows));
    count.setQueryPattern(pattern);
    count.addResultVar(Var.alloc("n"), count.allocAggregate(AggregatorFactory.createCount(false)));
    return count;
  }

  /** A query for the rows of this page and one more, which tells whether there is a next page. */
  Query of(Query query) {
    long skipped = (page - 1L) * size;
    long left = query.hasLimit() ? Math.max(0, query.getLimit() - skipped) : Long.MAX_VALUE;
    Query part = query.cloneQuery();
    part.setOffset((query.hasOffset() ? query.getOffset() : 0) + skipped);
    part.setLimit(Math.min(left, size + 1L));
    return part;
  }

  /** The header {@code Link} (<a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288</a>); {@code ""} for an only page. */
  String links(String address, Parameters parameters, More more) {
    List<String> links = new ArrayList<>();
    if (page > 1) {
      links.add(link(address, parameters, 1, "first"));
      links.add(link(address, parameters, page - 1, "prev"));
    }
    if (more == More.YES) {
      links.add(link(address, parameters, page + 1, "next"));
    }
    return String.join(", ", links);
  }

  /** Whether rows follow. */
  enum More {
    YES, NO;

    static More of(Answer answer) {
      return answer.truncated() ? YES : NO;
    }
  }

  /** Each page has one address, whichever way leads to it: the number stands last, and the first page has none. */
  static String address(String address, Parameters parameters, int page) {
    Parameters rest = parameters.without(Set.of(PAGE));
    return address + (page == 1 ? rest : rest.with(PAGE, Integer.toString(page))).search();
  }

  private static String link(String address, Parameters parameters, int other, String relation) {
    return "<" + address(address, parameters, other) + ">; rel=\"" + relation + "\"";
  }
}
