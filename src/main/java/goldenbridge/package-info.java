/**
 * Starts the program. The rooms import each other one way: {@code fault}, {@code rdf}, then {@code graph} and {@code query}
 * side by side, {@code check}, then {@code http} and {@code cli}, and this one last.
 */
package goldenbridge;
