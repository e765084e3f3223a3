package goldenbridge.query;

import goldenbridge.fault.Problem;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.sparql.exec.http.QuerySendMode;
import org.apache.jena.sparql.resultset.ResultSetException;

/** Runs a query on another endpoint by the <a href="https://www.w3.org/TR/sparql11-protocol/">SPARQL 1.1 Protocol</a>. */
public final class RemoteRunner {
  private final URI endpoint;

  private RemoteRunner(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** @throws goldenbridge.fault.ProblemException with code {@code endpoint-address} */
  public static RemoteRunner at(String address) {
    if (!address.matches("(?i)https?://[^/\\s]+\\S*")) {
      throw Problem.badInput("endpoint-address", "\"" + address + "\" is not the address of an endpoint", "write it as http://127.0.0.1:3030/sparql").raise();
    }
    return new RemoteRunner(URI.create(address));
  }

  /**
   * The answer of the endpoint, cut at the row limit.
   *
   * @throws goldenbridge.fault.ProblemException with code {@code endpoint-unreachable}, {@code endpoint-failed} or {@code timeout}
   */
  public Answer run(Query query, Limits limits) {
    try (QueryExecHTTP remote = QueryExecHTTP.service(endpoint.toString()).queryString(query.serialize()).sendMode(QuerySendMode.asGetWithLimitForm)
        .timeout(limits.timeout().toMillis(), TimeUnit.MILLISECONDS).build()) {
      return answer(remote, query, limits);
    } catch (QueryCancelledException late) {
      throw late(limits);
    } catch (QueryExceptionHTTP | HttpException refused) {
      throw told(refused, limits);
    } catch (RiotException | ResultSetException damaged) {
      throw Problem.unavailable("endpoint-failed", endpoint + " gave an answer that cannot be read (" + damaged.getMessage() + ")", "look at its log").raise();
    }
  }

  private static Answer answer(QueryExecHTTP remote, Query query, Limits limits) {
    if (query.isAskType()) {
      return new Answer.Truth(remote.ask());
    }
    if (query.isSelectType()) {
      RowSet rows = remote.select();
      List<Binding> kept = new ArrayList<>();
      while (kept.size() < limits.maxRows() && rows.hasNext()) {
        kept.add(rows.next());
      }
      List<Var> columns = query.isQueryResultStar() ? rows.getResultVars() : query.getProjectVars();
      return new Answer.Rows(columns, kept, rows.hasNext());
    }
    Graph graph = query.isDescribeType() ? remote.describe() : remote.construct();
    return new Answer.Triples(graph, false);
  }

  private RuntimeException told(RuntimeException refused, Limits limits) {
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpTimeoutException) {
        return late(limits);
      }
      if (cause instanceof ConnectException) {
        return unreachable(cause);
      }
    }
    int status = refused instanceof QueryExceptionHTTP known ? known.getStatusCode() : ((HttpException) refused).getStatusCode();
    String words = String.valueOf(refused instanceof QueryExceptionHTTP known ? known.getResponse() : ((HttpException) refused).getResponse());
    return status < 100 ? unreachable(refused)
        : Problem.unavailable("endpoint-failed", endpoint + " answered with status " + status + firstLine(words), "check the address and the query").raise();
  }

  private RuntimeException unreachable(Throwable cause) {
    return Problem.unavailable("endpoint-unreachable", "cannot reach " + endpoint + " (" + cause.getClass().getSimpleName() + ")",
        "check the address and that the endpoint runs").raise();
  }

  private RuntimeException late(Limits limits) {
    return Problem.tooMuch("timeout", endpoint + " took longer than " + limits.timeout().toMillis() / 1000.0 + " s", "allow more by --timeout, or ask for less").raise();
  }

  private static String firstLine(String words) {
    return words.equals("null") || words.isBlank() ? "" : ": " + words.strip().lines().findFirst().orElse("");
  }
}
