package goldenbridge.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.export.Export;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.parameters.Imports;

/** What Protégé opens: OWLAPI reads the flat export with terms, individuals, names and passages. */
class FlatExportTest {
  private static final String BASE = "https://w3id.org/kzkr/";

  @Test
  void owlapiReadsItWhole(@TempDir Path folder) throws OWLOntologyCreationException {
    Path export = folder.resolve("export");
    new Export(Catalogue.SNAPSHOT, name -> { }).to(export);
    OWLOntology flat = OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(export.resolve("flat.ttl").toFile());
    var factory = flat.getOWLOntologyManager().getOWLDataFactory();
    var tokayev = factory.getOWLNamedIndividual(IRI.create(BASE + "id/tokayev"));
    assertTrue(flat.containsEntityInSignature(tokayev));
    assertTrue(flat.containsEntityInSignature(factory.getOWLClass(IRI.create(BASE + "ontology#Visit"))));
    assertTrue(flat.classAssertionAxioms(tokayev).anyMatch(axiom -> axiom.getClassExpression().toString().contains("Person")));
    long labels = flat.annotationAssertionAxioms(tokayev.getIRI()).filter(axiom -> axiom.getProperty().isLabel()).count();
    assertTrue(labels >= 4, "labels: " + labels);
    assertTrue(flat.axioms().anyMatch(axiom -> axiom.toString().contains("wasDerivedFrom") && axiom.toString().contains("id/tokayev")));
    assertEquals(0, flat.importsDeclarations().count(), "it would look for imports on the web");
    assertEquals(BASE + "dataset", flat.getOntologyID().getOntologyIRI().orElseThrow().toString());
    assertTrue(flat.individualsInSignature(Imports.EXCLUDED).count() > 300);
  }
}
