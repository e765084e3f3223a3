package goldenbridge.graph;

import java.util.List;
import org.apache.jena.sparql.core.Var;

/**
 * A part of a query that is one join: quad patterns, each with its graph, and conditions on them. Made for one execution.
 *
 * @param given terms that conditions ask of variables: place and term by turns
 * @param possible false when a pattern names a term that the data do not have: no row matches
 */
record Block(QuadIndex index, Var[] variables, List<Step> steps, List<Condition> conditions, int[] given, boolean possible) {}
