package goldenbridge.check;

import goldenbridge.fault.Nearest;
import goldenbridge.fault.Place;
import goldenbridge.fault.ProblemException;
import goldenbridge.graph.Snapshot;
import goldenbridge.query.CannedQuery;
import goldenbridge.query.Parameter;
import goldenbridge.query.QueryHeader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the header of a canned query lacks, and what it says that cannot be so. */
final class HeaderLint {
  private final LintedQuery linted;
  private final CannedQuery query;
  private final QueryHeader header;
  private final Snapshot snapshot;
  private final List<Finding> findings = new ArrayList<>();

  private HeaderLint(LintedQuery linted, Snapshot snapshot) {
    this.linted = linted;
    this.query = linted.query();
    this.header = query.header();
    this.snapshot = snapshot;
  }

  static List<Finding> run(LintedQuery linted, Snapshot snapshot) {
    HeaderLint lint = new HeaderLint(linted, snapshot);
    lint.texts();
    lint.query.parameters().forEach(lint::parameter);
    // The header itself is in the first of the languages, the one that every other falls back to.
    snapshot.description().languages().stream().skip(1).forEach(lint::translation);
    lint.unknownTranslations();
    return lint.findings;
  }

  private void texts() {
    header.ignored().forEach((key, place) ->
        add(BuiltIn.IGNORED_KEY, "the key \"" + key + "\" of grlc means nothing here", place,
            "remove it if no other tool needs it"));
    if (header.description().isBlank()) {
      add(BuiltIn.MISSING_DESCRIPTION, "the query has no description", query.place(), "add #+ description:");
    }
    if (header.tags().isEmpty()) {
      add(BuiltIn.MISSING_TAGS, "the query has no tags", query.place(), "add #+ tags: with a list");
    }
  }

  private void parameter(Parameter parameter) {
    QueryHeader.Described told = header.parameters().get(parameter.name());
    Place place = told == null ? linted.place(parameter.variable()) : told.place();
    if (parameter.description().isBlank()) {
      add(BuiltIn.MISSING_DESCRIPTION, "parameter " + parameter.name() + " has no description", place,
          "add it to params: in the header");
    }
    if (!isTyped(parameter) && (told == null || told.type().isEmpty())) {
      add(BuiltIn.MISSING_TYPE, "parameter " + parameter.name() + " has no type", place,
          "add type: to its entry in params, or end the variable's name in a type such as _iri");
    }
    parameter.defaultValue().ifPresent(value -> value(parameter, "default", value));
    parameter.example().ifPresent(value -> value(parameter, "example", value));
  }

  /** Whether the variable's name ends in a type, which the public name leaves out. */
  private static boolean isTyped(Parameter parameter) {
    String spelled = parameter.variable().getVarName().replaceFirst("_multi$", "").replaceFirst("^__?", "");
    return !spelled.equals(parameter.name());
  }

  private void value(Parameter parameter, String key, String value) {
    try {
      parameter.parse(value, snapshot.entities()::resolve);
    } catch (ProblemException refused) {
      refused.problems().forEach(problem -> findings.add(Finding.of(problem).as(BuiltIn.PARAMETER_DEFAULT)
          .at(linted.headerPlace("params", parameter.name(), key))));
    }
  }

  private void translation(String language) {
    QueryHeader.Translation given = header.translations().get(language);
    List<String> missing = new ArrayList<>();
    if (given == null || given.summary().isBlank()) {
      missing.add("the summary");
    }
    if (!header.description().isBlank() && (given == null || given.description().isBlank())) {
      missing.add("the description");
    }
    header.parameters().forEach((name, described) -> {
      if (!described.description().isBlank() && (given == null || given.parameters().getOrDefault(name, "").isBlank())) {
        missing.add("parameter " + name);
      }
    });
    if (!missing.isEmpty()) {
      add(BuiltIn.MISSING_TRANSLATION, "the translation into " + language + " lacks " + String.join(", ", missing),
          given == null ? linted.headerPlace("translations") : linted.headerPlace("translations", language),
          "add it under translations:");
    }
  }

  private void unknownTranslations() {
    List<String> names = query.parameters().stream().map(Parameter::name).toList();
    header.translations().forEach((language, translation) -> {
      unknown(language, snapshot.description().languages(), "the graph has no language \"" + language + "\"",
          "translations", language);
      translation.parameters().keySet().forEach(name ->
          unknown(name, names, "the query has no parameter \"" + name + "\"", "translations", language, "params", name));
    });
  }

  private void unknown(String name, Collection<String> known, String message, String... path) {
    if (!known.contains(name)) {
      add(BuiltIn.UNKNOWN_TRANSLATION, message, linted.headerPlace(path), Nearest.hint(name, known, "delete the key"));
    }
  }

  private void add(BuiltIn rule, String message, Place place, String hint) {
    findings.add(Finding.of(rule, message, place, hint));
  }
}
