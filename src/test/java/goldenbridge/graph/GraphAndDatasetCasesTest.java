package goldenbridge.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.FmtUtils;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What SPARQL 1.1 says of GRAPH and of datasets, case by case, as the W3C's evaluation tests do it.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#rdfDataset">SPARQL 1.1, section 13</a>
 * @see <a href="https://www.w3.org/TR/sparql11-query/#defn_evalGraph">the evaluation of a graph pattern, section 18.6</a>
 */
class GraphAndDatasetCasesTest {
  private static final String DATA = """
      PREFIX : <http://e/>
      :g1 { :a :p :b ; :q 1 . :g2 :says :x }
      :g2 { :a :p :b , :c ; :q 2 }
      :g3 { :b :p :a . _:n :p :d . :g1 :q 3 }
      """;

  private final DatasetGraph dataset = dataset();

  private static DatasetGraph dataset() {
    DatasetGraph read = DatasetGraphFactory.create();
    RDFDataMgr.read(read, new ByteArrayInputStream(DATA.getBytes(StandardCharsets.UTF_8)), Lang.TRIG);
    UnionDatasetGraph.Builder builder = UnionDatasetGraph.builder();
    read.find().forEachRemaining(builder::add);
    return builder.build();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '¦', quoteCharacter = '`', value = {
      // The dataset of a query that names none: the union, each triple once.
      "the default graph holds a triple of two graphs once ¦ ?o { :a :p ?o } ¦ b c",
      "GRAPH with a variable gives it once for each graph ¦ ?g ?o { GRAPH ?g { :a :p ?o } } ¦ g1,b g2,b g2,c",
      "GRAPH with a name sees that graph alone ¦ ?o { GRAPH :g1 { :a :p ?o } } ¦ b",
      "a graph that is not there is empty ¦ ?o { GRAPH :none { ?s ?p ?o } } ¦ ''",
      "an empty pattern in GRAPH ?g lists the graphs ¦ ?g { GRAPH ?g {} } ¦ g1 g2 g3",
      "an empty pattern in a named graph has one row ¦ (COUNT(*) AS ?n) { GRAPH :g1 {} } ¦ 1",
      "an empty pattern in a graph that is not there has none ¦ (COUNT(*) AS ?n) { GRAPH :none {} } ¦ 0",
      // Variables of the graph.
      "the variable of the graph joins with a subject outside ¦ ?g ?o { GRAPH ?g { :a :q ?o } ?g :says :x } ¦ g2,2",
      "and inside ¦ ?g ?o { GRAPH ?g { ?g ?p ?o } } ¦ ''",
      "and with that of another GRAPH ¦ ?g ?h { GRAPH ?h { ?g :says :x } GRAPH ?g { :a :p :c } } ¦ g2,g1",
      "one variable in two GRAPHs is one graph ¦ ?g ?o { GRAPH ?g { :a :p ?o } GRAPH ?g { :a :q 2 } } ¦ g2,b g2,c",
      "two variables are any two graphs ¦ (COUNT(*) AS ?n) { GRAPH ?g { :a :p :b } GRAPH ?h { :a :q ?x } } ¦ 4",
      "VALUES narrows the graphs, also those that are not there ¦ ?g ?o { VALUES ?g { :g2 :none } GRAPH ?g { :a :q ?o } } ¦ g2,2",
      "a graph inside a graph is any graph of the dataset ¦ ?g ?h { GRAPH ?g { :a :q 1 GRAPH ?h { :b :p :a } } } ¦ g1,g3",
      "the variable is not in scope within its pattern: FILTER ¦ ?g { GRAPH ?g { :a :p :b FILTER (!BOUND(?g)) } } ¦ g1 g2",
      "the same with BIND ¦ ?g ?x { GRAPH ?g { :a :p :b BIND (COALESCE(?g, 'free') AS ?x) } } ¦ `g1,\"free\" g2,\"free\"`",
      "but it is in scope after it ¦ ?g { GRAPH ?g { :a :p :b } FILTER (?g = :g2) } ¦ g2",
      "a sub-query in a graph hides what it does not project ¦ ?g ?n { GRAPH ?g { { SELECT (COUNT(*) AS ?n) { :a :p ?o } } } } ¦ g1,1 g2,2 g3,0",
      // Blank nodes.
      "a blank node in a pattern is a variable ¦ ?g ?o { GRAPH ?g { [] :p ?o } } ¦ g1,b g2,b g2,c g3,a g3,d",
      "a blank node of the data is no IRI ¦ ?o { GRAPH :g3 { ?s :p ?o FILTER ISBLANK(?s) } } ¦ d",
      "a property list joins within the graph ¦ ?g { GRAPH ?g { [ :p :c ; :q 2 ] } } ¦ g2",
      // Joins, OPTIONAL, MINUS, UNION, EXISTS.
      "OPTIONAL around GRAPH keeps its left side ¦ ?o ?g { :b :p ?o OPTIONAL { GRAPH ?g { ?o :q 1 } } } ¦ a,g1",
      "OPTIONAL in GRAPH looks in the same graph ¦ ?g ?x { GRAPH ?g { ?s :p ?o OPTIONAL { ?s :q ?x } FILTER ISIRI(?s) } } ¦ g1,1 g2,2 g2,2 g3,-",
      "OPTIONAL with the graph of its left side ¦ ?g ?x { GRAPH ?g { :a :p :b } OPTIONAL { GRAPH ?g { :a :p :c BIND (1 AS ?x) } } } ¦ g1,- g2,1",
      "MINUS between graphs compares what is shared ¦ ?g { GRAPH ?g { :a :p :b } MINUS { GRAPH ?g { :a :p :c } } } ¦ g1",
      "MINUS without a shared variable takes nothing away ¦ ?g { GRAPH ?g { :a :p :b } MINUS { GRAPH ?h { :a :p :c } } } ¦ g1 g2",
      "MINUS within a graph looks in that graph ¦ ?g { GRAPH ?g { ?s :p :b MINUS { ?s :p :c } } } ¦ g1",
      "EXISTS within a graph looks in that graph ¦ ?g { GRAPH ?g { ?s :p :b FILTER EXISTS { ?s :p :c } } } ¦ g2",
      "EXISTS after a graph looks in all ¦ ?g { GRAPH ?g { ?s :p :b } FILTER EXISTS { ?s :p :c } } ¦ g1 g2",
      "EXISTS with the graph's variable looks in that graph ¦ ?g { GRAPH ?g { ?s :p :b } FILTER NOT EXISTS { GRAPH ?g { ?s :p :c } } } ¦ g1",
      "UNION of two graphs ¦ ?o { { GRAPH :g1 { :a :q ?o } } UNION { GRAPH :g2 { :a :q ?o } } } ¦ 1 2",
      "UNION in a graph ¦ ?g ?o { GRAPH ?g { { :a :q ?o } UNION { :b :p ?o } } } ¦ g1,1 g2,2 g3,a",
      // Paths.
      "a path stays in its graph ¦ ?g { GRAPH ?g { :b :p/:p ?x } } ¦ ''",
      "a path over the default graph crosses graphs ¦ ?x { :b :p/:p ?x } ¦ b c",
      "a path of length zero matches in every graph ¦ ?g { GRAPH ?g { :zz :p* :zz } } ¦ g1 g2 g3",
      "an alternative gives its rows twice ¦ ?g { GRAPH ?g { :a (:p|:p) :c } } ¦ g2 g2",
      // FROM and FROM NAMED.
      "FROM makes the default graph of one graph ¦ FROM :g1 { :a :p ?o . :a :q ?x } ?o ?x ¦ b,1",
      "FROM merges: a triple of both stands once ¦ FROM :g1 FROM :g2 { :a :p ?o } ?o ¦ b c",
      "FROM alone leaves no named graph ¦ FROM :g1 { GRAPH ?g { ?s ?p ?o } } ?g ¦ ''",
      "FROM NAMED alone leaves an empty default graph ¦ FROM NAMED :g1 { ?s ?p ?o } ?o ¦ ''",
      "FROM NAMED chooses the graphs of GRAPH ?g ¦ FROM NAMED :g1 FROM NAMED :g3 { GRAPH ?g { ?s :p ?o FILTER ISIRI(?s) } } ?g ?o ¦ g1,b g3,a",
      "a named graph that was not chosen is empty ¦ FROM NAMED :g1 { GRAPH :g2 { ?s ?p ?o } } ?o ¦ ''",
      "both: the default graph and the named ones are apart ¦ FROM :g3 FROM NAMED :g1 { ?x :q 3 . GRAPH ?x { :a :p ?o } } ?x ?o ¦ g1,b",
      "an empty pattern lists the chosen graphs that are there ¦ FROM NAMED :g1 FROM NAMED :none { GRAPH ?g {} } ?g ¦ g1",
      "paths see the chosen graphs only ¦ FROM :g2 FROM :g3 { :b :p+ ?x } ?x ¦ a b c",
      "EXISTS sees the chosen graphs only ¦ FROM :g1 { :a :p ?o FILTER NOT EXISTS { :a :p :c } } ?o ¦ b",
      // Terms that are compared with themselves.
      "no text is less than itself or differs from itself ¦ ?x ?y { GRAPH ?g { ?s :q ?x } GRAPH ?h { ?t :q ?y } FILTER (STR(?x) != STR(?y) && ?x > ?y) } ¦ 2,1 3,1 3,2",
      "but what is not a number does differ from itself ¦ (?x != ?y AS ?z) { VALUES ?x { 'NaN'^^<http://www.w3.org/2001/XMLSchema#double> } BIND (?x AS ?y) } ¦ true",
      // Groups.
      "groups by graph ¦ ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ¦ g1,3 g2,3 g3,3",
      "counts quads and triples apart ¦ (COUNT(*) AS ?n) { ?s ?p ?o } ¦ 8",
      "distinct values over graphs ¦ (COUNT(DISTINCT ?o) AS ?n) { GRAPH ?g { :a ?p ?o } } ¦ 4",
  })
  void answersAsTheRecommendationSays(String fact, String query, String expected) {
    assertEquals(expected.equals("''") ? List.of() : List.of(expected.split(" ")), rows(query));
  }

  @Test
  void asksAndConstructsFromGraphs() {
    String prefix = "PREFIX : <http://e/> ";
    assertTrue(QueryExec.dataset(dataset).query(prefix + "ASK FROM NAMED :g2 { GRAPH ?g { :a :q 2 } }").ask());
    assertFalse(QueryExec.dataset(dataset).query(prefix + "ASK FROM :g2 { :a :q 1 }").ask());
    assertEquals(2, QueryExec.dataset(dataset).query(prefix + "CONSTRUCT { ?g :holds :b } { GRAPH ?g { :a :p :b } }").construct().size());
  }

  /** The rows, sorted; names without their namespace. Cases about FROM have their variables at the end. */
  private List<String> rows(String query) {
    String text = "PREFIX : <http://e/> SELECT " + (query.startsWith("FROM") ? query.substring(query.lastIndexOf('}') + 1) + " "
        + query.substring(0, query.lastIndexOf('}') + 1) : query);
    List<String> rows = new ArrayList<>();
    try (QueryExec execution = QueryExec.dataset(dataset).query(QueryFactory.create(text)).build()) {
      RowSet found = execution.select();
      found.forEachRemaining(row -> rows.add(String.join(",",
          found.getResultVars().stream().map(variable -> shown(row.get(variable))).toList())));
    }
    rows.sort(null);
    return rows;
  }

  private static String shown(Node node) {
    return node == null ? "-" : node.isURI() ? node.getURI().replace("http://e/", "") : FmtUtils.stringForNode(node);
  }
}
