package goldenbridge.rdf;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.riot.RDFWriterBuilder;

/**
 * Writes RDF in any format. The writer of JSON-LD searches the whole class path for its JSON library again for each text with a language (jakarta.json 2.0.1,
 * titanium 1.7.0); here the search is made once.
 */
public final class RdfOutput {
  private static final ClassLoader ONCE = searchingOnce(RdfOutput.class.getClassLoader());

  private RdfOutput() {}

  /** Writes what the writer was given. */
  public static void write(RDFWriterBuilder writer, OutputStream out) {
    write(writer, out, ONCE);
  }

  static void write(RDFWriterBuilder writer, OutputStream out, ClassLoader searching) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(searching);
    try {
      writer.output(out);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Finds what another finds, and remembers where it stands. */
  static ClassLoader searchingOnce(ClassLoader whole) {
    Map<String, List<URL>> found = new ConcurrentHashMap<>();
    return new ClassLoader(whole) {
      @Override
      public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> known = found.get(name);
        if (known == null) {
          known = Collections.list(super.getResources(name));
          found.put(name, known);
        }
        return Collections.enumeration(known);
      }
    };
  }
}
