/**
 * Everything that can be wrong with a home, as findings that point at a line: syntax, SHACL shapes, rules, canned queries and
 * their golden answers, examples. The one idea: a check never stops at the first fault and never throws for bad data; it adds
 * findings. Imports {@code fault}, {@code rdf}, {@code graph} and {@code query}; only this room imports Jena's SHACL.
 *
 * <p>{@link goldenbridge.check.Checker} is the door: it runs the checks over a {@link goldenbridge.graph.Home} into a
 * {@link goldenbridge.check.Report}, which {@link goldenbridge.check.ReportWriter} writes. A
 * {@link goldenbridge.check.SnapshotWatcher} does so with every edit of a home that is being served.
 */
package goldenbridge.check;
