package goldenbridge.rdf;

import org.apache.jena.irix.IRIProvider;
import org.apache.jena.irix.IRIProviderJenaIRI;
import org.apache.jena.irix.SystemIRIx;
import org.apache.jena.sys.JenaSubsystemLifecycle;

/**
 * Gives all of Jena IRIs of which plain ones are not taken apart. Its own parser, which Jena 5.6.0 makes ready before anything else to read the
 * name of the current folder, costs a twentieth of a short command; here it begins when it is first needed. The newer one, which begins
 * quicker, is not used: it takes the last of two slashes at an IRI's end away. Jena finds this class by its service file.
 */
public final class Iris implements JenaSubsystemLifecycle, IRIProvider {
  private static final String CHOICE = "jena.iriprovider";

  /** Begins when it is first asked for. */
  private static final class ByJena {
    private static final IRIProvider PROVIDER = new IRIProviderJenaIRI();

    static {
      // As Jena has it.
      PROVIDER.strictMode("urn", false);
      PROVIDER.strictMode("http", false);
      PROVIDER.strictMode("file", false);
    }
  }

  static IRIProvider byJena() {
    return ByJena.PROVIDER;
  }

  @Override
  public void start() {
    // Which one Jena begins with is asked once, of a property.
    System.setProperty(CHOICE, "IRI3986");
    SystemIRIx.setProvider(this);
    System.clearProperty(CHOICE);
  }

  @Override
  public void stop() {
    // There is nothing to end.
  }

  /** Before Jena's own parts, which begin at 10. */
  @Override
  public int level() {
    return 1;
  }

  @Override
  public Base create(String iri) {
    return Base.read(iri);
  }

  @Override
  public void check(String iri) {
    if (!PlainIri.is(iri)) {
      byJena().check(iri);
    }
  }

  @Override
  public void strictMode(String scheme, boolean strict) {
    byJena().strictMode(scheme, strict);
  }

  @Override
  public boolean isStrictMode(String scheme) {
    return byJena().isStrictMode(scheme);
  }
}
