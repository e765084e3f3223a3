package goldenbridge.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.TurtleDocumentFormat;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.model.HasIRI;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyManager;
import org.semanticweb.owlapi.profiles.Profiles;
import org.semanticweb.owlapi.util.SimpleIRIMapper;

/** The ontology as OWL tools see it: inside the profiles, free of contradictions, and not contradicted by the data. */
class OntologyProfileTest {
  private static final String TERMS = "https://w3id.org/kzkr/ontology";
  private static final Path FOLDER = Path.of("ontology");
  private static final String PREFIXES = """
      @prefix : <https://w3id.org/kzkr/ontology#> .
      @prefix id: <https://w3id.org/kzkr/id/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      """;

  static Stream<Arguments> filesAndProfiles() {
    return Stream.of("ontology.ttl", "alignment.ttl").flatMap(file ->
        Stream.of(Profiles.OWL2_DL, Profiles.OWL2_EL, Profiles.OWL2_RL).map(profile -> Arguments.of(file, profile)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("filesAndProfiles")
  void staysInsideTheProfile(String file, Profiles profile) throws OWLOntologyCreationException {
    assertEquals(List.of(), profile.checkOntology(load(file)).getViolations());
  }

  /** A range that looks harmless and leaves all three profiles. */
  @ParameterizedTest
  @MethodSource("filesAndProfiles")
  void noticesADatatypeOutsideTheProfiles(String file, Profiles profile) throws OWLOntologyCreationException {
    OWLOntology planted = loadWith(file, ":startDate a owl:DatatypeProperty ; rdfs:range xsd:date .");
    assertFalse(profile.checkOntology(planted).isInProfile());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ontology.ttl", "alignment.ttl"})
  void isConsistentAndEveryClassCanHaveMembers(String file) throws OWLOntologyCreationException {
    OWLOntology ontology = load(file);
    assertTrue(isConsistent(ontology));
    assertEquals(Set.of(), emptyClasses(ontology));
  }

  @Test
  void noticesAPersonWhoIsAPlace() throws OWLOntologyCreationException {
    assertFalse(isConsistent(loadWith("ontology.ttl", "id:somebody a :Person, :Place .")));
  }

  @Test
  void noticesAClassUnderTwoDisjointClasses() throws OWLOntologyCreationException {
    OWLOntology planted = loadWith("ontology.ttl", ":Pilgrimage a owl:Class ; rdfs:subClassOf :Visit, :Agreement .");
    assertEquals(Set.of(TERMS + "#Pilgrimage"), emptyClasses(planted));
  }

  @Test
  void theDataContradictsNeitherTheOntologyNorItsAlignment() throws OWLOntologyCreationException {
    assertTrue(isConsistent(parse(turtle(everything()))), "something in data/ belongs to two disjoint classes, perhaps by the domain or range of a property");
  }

  /** A visitor must be an actor, and nothing is both an actor and a product. */
  @Test
  void noticesAVisitorInTheDataWhoIsAProduct() throws OWLOntologyCreationException {
    String planted = PREFIXES + "id:a-visit :visitor id:a-car . id:a-car a :Product .";
    assertFalse(isConsistent(parse(turtle(everything()) + planted)));
  }

  private static OWLOntology load(String file) throws OWLOntologyCreationException {
    return manager().loadOntologyFromOntologyDocument(FOLDER.resolve(file).toFile());
  }

  private static OWLOntology loadWith(String file, String statements) throws OWLOntologyCreationException {
    OWLOntologyManager manager = manager();
    OWLOntology ontology = manager.loadOntologyFromOntologyDocument(FOLDER.resolve(file).toFile());
    ontology.addAxioms(parse(PREFIXES + statements).axioms());
    return ontology;
  }

  /** Reads the import of the alignment from its file; nothing is fetched. */
  private static OWLOntologyManager manager() {
    OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
    manager.getIRIMappers().add(new SimpleIRIMapper(IRI.create(TERMS), IRI.create(FOLDER.resolve("ontology.ttl").toFile())));
    return manager;
  }

  private static OWLOntology parse(String turtle) throws OWLOntologyCreationException {
    return OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(
        new StringDocumentSource(turtle, "urn:test", new TurtleDocumentFormat(), null));
  }

  /** Ontology, alignment, register and sources as one graph, without the headers of the two ontologies, since an ontology has one. */
  private static Graph everything() {
    Graph all = Triples.of("ontology/ontology.ttl", "ontology/alignment.ttl", "data");
    Set<Node> headers = all.find(Node.ANY, RDF.type.asNode(), OWL.Ontology.asNode()).mapWith(Triple::getSubject).toSet();
    Graph kept = GraphFactory.createDefaultGraph();
    all.find().filterDrop(triple -> headers.contains(triple.getSubject())).forEach(kept::add);
    return kept;
  }

  private static String turtle(Graph graph) {
    StringWriter text = new StringWriter();
    RDFDataMgr.write(text, graph, Lang.TURTLE);
    return text.toString();
  }

  private static boolean isConsistent(OWLOntology ontology) {
    return reasoner(ontology).isConsistent();
  }

  private static Set<String> emptyClasses(OWLOntology ontology) {
    return reasoner(ontology).getUnsatisfiableClasses().getEntitiesMinusBottom().stream().map(HasIRI::getIRI).map(IRI::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** HermiT knows the datatypes of OWL 2, which has xsd:dateTime but no xsd:date, xsd:gYearMonth and xsd:gYear: those are left out. */
  private static Reasoner reasoner(OWLOntology ontology) {
    Configuration configuration = new Configuration();
    configuration.ignoreUnsupportedDatatypes = true;
    return new Reasoner(configuration, ontology);
  }
}
