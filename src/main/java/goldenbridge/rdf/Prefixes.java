package goldenbridge.rdf;

import goldenbridge.fault.Nearest;
import goldenbridge.fault.Problem;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;

/** The prefixes by which a graph's names are shortened for people; immutable, ordered by prefix. */
public record Prefixes(Map<String, String> byPrefix) {
  private static final Pattern LOCAL_NAME = Pattern.compile("[\\p{L}\\p{N}_]([\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_-])?");

  public Prefixes {
    byPrefix = Collections.unmodifiableMap(new TreeMap<>(byPrefix));
  }

  /** The IRI of a prefixed name such as {@code skos:Concept}; empty when the text is no prefixed name with a known prefix. */
  public Optional<Node> expand(String name) {
    int colon = name.indexOf(':');
    String namespace = colon < 0 ? null : byPrefix.get(name.substring(0, colon));
    return namespace == null ? Optional.empty() : Optional.of(NodeFactory.createURI(namespace + name.substring(colon + 1)));
  }

  /** The shortest correct writing of an IRI: a prefixed name where the longest matching namespace leaves a plain local name. */
  public String compact(String iri) {
    return byPrefix.entrySet().stream()
        .filter(entry -> iri.startsWith(entry.getValue()) && LOCAL_NAME.matcher(iri.substring(entry.getValue().length())).matches())
        .max((one, other) -> Integer.compare(one.getValue().length(), other.getValue().length()))
        .map(entry -> entry.getKey() + ":" + iri.substring(entry.getValue().length()))
        .orElse("<" + iri + ">");
  }

  /** A problem for a prefixed name whose prefix is not declared. */
  public Problem unknown(String name) {
    String prefix = name.substring(0, name.indexOf(':'));
    return Problem.badInput("unknown-prefix", "prefix \"" + prefix + ":\" is not declared",
        Nearest.hint(prefix, byPrefix.keySet(), "declared are " + String.join(", ", byPrefix.keySet())));
  }

  public PrefixMapping mapping() {
    return PrefixMapping.Factory.create().setNsPrefixes(byPrefix);
  }
}
