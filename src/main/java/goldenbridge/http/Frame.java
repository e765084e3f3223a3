package goldenbridge.http;

import goldenbridge.graph.DatasetDescription;
import goldenbridge.graph.Snapshot;
import goldenbridge.rdf.UrlPath;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What stands around the content of every page.
 *
 * @param root the way up to the home page, as a relative address
 * @param here the address of the page itself, relative to the home page
 * @param language of names
 */
record Frame(String root, String here, String language, Snapshot snapshot) {
  private static final int LONGEST_WAY_BACK = 1_500;

  static Frame of(Call call, String language) {
    return new Frame(call.root(), here(call), language, call.snapshot());
  }

  /** Without what chose the language, or it would win over the next choice; a page that came from a body has no address. */
  private static String here(Call call) {
    Parameters query = call.query().without(Set.of("lang"));
    String all = UrlPath.of(call.path().substring(1)) + query.search();
    return call.isPost() || all.length() > LONGEST_WAY_BACK ? "" : all;
  }

  Map<String, Object> model() {
    DatasetDescription told = snapshot.description();
    Words words = Words.in(language);
    Map<String, Object> model = new HashMap<>();
    model.put("root", root);
    model.put("here", here);
    model.put("language", language);
    model.put("words", words.model());
    model.put("spoken", words.language());
    model.put("title", told.title(language));
    model.put("brand", told.shortTitle(language));
    model.put("version", told.version());
    model.put("languages", told.languages().stream().sorted().map(tag -> Map.of("tag", tag, "name", Words.nameOf(tag))).toList());
    return model;
  }
}
