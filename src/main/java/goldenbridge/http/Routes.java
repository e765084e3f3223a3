package goldenbridge.http;

import goldenbridge.fault.Nearest;
import goldenbridge.fault.Problem;
import java.util.List;
import java.util.Optional;

/** Finds the endpoint of a path, and speaks for those that there is no endpoint for. */
final class Routes implements Endpoint {
  private static final String FORMS = ".*";

  private final List<Route> routes;
  private final ErrorBody errors;

  /**
   * @param path begins with a slash; one that ends with a slash stands for everything below it, one that ends with {@code .*}
   *     may have a suffix that chooses the form of the answer
   */
  record Route(String path, Methods methods, Endpoint endpoint) {
    boolean leads(String to) {
      if (path.endsWith(FORMS)) {
        return to.startsWith(shown()) && to.substring(shown().length()).matches("(\\.[a-z]+)?");
      }
      return path.length() > 1 && path.endsWith("/") ? to.startsWith(path) && to.length() > path.length() : to.equals(path);
    }

    String shown() {
      return path.endsWith(FORMS) ? path.substring(0, path.length() - FORMS.length()) : path;
    }
  }

  /** What may be done with a route. */
  enum Methods {
    READ("GET, HEAD, OPTIONS"),
    READ_AND_ASK("GET, HEAD, POST, OPTIONS");

    private final String allow;

    Methods(String allow) {
      this.allow = allow;
    }

    boolean allow(String method) {
      return List.of(allow.split(", ")).contains(method);
    }
  }

  Routes(List<Route> routes, ErrorBody errors) {
    this.routes = List.copyOf(routes);
    this.errors = errors;
  }

  @Override
  public Reply answer(Call call) {
    Optional<Route> found = routes.stream().filter(route -> route.leads(call.path())).findFirst();
    if (found.isEmpty()) {
      throw unknown(call.path()).raise();
    }
    Route route = found.get();
    if (call.method().equals("OPTIONS")) {
      return Headers.options(route.methods.allow);
    }
    if (!route.methods.allow(call.method())) {
      Problem problem = Problem.badInput("method-not-allowed", call.method() + " is not possible on " + call.path(),
          "use one of " + route.methods.allow);
      return errors.of(List.of(problem), call.audience()).with("Allow", route.methods.allow);
    }
    return route.endpoint.answer(call);
  }

  /** As people write them, without the suffix. */
  List<String> paths() {
    return routes.stream().map(Route::shown).toList();
  }

  private Problem unknown(String path) {
    return Problem.notFound("unknown-route", "there is nothing at \"" + path + "\"", Nearest.hint(path, paths(), "start at /"));
  }
}
