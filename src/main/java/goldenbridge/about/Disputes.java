package goldenbridge.about;

import goldenbridge.graph.Snapshot;
import goldenbridge.query.Answer;
import goldenbridge.query.CannedQuery;
import goldenbridge.query.Choices;
import goldenbridge.query.Limits;
import goldenbridge.query.QueryRunner;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * The statements that contradict each other, as the graph's own query finds them: what cannot be true together only the graph
 * knows. Asked once for a snapshot.
 */
public final class Disputes {
  private static final List<Var> VALUES = Var.varList(List.of("value", "value1", "value2"));

  private final Set<Triple> statements;

  private Disputes(Set<Triple> statements) {
    this.statements = statements;
  }

  /** The disputes of a snapshot; none when its description names no query for them. */
  public static Disputes of(Snapshot snapshot) {
    return snapshot.derived(Disputes.class, Disputes::find);
  }

  private static Disputes find(Snapshot snapshot) {
    Set<Triple> statements = new HashSet<>();
    snapshot.description().pages().disputes().flatMap(name -> snapshot.queries().text(name).map(text -> CannedQuery.parse(name, "queries/" + name + ".rq", text)))
        .ifPresent(canned -> {
          Answer answer = QueryRunner.run(snapshot.dataset(), canned.bind(Map.of(), snapshot.entities()::resolve,
              new Choices(snapshot.dataset(), snapshot.prefixes())), Limits.DEFAULT);
          if (answer instanceof Answer.Rows rows) {
            rows.rows().forEach(row -> VALUES.forEach(value -> add(row, value, statements)));
          }
        });
    return new Disputes(Set.copyOf(statements));
  }

  private static void add(Binding row, Var value, Set<Triple> to) {
    Node subject = row.get("subject");
    Node property = row.get("property");
    if (subject != null && property != null && row.contains(value)) {
      to.add(Triple.create(subject, property, row.get(value)));
    }
  }

  /** Whether another statement contradicts this one. */
  public boolean contains(Triple statement) {
    return statements.contains(statement);
  }
}
