package goldenbridge.rdf;

import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.FactoryRDFStd;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/**
 * Reads one Turtle or TriG file. Trouble comes back as problems with file, line and column instead of an exception, so that
 * one broken file does not hide the faults of the others.
 */
public final class RdfReader {
  private static final Map<String, Lang> LANGUAGES =
      Map.of("ttl", Lang.TURTLE, "trig", Lang.TRIG, "nt", Lang.NTRIPLES, "nq", Lang.NQUADS);

  private final Text opening;
  private final String shown;
  private final Lang lang;
  private final List<Problem> problems = new ArrayList<>();
  private final PrefixMap prefixes = PrefixMapFactory.create();
  private IOException failure;

  /** Where the text comes from; it may be opened twice. */
  @FunctionalInterface
  private interface Text {
    InputStream open() throws IOException;
  }

  private RdfReader(Text text, String shown, Lang lang) {
    this.opening = text;
    this.shown = shown;
    this.lang = lang;
  }

  /**
   * @param shown the file's name in messages
   * @throws goldenbridge.fault.ProblemException with code {@code file-kind} when the name ends in no known extension
   */
  public static RdfReader of(Path file, String shown) {
    return new RdfReader(() -> Files.newInputStream(file), shown, lang(file, shown));
  }

  /** The same for a file that was read already. */
  public static RdfReader of(Path file, String shown, byte[] bytes) {
    return new RdfReader(() -> new ByteArrayInputStream(bytes), shown, lang(file, shown));
  }

  private static Lang lang(Path file, String shown) {
    String name = file.getFileName().toString();
    Lang lang = LANGUAGES.get(name.substring(name.lastIndexOf('.') + 1));
    if (lang == null) {
      throw Problem.badData("file-kind", "the file is neither Turtle nor TriG", Place.of(shown), "name it .ttl or .trig").raise();
    }
    return lang;
  }

  /** Takes statements in file order, each with the line and column (from 1) where its object ends. */
  @FunctionalInterface
  public interface Statements {
    void statement(Quad quad, int line, int column);
  }

  /**
   * Sends every statement to the sink; triples outside a graph block go to {@code graph}.
   *
   * @return the problems met, in file order; what was sent before the first of them is a part of the file only
   */
  public List<Problem> read(Node graph, Statements sink) {
    Profile profile = new Profile();
    // A strict decoder: Jena's own would put U+FFFD in the place of what is not UTF-8 and say nothing.
    try (Watched text = new Watched(new InputStreamReader(opening.open(), StandardCharsets.UTF_8.newDecoder()))) {
      RDFParserRegistry.getFactory(lang).create(lang, profile)
          .read(text, null, lang.getContentType(), new Sink(graph, sink, profile), RIOT.getContext().copy());
    } catch (IOException | RuntimeException told) {
      add(told);
    }
    return List.copyOf(problems);
  }

  /** The prefixes that the file declares, after reading. */
  public Map<String, String> prefixes() {
    return prefixes.getMapping();
  }

  private void add(Exception told) {
    IOException failed = told instanceof IOException opening ? opening : failure;
    if (failed instanceof CharacterCodingException) {
      problems.clear();
      add("encoding", "the file is not UTF-8", firstBadLine(), 0);
    } else if (failed != null) {
      problems.clear();
      add("unreadable", "cannot read the file (" + failed.getClass().getSimpleName() + ")", 0, 0);
    } else if (problems.isEmpty()) {
      add("syntax", told.getMessage(), 0, 0);
    }
  }

  /** Remembers why reading failed: the parser tells it as a syntax error. */
  private final class Watched extends FilterReader {
    Watched(Reader text) {
      super(text);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (IOException failed) {
        failure = failed;
        throw failed;
      }
    }
  }

  /** The parser reads ahead in blocks, so it does not know the line. */
  private int firstBadLine() {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(opening.open(), StandardCharsets.ISO_8859_1))) {
      int number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine(), number++) {
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        if (!line.equals(new String(new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))) {
          return number;
        }
      }
    } catch (IOException gone) {
      return 0;
    }
    return 0;
  }

  private void add(String code, String message, long line, long column) {
    Place place = line < 1 ? Place.of(shown) : new Place(shown, (int) line, (int) Math.max(0, column));
    problems.add(Problem.badData(code, message, place, ""));
  }

  /** A literal with an impossible value is a warning for Jena and a fault for a curator. */
  private final class Collector implements ErrorHandler {
    @Override
    public void warning(String message, long line, long column) {
      add(message.startsWith("Lexical form") ? "literal" : "iri", message, line, column);
    }

    @Override
    public void error(String message, long line, long column) {
      add("syntax", message, line, column);
    }

    @Override
    public void fatal(String message, long line, long column) {
      add("syntax", message, line, column);
      throw new RiotException(message);
    }
  }

  /** Remembers where the statement stands that was made last: the parser makes and sends them one by one. */
  private final class Profile extends ParserProfileStd {
    /** To check an IRI takes longer than all the rest, and most come again and again; one with a fault is told each time. */
    private final Map<String, Node> soundNames = new HashMap<>();
    private final Map<String, String> sound = new HashMap<>();
    private int line;
    private int column;

    Profile() {
      super(new FactoryRDFStd(), new Collector(), IRIxResolver.create().noBase().allowRelative(false).build(), prefixes,
          RIOT.getContext().copy(), true, false);
    }

    @Override
    public Triple createTriple(Node subject, Node predicate, Node object, long atLine, long atColumn) {
      note(atLine, atColumn);
      return super.createTriple(subject, predicate, object, atLine, atColumn);
    }

    @Override
    public Quad createQuad(Node graph, Node subject, Node predicate, Node object, long atLine, long atColumn) {
      note(atLine, atColumn);
      return super.createQuad(graph, subject, predicate, object, atLine, atColumn);
    }

    @Override
    public void setBaseIRI(String base) {
      soundNames.clear();
      sound.clear();
      super.setBaseIRI(base);
    }

    @Override
    public Node createURI(String iri, long atLine, long atColumn) {
      return unlessFaulty(soundNames, iri, () -> super.createURI(iri, atLine, atColumn));
    }

    @Override
    public String resolveIRI(String iri, long atLine, long atColumn) {
      return PlainIri.is(iri) ? iri : unlessFaulty(sound, iri, () -> super.resolveIRI(iri, atLine, atColumn));
    }

    private <T> T unlessFaulty(Map<String, T> known, String iri, Supplier<T> maker) {
      T before = known.get(iri);
      if (before != null) {
        return before;
      }
      int faults = problems.size();
      T made = maker.get();
      if (problems.size() == faults) {
        known.put(iri, made);
      }
      return made;
    }

    private void note(long atLine, long atColumn) {
      line = (int) atLine;
      column = (int) atColumn;
    }
  }

  private static final class Sink extends StreamRDFBase {
    private final Node graph;
    private final Statements statements;
    private final Profile profile;

    Sink(Node graph, Statements statements, Profile profile) {
      this.graph = graph;
      this.statements = statements;
      this.profile = profile;
    }

    @Override
    public void triple(Triple triple) {
      statements.statement(Quad.create(graph, triple), profile.line, profile.column);
    }

    @Override
    public void quad(Quad quad) {
      statements.statement(quad.isDefaultGraph() ? Quad.create(graph, quad.asTriple()) : quad, profile.line, profile.column);
    }
  }
}
