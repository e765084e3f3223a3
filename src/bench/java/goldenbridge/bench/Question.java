package goldenbridge.bench;

import java.util.List;

/** A question in the manner of the canned ones, asked of every engine. */
record Question(String name, String text) {
  private static final String PREFIXES = """
      PREFIX ns: <https://example.org/ns#>
      PREFIX id: <https://example.org/id/>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private static Question of(String name, String text) {
    return new Question(name, PREFIXES + text);
  }

  static List<Question> all() {
    return List.of(
        of("lookup", "SELECT ?p ?o WHERE { id:e7 ?p ?o }"),
        of("provenance", """
            SELECT ?p ?o ?g ?source ?place WHERE {
              GRAPH ?g { id:e7 ?p ?o }
              ?g ns:inSource ?source ; ns:place ?place .
            }"""),
        of("about", """
            SELECT ?e ?date ?g ?source WHERE {
              GRAPH ?g { ?e ns:participant id:t9 ; ns:date ?date }
              ?g ns:inSource ?source .
            }"""),
        of("disputes", """
            SELECT ?e ?d1 ?g1 ?d2 ?g2 WHERE {
              GRAPH ?g1 { ?e ns:date ?d1 }
              GRAPH ?g2 { ?e ns:date ?d2 }
              FILTER (STR(?d1) < STR(?d2))
            }"""),
        of("range", """
            SELECT ?e ?date ?label WHERE {
              ?e a ns:Event ; ns:date ?date ; ns:kind ?kind .
              ?kind skos:prefLabel ?label .
              FILTER (?date >= "2019-03-01"^^xsd:date && ?date < "2019-06-01"^^xsd:date)
              FILTER (LANG(?label) = "en")
            }"""),
        of("top-ten", """
            SELECT ?who (COUNT(DISTINCT ?e) AS ?n) WHERE {
              ?e a ns:Event ; ns:participant ?who .
            } GROUP BY ?who ORDER BY DESC(?n) ?who LIMIT 10"""),
        of("two-hops", """
            SELECT DISTINCT ?other WHERE {
              ?a ns:participant id:t9 , ?with .
              ?b ns:participant ?with , ?other ; ns:kind id:kind3 .
            }"""),
        of("optionals", """
            SELECT ?e ?date ?place ?label WHERE {
              ?e ns:kind id:kind3 ; ns:date ?date .
              OPTIONAL { ?e ns:location ?place . OPTIONAL { ?place skos:prefLabel ?label . FILTER (LANG(?label) = "kk") } }
            }"""),
        of("text", """
            SELECT ?thing ?label WHERE {
              ?thing skos:prefLabel ?label .
              FILTER (CONTAINS(LCASE(STR(?label)), "bado"))
            }"""),
        of("counts", "SELECT ?class (COUNT(?s) AS ?n) WHERE { ?s a ?class . FILTER (STRSTARTS(STR(?class), STR(ns:))) } GROUP BY ?class ORDER BY ?class"),
        of("path", """
            SELECT ?e ?place WHERE {
              ?place ns:within+ id:t63 .
              ?e ns:location ?place .
            }"""),
        of("exists", """
            SELECT ?e WHERE {
              ?e a ns:Event ; ns:kind id:kind5 .
              FILTER NOT EXISTS { ?e ns:location ?place }
            }"""),
        of("series", """
            SELECT ?time ?value ?about ?source ?place WHERE {
              ?f ns:measures id:indicator4 ; ns:about ?about ; ns:value ?value ; ns:refTime ?time .
              GRAPH ?g { ?f ns:value ?value }
              ?g ns:inSource ?source ; ns:place ?place .
              FILTER (xsd:integer(STR(?time)) >= 2015)
            } ORDER BY ?about ?time ?value ?source ?place"""));
  }
}
