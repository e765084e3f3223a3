package goldenbridge.rdf;

import java.util.function.BiConsumer;
import org.apache.jena.irix.IRIs;
import org.apache.jena.irix.IRIx;

/**
 * An IRI that others are resolved against, as <a href="https://www.rfc-editor.org/rfc/rfc3986#section-5">RFC 3986, section 5</a> has
 * it: a plain one, which is its own resolution, is not taken apart for it. All else is left to Jena. Immutable.
 */
public final class Base extends IRIx {
  private volatile IRIx full;

  private Base(String iri) {
    super(iri);
  }

  /**
   * @param iri an absolute one
   * @throws org.apache.jena.irix.IRIException when it is malformed
   */
  public static Base of(String iri) {
    return new Base(PlainIri.is(iri) ? iri : IRIs.resolveIRI(iri).str());
  }

  /** Made when it is needed: of most IRIs never. */
  private IRIx full() {
    if (full == null) {
      full = IRIx.create(str()); // two threads may make it, which is no harm
    }
    return full;
  }

  /** Jena's own kind of IRI takes no other. */
  private static IRIx full(IRIx iri) {
    return iri instanceof Base base ? base.full() : iri;
  }

  @Override
  public IRIx resolve(String other) {
    return PlainIri.is(other) ? new Base(other) : full().resolve(other);
  }

  @Override
  public IRIx resolve(IRIx other) {
    return full().resolve(full(other));
  }

  @Override
  public boolean isAbsolute() {
    return full().isAbsolute();
  }

  @Override
  public boolean isRelative() {
    return full().isRelative();
  }

  @Override
  public boolean hasScheme(String scheme) {
    return full().hasScheme(scheme);
  }

  @Override
  public String scheme() {
    return full().scheme();
  }

  @Override
  public boolean isReference() {
    return full().isReference();
  }

  @Override
  public IRIx normalize() {
    return full().normalize();
  }

  @Override
  public IRIx relativize(IRIx other) {
    return full().relativize(full(other));
  }

  @Override
  public boolean hasViolations() {
    return full().hasViolations();
  }

  @Override
  public void handleViolations(BiConsumer<Boolean, String> violation) {
    full().handleViolations(violation);
  }

  @Override
  public Object getImpl() {
    return full().getImpl();
  }

  @Override
  public int hashCode() {
    return str().hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Base base && base.str().equals(str());
  }
}
