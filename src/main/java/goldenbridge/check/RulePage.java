package goldenbridge.check;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A page with a section for each rule, to which findings link. */
public final class RulePage {
  /** The page's file, beside the README of a home. */
  public static final String FILE = "FINDINGS.md";

  private RulePage() {}

  /** Where the section of a rule stands, relative to the home. */
  static String link(String rule) {
    return FILE + "#" + rule.toLowerCase(Locale.ROOT);
  }

  /** The page in Markdown: first the program's own rules, then shapes and rules of the graph, by name. */
  public static String text(RuleBook rules) {
    return "# What each finding means\n\nThe page is made by `./golden-bridge validate --rules`. A finding names its rule: here is why the rule exists and what to\n"
        + "do. Examples of shapes and rules, good and bad, stand in `ontology/test/`.\n"
        + rules.all().stream().map(RuleText::kind).distinct().sorted()
            .map(kind -> kind(kind, rules.all().stream().filter(rule -> rule.kind().equals(kind)).toList()))
            .collect(Collectors.joining());
  }

  private static String kind(String kind, List<RuleText> rules) {
    return "\n## Kind: " + kind + "\n" + rules.stream().map(RulePage::section).collect(Collectors.joining());
  }

  private static String section(RuleText rule) {
    String where = rule.place().isKnown() ? " · [" + rule.place().file() + "](" + rule.place().file() + ")" : "";
    return "\n### " + rule.id() + "\n\n" + rule.severity().label() + where + "\n\n" + sentence(rule.summary()) + sentence(rule.help());
  }

  private static String sentence(String text) {
    String clean = text.strip().replaceAll("\\s+", " ");
    return clean.isEmpty() ? "" : clean.replaceAll("[<>*_]", "\\\\$0") + (clean.matches(".*[.?!]") ? "" : ".") + "\n";
  }
}
