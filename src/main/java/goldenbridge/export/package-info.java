/**
 * Copies of a snapshot for other tools: quads, triples, tables, a drawing, with sizes and checksums. Equal content gives equal
 * bytes. Imports {@code fault}, {@code rdf} and {@code graph}.
 */
package goldenbridge.export;
