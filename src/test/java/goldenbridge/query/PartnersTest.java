package goldenbridge.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.junit.jupiter.api.Test;

class PartnersTest {
  private static final Partners ROWS = new Partners(List.of(row("x=1 y=1"), row("x=1 y=2"), row("x=2 y=1 z=1"), row("x=3 y=3")));

  private static Traced row(String values) {
    BindingBuilder row = Binding.builder();
    for (String value : values.isEmpty() ? new String[0] : values.split(" ")) {
      row.add(Var.alloc(value.replaceAll("=.*", "")), NodeFactory.createLiteralString(value.replaceAll(".*=", "")));
    }
    return Traced.of(row.build());
  }

  private static List<Binding> joined(String values) {
    return ROWS.joined(row(values)).stream().map(Traced::row).toList();
  }

  private static List<Binding> bindings(String... values) {
    return List.of(values).stream().map(value -> row(value).row()).toList();
  }

  @Test
  void joinsInTheOrderOfTheRowsByWhateverVariablesBothBind() {
    assertEquals(bindings("x=1 y=1", "x=1 y=2"), joined("x=1"));
    assertEquals(bindings("x=1 y=1", "x=2 y=1 z=1"), joined("y=1"));
    assertEquals(bindings("x=1 y=2"), joined("x=1 y=2"));
    assertEquals(4, joined("").size());
    assertEquals(List.of(), joined("x=4"));
  }

  @Test
  void aVariableThatSomeRowsLeaveOpenKeepsOnlyThoseApartThatBindItOtherwise() {
    assertEquals(bindings("x=1 y=1 z=2", "x=1 y=2 z=2", "x=3 y=3 z=2"), joined("z=2"));
  }

  @Test
  void minusNeedsASharedVariable() {
    assertTrue(ROWS.remove(row("x=1").row()));
    assertTrue(ROWS.remove(row("x=2 z=1").row()));
    assertFalse(ROWS.remove(row("x=2 z=2").row()));
    assertFalse(ROWS.remove(row("w=1").row()));
    assertFalse(new Partners(List.of()).remove(row("x=1").row()));
  }
}
