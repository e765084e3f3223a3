package goldenbridge.query;

import goldenbridge.fault.Nearest;
import goldenbridge.fault.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;

/**
 * A parameter of a canned query. It is a variable of the query by grlc's convention: {@code ?_name} must be given,
 * {@code ?__name} may be; an ending gives the type ({@code _iri}, {@code _integer}, {@code _xsd_date}, two letters for a
 * language), and {@code _multi} lets several values through.
 *
 * @param name the public name, without underscores and ending
 * @param detail the language tag or the datatype's local name, where the type needs one
 * @param choices the allowed values, or empty for any
 */
public record Parameter(
    String name,
    Var variable,
    Presence presence,
    Count count,
    Type type,
    String detail,
    String description,
    Optional<String> defaultValue,
    List<String> choices,
    Optional<String> choicesQuery,
    Optional<String> example) {

  /** As {@link #equals} demands, and no more: the one that Java makes for a record is put together when it is first called, which takes long. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** Whether a call must give the parameter. */
  public enum Presence { REQUIRED, OPTIONAL }

  /** How many values a call may give. */
  public enum Count { ONE, MANY }

  /** What a value must look like, and which RDF term it becomes. */
  public enum Type {
    STRING, ENTITY, IRI, INTEGER, DECIMAL, BOOLEAN, DATE, YEAR, ENUM, LANGUAGE, DATATYPE;

    static Optional<Type> named(String name) {
      return Arrays.stream(values()).filter(type -> type.label().equals(name)).findFirst();
    }

    /** The name in a header. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Pattern VARIABLE = Pattern.compile("_(_?)([A-Za-z0-9].*?)(_multi)?");
  private static final Pattern ENDING = Pattern.compile("(.+?)_(iri|integer|number|literal|xsd_([A-Za-z]+)|[a-z]{2})");

  /** The name and type that a variable's spelling gives; empty when it is an ordinary variable. */
  static Optional<Parameter> of(Var variable, List<String> described) {
    Matcher parts = VARIABLE.matcher(variable.getVarName());
    if (!parts.matches()) {
      return Optional.empty();
    }
    Presence presence = parts.group(1).isEmpty() ? Presence.REQUIRED : Presence.OPTIONAL;
    Count count = parts.group(3) == null ? Count.ONE : Count.MANY;
    Matcher ending = ENDING.matcher(parts.group(2));
    // A name that the header describes as it stands is a name, even if it happens to end like a type.
    if (described.contains(parts.group(2)) || !ending.matches()) {
      return Optional.of(bare(parts.group(2), variable, presence, count, Type.STRING, ""));
    }
    String end = ending.group(2);
    Type type = switch (end) {
      case "iri" -> Type.IRI;
      case "integer" -> Type.INTEGER;
      case "number" -> Type.DECIMAL;
      case "literal" -> Type.STRING;
      case "xsd_date" -> Type.DATE;
      case "xsd_integer" -> Type.INTEGER;
      case "xsd_decimal" -> Type.DECIMAL;
      case "xsd_boolean" -> Type.BOOLEAN;
      default -> end.startsWith("xsd_") ? Type.DATATYPE : Type.LANGUAGE;
    };
    String detail = type == Type.DATATYPE ? ending.group(3) : type == Type.LANGUAGE ? end : "";
    return Optional.of(bare(ending.group(1), variable, presence, count, type, detail));
  }

  private static Parameter bare(String name, Var variable, Presence presence, Count count, Type type, String detail) {
    return new Parameter(name, variable, presence, count, type, detail, "", Optional.empty(), List.of(), Optional.empty(), Optional.empty());
  }

  /**
   * The RDF term of a value.
   *
   * @param entities finds an entity by IRI, prefixed name or label
   * @throws goldenbridge.fault.ProblemException with code {@code parameter-value} or {@code parameter-type}
   */
  public Node parse(String value, Function<String, Node> entities) {
    if (!choices.isEmpty() && !choices.contains(value)) {
      throw Problem.badInput("parameter-value", "parameter " + name + ": \"" + value + "\" is not allowed",
          Nearest.hint(value, choices, "choose one of " + String.join(", ", choices))).raise();
    }
    return switch (type) {
      case STRING, ENUM -> NodeFactory.createLiteralString(value);
      case LANGUAGE -> NodeFactory.createLiteralLang(value, detail);
      case ENTITY, IRI -> entity(value, entities);
      case INTEGER -> literal(value.strip(), XSDDatatype.XSDinteger, "a whole number", "12");
      case DECIMAL -> literal(value.strip(), XSDDatatype.XSDdecimal, "a decimal number", "9.6");
      case BOOLEAN -> literal(value.strip(), XSDDatatype.XSDboolean, "true or false", "true");
      case DATE -> date(value.strip());
      case YEAR -> year(value.strip());
      case DATATYPE -> literal(value.strip(), NodeFactory.getType(XSDDatatype.XSD + "#" + detail), "an xsd:" + detail, example.orElse("one"));
    };
  }

  private Node entity(String value, Function<String, Node> entities) {
    try {
      return entities.apply(value);
    } catch (goldenbridge.fault.ProblemException unknown) {
      Problem told = unknown.problem();
      throw new Problem(told.kind(), told.code(), "parameter " + name + ": " + told.message(), told.place(), told.hint()).raise();
    }
  }

  private Node literal(String value, RDFDatatype datatype, String wanted, String sample) {
    if (!datatype.isValid(value)) {
      throw wrongType(value, wanted, sample);
    }
    return NodeFactory.createLiteralDT(value, datatype);
  }

  private Node date(String value) {
    try {
      LocalDate.parse(value);
    } catch (DateTimeParseException wrong) {
      throw wrongType(value, "an xsd:date", "2019-04-21");
    }
    return NodeFactory.createLiteralDT(value, XSDDatatype.XSDdate);
  }

  private Node year(String value) {
    if (!value.matches("-?\\d{4}")) {
      throw wrongType(value, "a year", "2019");
    }
    return NodeFactory.createLiteralDT(value, XSDDatatype.XSDinteger);
  }

  private goldenbridge.fault.ProblemException wrongType(String value, String wanted, String sample) {
    return Problem.badInput("parameter-type", "parameter " + name + ": \"" + value + "\" is not " + wanted,
        "write it as " + example.orElse(sample)).raise();
  }

  Parameter described(Type given, String text, Optional<String> fallback, List<String> allowed, Optional<String> allowedQuery, Optional<String> sample) {
    return new Parameter(name, variable, presence, count, given, detail, text, fallback, allowed, allowedQuery, sample);
  }
}
