package goldenbridge.search;

import org.apache.jena.graph.Node;

/**
 * An entity that a search found.
 *
 * @param name the name that fits best, as the graph has it
 * @param language of that name, a BCP 47 tag or {@code ""}
 * @param score from 0 to 1; what fits better has more
 */
public record Found(Node entity, String name, String language, Match match, double score) {}
