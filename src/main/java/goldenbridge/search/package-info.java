/**
 * Finds entities by what people type: any language, any of the scripts that can be told in Latin letters, the beginning of a word,
 * a typing error. Imports {@code fault}, {@code rdf} and {@code graph}.
 */
package goldenbridge.search;
