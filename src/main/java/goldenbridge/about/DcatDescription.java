package goldenbridge.about;

import static goldenbridge.about.Statements.iri;

import goldenbridge.export.Exported;
import goldenbridge.export.VoidDescription;
import goldenbridge.graph.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;

/**
 * The dataset for catalogues: what {@code data/dataset.ttl} says, VoID's counts, and by
 * <a href="https://www.w3.org/TR/vocab-dcat-3/">DCAT 3</a> the files with size and checksum and the service that gives it out.
 */
public final class DcatDescription {
  private static final String DCAT = "http://www.w3.org/ns/dcat#";
  private static final String SPDX = "http://spdx.org/rdf/terms#";
  private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
  private static final String PROTOCOL = "https://www.w3.org/TR/sparql11-protocol/";

  private final Statements statements = new Statements();
  private final Snapshot snapshot;
  private final String origin;

  private DcatDescription(Snapshot snapshot, String origin) {
    this.snapshot = snapshot;
    this.origin = origin;
  }

  /**
   * The description.
   *
   * @param origin the public address of the service without a last slash
   */
  public static Graph of(Snapshot snapshot, List<Exported> files, String origin) {
    DcatDescription description = new DcatDescription(snapshot, origin);
    description.counts();
    description.dataset();
    description.service();
    files.forEach(description::distribution);
    return description.statements.graph(snapshot.prefixes(), Map.of("dcat", DCAT, "void", VOID.NS, "spdx", SPDX, "dcterms", DCTerms.NS));
  }

  /** Each source that is counted leads to more about it. */
  private void counts() {
    List<Triple> counts = VoidDescription.of(snapshot);
    statements.add(counts);
    Set<Node> sources = counts.stream().filter(triple -> triple.getPredicate().equals(VOID.subset.asNode())).map(Triple::getObject).collect(Collectors.toSet());
    counts.stream().filter(triple -> triple.getPredicate().equals(DCTerms.source.asNode()) && sources.contains(triple.getSubject()))
        .forEach(triple -> PartDescription.link(statements, triple.getSubject(), triple.getObject(), snapshot, origin));
  }

  private void dataset() {
    Node dataset = snapshot.description().iri();
    statements.add(dataset, VOID.sparqlEndpoint.asNode(), iri(origin + "/sparql"))
        .add(dataset, VOID.dataDump.asNode(), iri(origin + "/data/all.nq"))
        .add(dataset, dcat("landingPage"), iri(origin + "/"))
        .text(dataset, DCTerms.identifier.asNode(), "sha256:" + snapshot.version(), "");
  }

  private void service() {
    Node service = iri(origin + "/sparql#service");
    statements.type(service, dcat("DataService")).add(service, dcat("endpointURL"), iri(origin + "/sparql"))
        .add(service, dcat("endpointDescription"), iri(origin + "/sparql"))
        .add(service, dcat("endpointDescription"), iri(origin + "/openapi.json"))
        .add(service, DCTerms.conformsTo.asNode(), iri(PROTOCOL))
        .add(service, dcat("servesDataset"), snapshot.description().iri());
    snapshot.description().titles().forEach((language, title) -> statements.text(service, DCTerms.title.asNode(), title, language));
  }

  private void distribution(Exported file) {
    Node distribution = iri(origin + "/data/" + file.name());
    Node checksum = iri(distribution.getURI() + "#checksum");
    statements.add(snapshot.description().iri(), dcat("distribution"), distribution).type(distribution, dcat("Distribution"))
        .text(distribution, DCTerms.title.asNode(), file.title(), "en")
        .add(distribution, dcat("downloadURL"), distribution).add(distribution, dcat("accessURL"), iri(origin + "/data"))
        .add(distribution, dcat("accessService"), iri(origin + "/sparql#service"))
        .add(distribution, dcat("mediaType"), iri(MEDIA_TYPES + file.mediaType()))
        .number(distribution, dcat("byteSize"), file.size(), XSDDatatype.XSDnonNegativeInteger)
        .add(distribution, iri(SPDX + "checksum"), checksum).type(checksum, iri(SPDX + "Checksum"))
        .add(checksum, iri(SPDX + "algorithm"), iri(SPDX + "checksumAlgorithm_sha256"))
        .add(checksum, iri(SPDX + "checksumValue"), NodeFactory.createLiteralDT(file.sha256(), XSDDatatype.XSDhexBinary));
  }

  private static Node dcat(String name) {
    return iri(DCAT + name);
  }
}
