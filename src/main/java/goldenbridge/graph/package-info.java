/**
 * What is served and never changes: a snapshot of ontology and data, with its labels, its evidence and its description of
 * itself. Imports {@code fault} and {@code rdf}; knows nothing of canned queries.
 *
 * <p>The program learns from {@code data/dataset.ttl} which graphs are passages and how they name source, place and voice
 * ({@link goldenbridge.graph.DatasetDescription}).
 */
package goldenbridge.graph;
