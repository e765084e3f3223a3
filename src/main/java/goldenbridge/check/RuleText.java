package goldenbridge.check;

import goldenbridge.fault.Place;

/**
 * What is told of a rule to those who meet one of its findings.
 *
 * @param id the stable id that findings carry
 * @param kind what sort of check it is: {@code syntax}, {@code shape}, {@code rule}, {@code query}, …
 * @param summary one line
 * @param help why the rule exists and how to mend a finding
 * @param place where the rule is defined; {@link Place#NONE} for the program's own
 */
public record RuleText(String id, String kind, Severity severity, String summary, String help, Place place) {}
