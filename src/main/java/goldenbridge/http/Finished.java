package goldenbridge.http;

import org.eclipse.jetty.http.HttpFields;

/**
 * An answer that is complete.
 *
 * @param headers all but the request's id and the length
 * @param find what requests like this one may have of it
 */
record Finished(int status, HttpFields headers, Body body, SameRequests.Find find) {

  boolean hasBody() {
    return status != 304 && status != 204;
  }
}
