package goldenbridge.graph;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * How a graph, such as the union of all, divides by class and property, as <a href="https://www.w3.org/TR/void/#class-property-partitions">VoID</a>
 * counts it: which properties the instances of a class have, and of which class or datatype their values are. Made once, then only
 * read.
 */
public final class Partitions {
  private static final Comparator<Node> BY_NAME = Comparator.comparing(Node::toString);

  private final Tally all = new Tally();
  private final SortedMap<Node, Tally> properties = new TreeMap<>(BY_NAME);
  private final SortedMap<Node, ClassTally> classes = new TreeMap<>(BY_NAME);

  /** Counts of the triples of one kind. */
  public static final class Tally {
    private long triples;
    private final Set<Node> subjects = new HashSet<>();
    private final Set<Node> objects = new HashSet<>();
    private final SortedMap<Node, Long> classes = new TreeMap<>(BY_NAME);
    private final SortedMap<Node, Long> datatypes = new TreeMap<>(BY_NAME);

    private void add(Triple triple, Set<Node> objectClasses) {
      triples++;
      subjects.add(triple.getSubject());
      objects.add(triple.getObject());
      objectClasses.forEach(type -> classes.merge(type, 1L, Long::sum));
      if (triple.getObject().isLiteral()) {
        datatypes.merge(NodeFactory.createURI(triple.getObject().getLiteralDatatypeURI()), 1L, Long::sum);
      }
    }

    public long triples() {
      return triples;
    }

    /** Different ones. */
    public long subjects() {
      return subjects.size();
    }

    /** Different ones. */
    public long objects() {
      return objects.size();
    }

    /** Triples by the class of the object; one whose object has two classes counts for both. */
    public Map<Node, Long> classes() {
      return Collections.unmodifiableMap(classes);
    }

    /** Triples by the datatype of the object. */
    public Map<Node, Long> datatypes() {
      return Collections.unmodifiableMap(datatypes);
    }
  }

  /** The instances of a class and what is said of them. */
  public static final class ClassTally {
    private long entities;
    private long triples;
    private final SortedMap<Node, Tally> properties = new TreeMap<>(BY_NAME);

    public long entities() {
      return entities;
    }

    /** Triples with an instance as subject. */
    public long triples() {
      return triples;
    }

    public Map<Node, Tally> properties() {
      return Collections.unmodifiableMap(properties);
    }
  }

  private Partitions() {}

  /** The partitions of a snapshot. */
  public static Partitions of(Snapshot snapshot) {
    return snapshot.derived(Partitions.class, from -> of(from.dataset().getDefaultGraph()));
  }

  /** The partitions of a graph, by the classes that it states itself. */
  public static Partitions of(Graph graph) {
    Partitions made = new Partitions();
    Map<Node, Set<Node>> types = new HashMap<>();
    graph.find(Node.ANY, RDF.type.asNode(), Node.ANY).forEach(triple -> {
      types.computeIfAbsent(triple.getSubject(), subject -> new HashSet<>()).add(triple.getObject());
      made.classes.computeIfAbsent(triple.getObject(), type -> new ClassTally()).entities++;
    });
    graph.find().forEach(triple -> {
      Set<Node> objectClasses = types.getOrDefault(triple.getObject(), Set.of());
      made.all.add(triple, Set.of());
      made.properties.computeIfAbsent(triple.getPredicate(), property -> new Tally()).add(triple, Set.of());
      types.getOrDefault(triple.getSubject(), Set.of()).forEach(type -> {
        ClassTally tally = made.classes.get(type);
        tally.triples++;
        tally.properties.computeIfAbsent(triple.getPredicate(), property -> new Tally()).add(triple, objectClasses);
      });
    });
    return made;
  }

  /** All triples together. */
  public Tally all() {
    return all;
  }

  public Map<Node, Tally> properties() {
    return Collections.unmodifiableMap(properties);
  }

  public Map<Node, ClassTally> classes() {
    return Collections.unmodifiableMap(classes);
  }
}
