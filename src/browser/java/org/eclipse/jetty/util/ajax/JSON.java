package org.eclipse.jetty.util.ajax;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.util.HashMap;
import java.util.Map;

/**
 * In the place of a class that Jetty has no longer, and that the HTML validator wants for reading tables of letters even when it
 * does not guess languages. An older Jetty beside ours would be worse.
 */
public final class JSON {
  private JSON() {}

  public static Object parse(String text) {
    return plain(JsonParser.parseString(text));
  }

  private static Object plain(JsonElement element) {
    if (element.isJsonObject()) {
      Map<String, Object> map = new HashMap<>();
      element.getAsJsonObject().entrySet().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
      return map;
    }
    if (element.isJsonArray()) {
      return element.getAsJsonArray().asList().stream().map(JSON::plain).toArray();
    }
    return element.getAsJsonPrimitive().isNumber() ? (Object) element.getAsLong() : element.getAsString();
  }
}
