package goldenbridge.http;

import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/**
 * All that an answer to a GET may depend on, as it was sent: requests with equal keys get equal answers from one snapshot.
 *
 * @param origin the public address of the service
 * @param target path and query string as sent
 * @param accept the header, or {@code ""}
 * @param languages the one that the reader has chosen here, and the header {@code Accept-Language}; or {@code ""}
 */
record RequestKey(String origin, String target, String accept, String languages, Coding coding) {

  /** Under this name a request carries its key. */
  static final String ATTRIBUTE = RequestKey.class.getName();

  /** Empty for a request that says more than a key can hold. */
  static Optional<RequestKey> of(Request request, String origin) {
    if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
      return Optional.empty();
    }
    String accept = "";
    String languages = "";
    String kept = "";
    String codings = "";
    for (HttpField field : request.getHeaders()) {
      if (field.getHeader() == null) {
        continue;
      }
      switch (field.getHeader()) {
        case ACCEPT -> accept = join(accept, field);
        case ACCEPT_LANGUAGE -> languages = join(languages, field);
        case COOKIE -> kept = kept.isEmpty() ? LanguageEndpoint.kept(field.getValue()) : kept;
        case ACCEPT_ENCODING -> codings = join(codings, field);
        case TRANSFER_ENCODING, EXPECT -> {
          return Optional.empty();
        }
        case CONTENT_LENGTH -> {
          if (!field.getValue().equals("0")) { // which Java's own client sends with every GET
            return Optional.empty();
          }
        }
        default -> { }
      }
    }
    return Optional.of(new RequestKey(origin, request.getHttpURI().getPathQuery(), accept, LanguageEndpoint.languages(kept, languages), Coding.accepted(codings)));
  }

  private static String join(String before, HttpField field) {
    return before.isEmpty() ? field.getValue() : before + "," + field.getValue();
  }

  /** About so many bytes of memory. */
  int weight() {
    return 120 + 2 * (origin.length() + target.length() + accept.length() + languages.length());
  }
}
