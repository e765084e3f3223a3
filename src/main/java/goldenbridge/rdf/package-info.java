/**
 * Reading and writing RDF files: formats, prefixes, and where in a file each statement stands. Imports {@code fault} only.
 */
package goldenbridge.rdf;
