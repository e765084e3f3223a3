package goldenbridge.graph;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of a table as bytes, in the order of their numbers; each can be made without the others. Safe for any number of threads. */
final class TermBytes {
  private static final byte IRI = 1;
  private static final byte BLANK = 2;
  private static final byte STRING = 3;
  private static final byte IN_LANGUAGE = 4;
  private static final byte TYPED = 5;

  /** Where each term begins. */
  private final int[] starts;
  private final byte[] bytes;

  private TermBytes(int[] starts, byte[] bytes) {
    this.starts = starts;
    this.bytes = bytes;
  }

  /** Writes all terms; false when one is of a kind that has no form here, such as a triple. */
  static boolean write(NodeTable nodes, GrowingBytes out) {
    GrowingBytes terms = new GrowingBytes();
    int[] starts = new int[nodes.size()];
    for (int id = 0; id < starts.length; id++) {
      starts[id] = terms.size();
      if (!write(nodes.node(id), terms)) {
        return false;
      }
    }
    out.putInts(starts);
    out.putInt(terms.size());
    out.put(terms.copy());
    return true;
  }

  private static boolean write(Node node, GrowingBytes out) {
    if (node.isURI()) {
      return write(IRI, node.getURI(), out);
    }
    if (node.isBlank()) {
      return write(BLANK, node.getBlankNodeLabel(), out);
    }
    if (!node.isLiteral() || node.getLiteralBaseDirection() != null) {
      return false;
    }
    if (!node.getLiteralLanguage().isEmpty()) {
      out.putByte(IN_LANGUAGE);
      out.putText(node.getLiteralLanguage());
    } else if (node.getLiteralDatatype().equals(XSDDatatype.XSDstring)) {
      out.putByte(STRING);
    } else {
      out.putByte(TYPED);
      out.putText(node.getLiteralDatatypeURI());
    }
    out.putText(node.getLiteralLexicalForm());
    return true;
  }

  private static boolean write(byte kind, String text, GrowingBytes out) {
    out.putByte(kind);
    out.putText(text);
    return true;
  }

  /** Reads what {@link #write} has written. */
  static TermBytes read(ByteBuffer in) {
    int[] starts = GrowingBytes.ints(in);
    int length = in.getInt();
    int from = in.arrayOffset() + in.position();
    // Of its own, because the array of the buffer holds all the files too.
    byte[] bytes = Arrays.copyOfRange(in.array(), from, from + length);
    in.position(in.position() + length);
    return new TermBytes(starts, bytes);
  }

  int size() {
    return starts.length;
  }

  /** A term by its number. */
  Node term(int id) {
    ByteBuffer in = ByteBuffer.wrap(bytes).position(starts[id]);
    byte kind = in.get();
    return switch (kind) {
      case IRI -> NodeFactory.createURI(text(in));
      case BLANK -> NodeFactory.createBlankNode(text(in));
      case STRING -> NodeFactory.createLiteralString(text(in));
      case IN_LANGUAGE -> inLanguage(text(in), text(in));
      case TYPED -> typed(text(in), text(in));
      default -> throw new IllegalArgumentException("term of kind " + kind);
    };
  }

  private static Node inLanguage(String language, String text) {
    return NodeFactory.createLiteralLang(text, language);
  }

  private static Node typed(String type, String text) {
    RDFDatatype datatype = TypeMapper.getInstance().getSafeTypeByName(type);
    return NodeFactory.createLiteralDT(text, datatype);
  }

  /** A text with its length in bytes before it. */
  static String text(ByteBuffer in) {
    int length = in.getInt();
    String text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    return text;
  }
}
