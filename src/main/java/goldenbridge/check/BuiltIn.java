package goldenbridge.check;

import goldenbridge.fault.Place;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules that the program brings along: what it demands of files, shapes, rules, canned queries and examples. The names are
 * the stable ids of findings, in small letters with hyphens.
 */
public enum BuiltIn {
  // Files
  NO_HOME("syntax", Severity.VIOLATION, "A folder that a home needs is missing",
      "A home has the folders ontology/, data/ and queries/. Name the right folder by --home, or make the missing one."),
  UNREADABLE("syntax", Severity.VIOLATION, "A file that cannot be read",
      "Nothing in the file was checked. Give the reader permission, mend the link, or restore the file."),
  ENCODING("syntax", Severity.VIOLATION, "A file that is not UTF-8",
      "Other encodings destroy all but English letters without a trace. Save the file as UTF-8 without a byte order mark."),
  SYNTAX("syntax", Severity.VIOLATION, "Broken Turtle or TriG",
      "The whole file is left out until it parses, so statements elsewhere may seem to lack what it says. Mend the line named here first, often the end of the statement before it."),
  LITERAL("syntax", Severity.VIOLATION, "A literal that its datatype does not allow",
      "A value such as \"2021-02-30\"^^xsd:date cannot be compared or sorted. Correct the value or the datatype."),
  IRI("syntax", Severity.VIOLATION, "An IRI that is malformed or relative",
      "Such a name is read differently by each tool. Write it absolute, with a declared prefix, and escape spaces."),
  FILE_KIND("syntax", Severity.VIOLATION, "A data file of an unknown kind", "Only Turtle and TriG are read. Name the file .ttl or .trig."),
  MISSING_FILE("syntax", Severity.WARNING, "A file of a home that is missing",
      "Without shapes nothing is checked against them, and without an ontology no term is known. Add the file."),
  IGNORED_FILE("syntax", Severity.WARNING, "A file that is not read",
      "The program reads only files of certain names, so what this one says is not in the graph. Rename it, or move it out of the folder."),
  DATASET_DESCRIPTION("syntax", Severity.VIOLATION, "The description of the dataset is incomplete",
      "data/dataset.ttl tells the program by which terms evidence and labels are recognised; without it nothing can be loaded. Add the property named."),
  NO_ONTOLOGY("syntax", Severity.VIOLATION, "An ontology file without an owl:Ontology",
      "The ontology's name is the name of its graph. Declare one owl:Ontology in the file."),

  // Shapes and rules
  SHAPE_SYNTAX("shape", Severity.VIOLATION, "A shape that SHACL does not allow",
      "A malformed shape checks nothing, or something else than was meant. Mend it as the SHACL recommendation asks."),
  SHAPE_TERM("shape", Severity.VIOLATION, "A word that SHACL does not have",
      "A misspelt parameter such as sh:minCuont is ignored, so the shape silently checks nothing. Correct the spelling."),
  SHAPE_NAME("shape", Severity.VIOLATION, "A shape without a name", "The name of a shape is the id of its findings. Give the shape an IRI instead of a blank node."),
  SHAPE_TEXT("shape", Severity.WARNING, "A shape without an English message or comment",
      "The message tells what to do and the comment why; both are shown with every finding. Add sh:message and rdfs:comment in English."),
  REPEATED_ID("shape", Severity.VIOLATION, "An id that two shapes or rules share",
      "Findings could not be told apart. Rename one of them."),
  RULE_HEADER("rule", Severity.VIOLATION, "The header of a rule is broken or incomplete",
      "A rule has the keys summary, description, severity (info, warning or violation) and message. Mend the line named."),
  RULE_COLUMNS("rule", Severity.VIOLATION, "The columns of a rule are not those of a finding",
      "A rule selects ?focus and, where known, ?path, ?value and ?graph; its message may name only these. Select them, or mend the message."),

  // Terms
  UNDEFINED_TERM("query", Severity.VIOLATION, "A term of our namespace that the ontology does not define",
      "A misspelt term matches nothing and says nothing. Correct the spelling, or define the term in the ontology."),
  UNKNOWN_NAME("query", Severity.WARNING, "A name under our base that the data does not hold",
      "A misspelt name matches nothing and says nothing. Correct the spelling, or remove the name."),
  UNUSED_PREFIX("query", Severity.WARNING, "A prefix that is declared but not used", "It misleads the reader. Delete the PREFIX line."),

  // Queries
  SPARQL_SYNTAX("query", Severity.VIOLATION, "Malformed SPARQL",
      "Canned queries keep to SPARQL 1.1 without extensions, so that they run in any tool. Mend the line named."),
  UNKNOWN_PREFIX("query", Severity.VIOLATION, "A prefix that is not declared", "Add a PREFIX line, or correct the spelling."),
  QUERY_HEADER("query", Severity.VIOLATION, "The header of a query is broken or has an unknown key",
      "The lines that begin with #+ are one YAML mapping. Quote values that hold a colon, and keep to the keys of the README."),
  QUERY_NAME("query", Severity.VIOLATION, "A query file whose name is not allowed",
      "The name is part of an address. Use small letters, digits and hyphens, and begin with a letter."),
  MISSING_DESCRIPTION("query", Severity.WARNING, "A query or a parameter without a description",
      "Forms, catalogues and agents show it. Add a description to the header."),
  MISSING_TYPE("query", Severity.WARNING, "A parameter without a type", "Without a type every value is taken as text. Add the type to the header."),
  MISSING_TAGS("query", Severity.WARNING, "A query without tags", "The catalogue is ordered by tags. Add a list of tags to the header."),
  MISSING_TRANSLATION("query", Severity.WARNING, "A header that is not translated into every language of the graph",
      "Readers meet the question in their language. Add summary, description and parameter descriptions under translations."),
  UNKNOWN_TRANSLATION("query", Severity.VIOLATION, "A translation of something that does not exist",
      "The language is none of the graph's, or the parameter none of the query's. Correct the key."),
  IGNORED_KEY("query", Severity.INFO, "A key of grlc that means nothing here", "Other tools may read it; this program does not. Remove it if no other tool needs it."),
  RESERVED_PARAMETER("query", Severity.VIOLATION, "A parameter named like an option of the service",
      "page, page_size, format, lang, evidence and bom are options of every query's address. Choose another name."),
  PARAMETER_ASSIGNED("query", Severity.VIOLATION, "A parameter that the query assigns itself",
      "A value cannot be put in the place of a variable that BIND or SELECT assigns. Use the parameter in a FILTER."),
  PARAMETER_VALUES("query", Severity.VIOLATION, "A parameter for one value as a column of VALUES",
      "A value cannot be put in the place of a VALUES column. End the variable's name in _multi, alone in its block with UNDEF."),
  LITERAL_SUBJECT("query", Severity.VIOLATION, "A parameter of a literal type as subject or property",
      "A literal is never a subject or a property: the query would silently find nothing. Give the parameter the type entity or iri, or compare it in a FILTER."),
  UNGUARDED_PARAMETER("query", Severity.VIOLATION, "An optional parameter in a FILTER that fails without it",
      "When the parameter is absent the comparison is an error and every row is lost. Write FILTER (!BOUND(?__name) || …)."),
  PARAMETER_DEFAULT("query", Severity.VIOLATION, "A default or example that the parameter refuses",
      "A form offers it and the service then refuses it. Correct the value, or the type."),
  QUERY_CASE("query", Severity.VIOLATION, "A case whose parameters the query refuses",
      "A case is a call with a kept answer. Correct the names and values of its parameters."),
  CHOICES_QUERY("query", Severity.VIOLATION, "An enumQuery that does not give choices",
      "The query after enumQuery must be a SELECT that runs and gives at least one row; its first column holds the choices. Mend it."),
  ORDER_MISSING("query", Severity.VIOLATION, "A SELECT without ORDER BY",
      "Without an order, rows come differently from each engine, and pages overlap. Order by every column, or by one that differs in every row."),
  ORDER_PARTIAL("query", Severity.VIOLATION, "An ORDER BY that leaves rows in a tie",
      "Rows that are equal under all keys come differently from each engine. Add the columns in which they differ to ORDER BY."),
  SELECT_STAR("query", Severity.VIOLATION, "SELECT * instead of named columns",
      "The columns of an answer are a promise to its readers; * changes with every edit. Name them."),
  VIEW("query", Severity.VIOLATION, "A view that is unknown or that the columns do not satisfy",
      "A bar or line chart needs a number and something to name it, a timeline a date, a map a point, a graph two columns of things. Choose another view or add the column."),
  SERVICE_OFF("query", Severity.VIOLATION, "A query that calls another endpoint", "This service makes no calls to others. Take SERVICE out."),
  UNKNOWN_FUNCTION("query", Severity.VIOLATION, "A function beyond SPARQL 1.1", "Other engines do not have it. Use the built-in functions and the casts of xsd:."),
  TIMEOUT("query", Severity.VIOLATION, "A query or rule that runs too long", "Make its patterns more selective."),
  GOLDEN_ANSWER("query", Severity.VIOLATION, "An answer that differs from its golden answer",
      "The data or the query changed what readers get. If the new answer is right, write it over the file, else mend the change."),
  GOLDEN_MISSING("query", Severity.VIOLATION, "A query or case without a golden answer",
      "Only a kept answer shows when an edit changes it. Run the query with --format csv and keep the answer in queries/test/; a query that needs parameters needs a case."),
  GOLDEN_STRAY("query", Severity.VIOLATION, "A golden answer without a query or case", "It is compared with nothing. Rename or delete it."),

  // Examples
  EXAMPLE_RESULT("example", Severity.VIOLATION, "An example with other findings than it expects",
      "Either the shape or rule changed its mind, or the example holds another fault too. Mend the one that is wrong."),
  EXAMPLE_MISSING("example", Severity.VIOLATION, "A shape or rule without an ok or a bad example",
      "Without both nobody knows that it fires, and only where it should. Add ok-<name> and bad-<fault> to ontology/test/<id>/."),
  EXAMPLE_FORM("example", Severity.VIOLATION, "An example file that is misnamed or expects nothing",
      "Examples are named ok-… or bad-…; a bad one begins with #+ expect: severity id focus. Rename it or add the line."),

  // Suppressions
  SUPPRESSION("suppression", Severity.VIOLATION, "An entry of the suppression file that is incomplete",
      "An entry names a rule, a reason and, to be narrow, a file or a focus. Complete it."),
  UNUSED_SUPPRESSION("suppression", Severity.WARNING, "An entry of the suppression file that suppresses nothing",
      "It would hide a finding that comes back later. Delete it.");

  private final String kind;
  private final Severity severity;
  private final String summary;
  private final String help;

  BuiltIn(String kind, Severity severity, String summary, String help) {
    this.kind = kind;
    this.severity = severity;
    this.summary = summary;
    this.help = help;
  }

  /** The stable id, such as {@code order-missing}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The severity of its findings unless they say otherwise. */
  public Severity severity() {
    return severity;
  }

  /** What is told of it to those who meet a finding. */
  public RuleText text() {
    return new RuleText(id(), kind, severity, summary, help, Place.NONE);
  }

  static Optional<BuiltIn> find(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
  }
}
