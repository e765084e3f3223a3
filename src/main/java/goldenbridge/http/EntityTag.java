package goldenbridge.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A strong entity tag (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3">RFC 9110, 8.8.3</a>). The snapshot never
 * changes, so version, request, media type, language and coding say which bytes the answer has, before there are any.
 */
record EntityTag(String text) {
  private static final String PROGRAM =
      Optional.ofNullable(EntityTag.class.getPackage().getImplementationVersion()).orElse("development");

  /** The tag of an answer to a GET that holds as long as the snapshot; others have none. */
  static Optional<EntityTag> of(Call call, Reply reply, Coding coding) {
    if (!call.method().equals("GET") || reply.status() != 200 || reply.freshness() != Reply.Freshness.SNAPSHOT) {
      return Optional.empty();
    }
    byte[] digest = digest(String.join("\n", PROGRAM, call.snapshot().version(), call.origin(), call.target(),
        reply.contentType(), reply.language(), coding.token(), reply.edition()));
    return Optional.of(new EntityTag("\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16)) + "\""));
  }

  /** Whether {@code If-None-Match} names this tag; a proxy may have marked it as weak. */
  boolean isIn(String ifNoneMatch) {
    return !ifNoneMatch.isEmpty() && Stream.of(ifNoneMatch.split(",")).map(tag -> tag.strip().replaceFirst("^W/", ""))
        .anyMatch(tag -> tag.equals(text) || tag.equals("*"));
  }

  /** Whether a condition {@code If-Range} is met; one that is empty is none, and a date never is, since there are none here. */
  boolean stillHolds(String ifRange) {
    return ifRange.isEmpty() || ifRange.equals(text);
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
