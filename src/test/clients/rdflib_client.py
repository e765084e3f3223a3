"""rdflib's SPARQLStore against an endpoint: prints the numbers of rows and triples that it gets. Arguments: endpoint, GET or POST."""

import sys

from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore

endpoint, method = sys.argv[1:]
graph = Graph(SPARQLStore(endpoint, method=method))
HONEY = "https://example.org/bees/ontology#honey"
print("select", len(list(graph.query(f"SELECT ?hive ?honey WHERE {{ ?hive <{HONEY}> ?honey }}"))))
print("ask", graph.query('ASK { ?hive ?p "참나무 벌통"@ko }').askAnswer)
print("construct", len(graph.query(f"CONSTRUCT WHERE {{ ?hive <{HONEY}> ?honey }}").graph))
print("find", len(list(graph.triples((None, URIRef(HONEY), None)))))
