package goldenbridge.rdf;

import java.util.function.BiConsumer;
import org.apache.jena.irix.IRIs;
import org.apache.jena.irix.IRIx;

/**
 * An IRI as all of Jena has it here, and that others are resolved against, as
 * <a href="https://www.rfc-editor.org/rfc/rfc3986#section-5">RFC 3986, section 5</a> has it: a plain one, which is its own resolution, is not
 * taken apart for it. All else is left to Jena's own kind. Immutable.
 */
public final class Base extends IRIx {
  private final boolean isPlain;
  private volatile IRIx full;

  private Base(String plain) {
    super(plain);
    isPlain = true;
  }

  private Base(IRIx full) {
    super(full.str());
    isPlain = false;
    this.full = full;
  }

  /**
   * @param iri any that is well formed, a relative one too
   * @throws org.apache.jena.irix.IRIException when it is malformed
   */
  static Base read(String iri) {
    return PlainIri.is(iri) ? new Base(iri) : new Base(Iris.byJena().create(iri));
  }

  /**
   * @param iri an absolute one
   * @throws org.apache.jena.irix.IRIException when it is malformed
   */
  public static Base of(String iri) {
    return PlainIri.is(iri) ? new Base(iri) : read(IRIs.resolve(iri));
  }

  /** Made when it is needed: of most IRIs never. */
  private IRIx full() {
    if (full == null) {
      full = Iris.byJena().create(str()); // two threads may make it, which is no harm
    }
    return full;
  }

  /** Jena's own kind of IRI takes no other. */
  private static IRIx full(IRIx iri) {
    return iri instanceof Base base ? base.full() : iri;
  }

  @Override
  public IRIx resolve(String other) {
    return PlainIri.is(other) ? new Base(other) : new Base(full().resolve(other));
  }

  @Override
  public IRIx resolve(IRIx other) {
    return new Base(full().resolve(full(other)));
  }

  @Override
  public boolean isAbsolute() {
    return isPlain ? str().indexOf('#') < 0 : full().isAbsolute();
  }

  @Override
  public boolean isRelative() {
    return !isPlain && full().isRelative();
  }

  @Override
  public boolean hasScheme(String scheme) {
    return isPlain ? scheme().equalsIgnoreCase(scheme) : full().hasScheme(scheme);
  }

  @Override
  public String scheme() {
    return isPlain ? str().substring(0, str().indexOf(':')) : full().scheme();
  }

  @Override
  public boolean isReference() {
    return isPlain || full().isReference();
  }

  @Override
  public IRIx normalize() {
    return new Base(full().normalize());
  }

  @Override
  public IRIx relativize(IRIx other) {
    IRIx relative = full().relativize(full(other));
    return relative == null ? null : new Base(relative);
  }

  @Override
  public boolean hasViolations() {
    return !isPlain && full().hasViolations();
  }

  @Override
  public void handleViolations(BiConsumer<Boolean, String> violation) {
    if (!isPlain) {
      full().handleViolations(violation);
    }
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
