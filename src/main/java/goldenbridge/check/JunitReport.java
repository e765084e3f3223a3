package goldenbridge.check;

import goldenbridge.fault.Place;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A report for test runners: a test case a rule, which fails when there is a violation; milder findings are its output. */
final class JunitReport {
  private final Report report;
  private final XMLStreamWriter xml;

  private JunitReport(Report report, XMLStreamWriter xml) {
    this.report = report;
    this.xml = xml;
  }

  static String text(Report report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new JunitReport(report, xml).document();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text + "\n";
  }

  private void document() throws XMLStreamException {
    List<RuleText> rules = rules();
    long failures = rules.stream().filter(rule -> !of(rule, Severity.VIOLATION).isEmpty()).count();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "golden-bridge validate");
    xml.writeAttribute("tests", Integer.toString(rules.size()));
    xml.writeAttribute("failures", Long.toString(failures));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", "0");
    xml.writeCharacters("\n");
    for (RuleText rule : rules) {
      testCase(rule);
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void testCase(RuleText rule) throws XMLStreamException {
    List<Finding> violations = of(rule, Severity.VIOLATION);
    List<Finding> milder = Stream.of(Severity.WARNING, Severity.INFO).flatMap(severity -> of(rule, severity).stream()).toList();
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "golden-bridge." + rule.kind());
    xml.writeAttribute("name", rule.id());
    if (!violations.isEmpty()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("type", Severity.VIOLATION.label());
      xml.writeAttribute("message", clean(violations.get(0).message())
          + (violations.size() > 1 ? " (and " + (violations.size() - 1) + " more)" : ""));
      xml.writeCharacters(lines(violations));
      xml.writeEndElement();
    }
    if (!milder.isEmpty()) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(lines(milder));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  /** Those of the home and the program, and any other id that a finding carries. */
  private List<RuleText> rules() {
    Map<String, RuleText> all = new TreeMap<>();
    report.rules().all().forEach(rule -> all.put(rule.id(), rule));
    report.findings().forEach(finding -> all.computeIfAbsent(finding.rule(),
        id -> new RuleText(id, "other", finding.severity(), "", "", Place.NONE)));
    return List.copyOf(all.values());
  }

  private List<Finding> of(RuleText rule, Severity severity) {
    return report.findings().stream()
        .filter(finding -> finding.rule().equals(rule.id()) && finding.severity() == severity).toList();
  }

  private static String lines(List<Finding> findings) {
    return findings.stream().map(finding -> clean(finding.toString()) + "\n").collect(Collectors.joining());
  }

  /** XML has no place for control characters, which a broken file may bring into a message. */
  private static String clean(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\t\\n]]|[\\uFFFE\\uFFFF]", "\uFFFD");
  }
}
