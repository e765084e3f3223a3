/**
 * Canned queries with typed parameters, and the one way in which any query is run: guarded, limited, into an answer that is
 * whole or says that it is not. Imports {@code fault} and {@code rdf}; meets the graph only as Jena's {@code DatasetGraph}.
 */
package goldenbridge.query;
